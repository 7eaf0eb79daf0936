/**
 * Real Maven on real small projects. A behaviour's folder below {@code src/it} holds only what differs from the base project;
 * {@link io.github.mlmaven.it.MavenBuild} lays it over and runs Maven.
 */
@NullMarked
package io.github.mlmaven.it;

import org.jspecify.annotations.NullMarked;
