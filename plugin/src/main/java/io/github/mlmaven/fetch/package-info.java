/**
 * Files that web servers have, brought to this machine, held to their digests, and kept for the next build. Enter at
 * {@link io.github.mlmaven.fetch.FileCache}.
 */
@NullMarked
package io.github.mlmaven.fetch;

import org.jspecify.annotations.NullMarked;
