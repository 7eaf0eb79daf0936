/**
 * Results as people and CI servers read them: lines for a console, JUnit XML and SARIF, made from the same records.
 */
@NullMarked
package io.github.mlmaven.report;

import org.jspecify.annotations.NullMarked;
