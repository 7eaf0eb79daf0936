/**
 * How the plugin and a worker JVM talk: one JSON request on a line of the worker's standard input, JSON events on lines of
 * its standard output. Secrets travel only here, never as arguments.
 */
@NullMarked
package io.github.mlmaven.worker;

import org.jspecify.annotations.NullMarked;
