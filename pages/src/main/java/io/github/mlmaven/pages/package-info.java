/**
 * Results as pages for a browser: each one file, that needs no network and no scripts, and reads on a phone, in the dark and on
 * paper. A page is a record of texts and drawings ({@code PageView}) and a template; templates are compiled with this module.
 * Enter at {@link io.github.mlmaven.pages.DataPage}.
 */
@NullMarked
package io.github.mlmaven.pages;

import org.jspecify.annotations.NullMarked;
