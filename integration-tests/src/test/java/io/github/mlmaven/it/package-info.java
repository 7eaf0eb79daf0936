/**
 * Real Maven on real small projects: each behaviour in a folder of its own, on the project {@code src/it/base}, on it with
 * files laid over it, or on another project. Enter at {@link io.github.mlmaven.it.MavenBuild}.
 */
@NullMarked
package io.github.mlmaven.it;

import org.jspecify.annotations.NullMarked;
