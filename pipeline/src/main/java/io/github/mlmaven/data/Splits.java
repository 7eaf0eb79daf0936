package io.github.mlmaven.data;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.measure.CanonicalKey;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.SplitSpec;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which part a row belongs to.
 *
 * <p>The key of a row is the {@link CanonicalKey} of its group columns, else of its id columns, else of all columns sorted by
 * name: no text of a floating number depends on an engine's version. With {@code u} the first 32 bits of the key's MD5 over
 * 2^32, a row is a test row if u &lt; test, a validation row if u &lt; test + validation, and else a training row.
 *
 * <p>Used by one thread at a time.
 */
final class Splits {

    private final Optional<String> column;
    private final CanonicalKey key;
    private final long test;
    private final long validation;

    Splits(ModelSpec spec) {
        SplitSpec split = spec.data().split();
        column = split.column();
        key = new CanonicalKey(keyColumns(spec));
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
        for (int row = 0; row < parts.length; row++) {
            parts[row] = column.isPresent() ? named(batch.column(column.get()), row) : hashed(md5(batch, row));
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

    private byte hashed(byte[] md5) {
        long first = (md5[0] & 0xFFL) << 24 | (md5[1] & 0xFF) << 16 | (md5[2] & 0xFF) << 8 | (md5[3] & 0xFF);
        if (first < test) {
            return Part.TEST.code();
        }
        return first < validation ? Part.VALIDATION.code() : Part.TRAIN.code();
    }
}
