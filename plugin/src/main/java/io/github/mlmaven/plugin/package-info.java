/**
 * The goals: POM in, calls out, log lines and exit codes back. A goal ({@code TrainMojo}) reads its parameters and calls
 * {@link io.github.mlmaven.plugin.ModelBuild}, which compares fingerprints and, when a step must really run, starts a
 * {@link io.github.mlmaven.plugin.Worker}. The only room that knows Maven.
 */
@NullMarked
package io.github.mlmaven.plugin;

import org.jspecify.annotations.NullMarked;
