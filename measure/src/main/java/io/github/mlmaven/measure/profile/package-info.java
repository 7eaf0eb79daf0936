/**
 * The statistics of a table, column by column, of all rows and of some of them at once: states that merge to the same
 * statistics whatever the order of the rows. Enter at {@link io.github.mlmaven.measure.profile.ColumnMeasure} and {@link
 * io.github.mlmaven.measure.profile.Associations}.
 */
@NullMarked
package io.github.mlmaven.measure.profile;

import org.jspecify.annotations.NullMarked;
