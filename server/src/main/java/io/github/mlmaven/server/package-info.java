/**
 * How a model is served: one bundle over HTTP. {@link io.github.mlmaven.server.Main} is the program;
 * {@link io.github.mlmaven.server.Api} is what it answers, a function that knows no network, and
 * {@link io.github.mlmaven.server.HttpTransport} brings requests to it.
 */
@NullMarked
package io.github.mlmaven.server;

import org.jspecify.annotations.NullMarked;
