/**
 * How a model is shipped: an OCI image of a bundle and its server, as a tar or in a registry, made without a daemon and
 * tried out before it counts. Enter at {@link io.github.mlmaven.image.ImageBuild}; {@link io.github.mlmaven.image.Main} is
 * the worker around it. Only this room knows Jib.
 */
@NullMarked
package io.github.mlmaven.image;

import org.jspecify.annotations.NullMarked;
