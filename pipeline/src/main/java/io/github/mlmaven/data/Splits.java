package io.github.mlmaven.data;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Tick;
import io.github.mlmaven.measure.CanonicalKey;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.SplitBy;
import io.github.mlmaven.spec.SplitSpec;
import io.github.mlmaven.step.SplitDefinition;
import io.github.mlmaven.text.KebabCase;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which part a row belongs to.
 *
 * <p>The key of a row is the {@link CanonicalKey} of its group columns, else of its id columns, else of all columns sorted by
 * name: no text of a floating number depends on an engine's version. With {@code u} the first 32 bits of the key's MD5 over
 * 2^32, a row is a test row if u &lt; test, a validation row if u &lt; test + validation, and else a training row. Stratified,
 * the bounds are those of the row's label; by time, rows from a bound on are tested.
 *
 * <p>Used by one thread at a time.
 */
final class Splits {

    private final ModelSpec spec;
    private final SplitBounds bounds;
    private final List<String> keyColumns;
    private final Optional<String> column;
    private final CanonicalKey key;
    private final long test;
    private final long validation;

    Splits(ModelSpec spec, SplitBounds bounds) {
        SplitSpec split = spec.data().split();
        this.spec = spec;
        this.bounds = bounds;
        column = split.partColumn();
        keyColumns = keyColumns(spec);
        key = new CanonicalKey(keyColumns);
        test = bound(split.test().value());
        validation = bound(split.test().value() + split.validation().value());
    }

    /** The columns that decide which rows belong together. */
    private static List<String> keyColumns(ModelSpec spec) {
        List<String> group = spec.data().split().group();
        List<String> id = spec.data().id();
        if (group.isEmpty() && id.isEmpty()) {
            return List.copyOf(new TreeSet<>(spec.columns().keySet()));
        }
        return group.isEmpty() ? id : group;
    }

    /** The first 32 bits below which an MD5 is within a share. */
    private static long bound(double share) {
        return (long) Math.ceil(Math.min(1, share) * 0x1p32);
    }

    /** The MD5 of a row's key, which the next call fills anew. */
    byte[] md5(Batch batch, int row) {
        return key.md5(batch, row);
    }

    /** The parts of a batch's rows; {@link Part#NONE} where a split column names none. */
    byte[] parts(Batch batch) {
        byte[] parts = new byte[batch.rows()];
        if (spec.data().split().by() == SplitBy.TIME) {
            timed(batch.column(spec.data().split().column().orElseThrow()), parts);
            return parts;
        }
        if (spec.data().split().way().stratify()) {
            stratified(batch, parts);
            return parts;
        }
        for (int row = 0; row < parts.length; row++) {
            parts[row] = column.isPresent()
                    ? named(batch.column(column.get()), row)
                    : hashed(hash(batch, row), test, validation);
        }
        return parts;
    }

    private static byte named(Column column, int row) {
        if (column.isMissing(row)) {
            return Part.NONE;
        }
        return switch (column.text(row).toLowerCase(Locale.ROOT)) {
            case "train" -> Part.TRAIN.code();
            case "validation" -> Part.VALIDATION.code();
            case "test" -> Part.TEST.code();
            default -> Part.NONE;
        };
    }

    private static byte hashed(long hash, long test, long validation) {
        if (hash < test) {
            return Part.TEST.code();
        }
        return hash < validation ? Part.VALIDATION.code() : Part.TRAIN.code();
    }

    /** The first 32 bits of the MD5 of a row's key. */
    long hash(Batch batch, int row) {
        byte[] md5 = md5(batch, row);
        return (md5[0] & 0xFFL) << 24 | (md5[1] & 0xFF) << 16 | (md5[2] & 0xFF) << 8 | (md5[3] & 0xFF);
    }

    /** The columns that the key is made of. */
    List<String> keyColumns() {
        return keyColumns;
    }

    private void timed(Column column, byte[] parts) {
        long tested = bounds.testTime().orElse(Long.MAX_VALUE);
        long validated = bounds.validationTime().orElse(Long.MAX_VALUE);
        for (int row = 0; row < parts.length; row++) {
            if (!(column instanceof Column.Times times) || times.isMissing(row)) {
                parts[row] = Part.NONE;
            } else if (times.values()[row] >= tested) {
                parts[row] = Part.TEST.code();
            } else {
                parts[row] = times.values()[row] >= validated ? Part.VALIDATION.code() : Part.TRAIN.code();
            }
        }
    }

    private void stratified(Batch batch, byte[] parts) {
        Column labels = batch.column(spec.data().label());
        for (int row = 0; row < parts.length; row++) {
            String label = labels.isMissing(row) ? null : labels.text(row);
            // A row without a label cannot be learned from or tested, and is a finding.
            parts[row] = label == null
                    ? hashed(hash(batch, row), test, validation)
                    : hashed(
                            hash(batch, row),
                            bounds.test().getOrDefault(label, 0L),
                            bounds.validation().getOrDefault(label, 0L));
        }
    }

    /** What a row's part follows from. */
    SplitDefinition definition() {
        SplitSpec split = spec.data().split();
        SortedMap<String, String> parts = new TreeMap<>();
        switch (split.by()) {
            case COLUMN -> {}
            case TIME -> {
                Tick tick = Tick.of(spec.column(split.column().orElseThrow()).type());
                bounds.testTime().ifPresent(time -> parts.put("test", ">= " + tick.text(time)));
                bounds.validationTime().ifPresent(time -> parts.put("validation", ">= " + tick.text(time)));
            }
            case HASH -> {
                parts.put("test", "< " + test);
                parts.put("validation", "< " + validation);
                bounds.test().forEach((label, bound) -> parts.put("test of " + label, "< " + bound));
                bounds.validation().forEach((label, bound) -> parts.put("validation of " + label, "< " + bound));
            }
        }
        return new SplitDefinition(
                KebabCase.of(split.by()),
                split.by() == SplitBy.HASH ? keyColumns : List.of(split.column().orElseThrow()),
                parts);
    }
}
