package io.github.mlmaven.validate;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.Tick;
import io.github.mlmaven.measure.Frequency;
import io.github.mlmaven.measure.Hash;
import io.github.mlmaven.measure.HyperLogLog;
import io.github.mlmaven.measure.NumberSummary;
import io.github.mlmaven.measure.ValueCounts;
import io.github.mlmaven.measure.profile.ColumnStatistics;
import io.github.mlmaven.measure.profile.ColumnStatistics.Texts;
import io.github.mlmaven.measure.profile.DriftEdges;
import io.github.mlmaven.step.Profile.Bins;
import io.github.mlmaven.step.Profile.ColumnProfile;
import io.github.mlmaven.step.Profile.Known;
import io.github.mlmaven.step.Profile.Lengths;
import io.github.mlmaven.step.Profile.Moments;
import io.github.mlmaven.step.Profile.Numbers;
import io.github.mlmaven.step.Profile.Quantile;
import io.github.mlmaven.step.Profile.ValueCount;
import io.github.mlmaven.step.Profile.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Statistics of a column as files have them. */
final class ProfiledColumn {

    private static final int TOP = 50;
    /** Of columns with more values, they are not all known. */
    private static final int KNOWN = 1000;

    private static final int HISTOGRAM = 20;
    private static final double[] SHARES = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};

    private ProfiledColumn() {}

    static ColumnProfile of(ColumnType type, ColumnStatistics found, Optional<Double> label) {
        // Of many numbers none is listed: their texts are not made.
        boolean many = type.isNumeric() && found.distinct().count() > TOP;
        ValueCounts counts = many ? new ValueCounts(false, List.of()) : counts(type, found);
        List<ValueCount> top = counts.top(TOP).stream()
                .map(value -> new ValueCount(value.value(), value.rows()))
                .toList();
        boolean known =
                type != ColumnType.TEXT && counts.complete() && counts.rising().size() <= KNOWN;
        return new ColumnProfile(
                found.rows() - found.values(),
                new Values(
                        found.distinct().count(),
                        found.distinct().isExact() ? 0 : HyperLogLog.ERROR,
                        top,
                        known ? Optional.of(known(counts)) : Optional.empty()),
                type.isNumeric() ? found.numbers().map(ProfiledColumn::numbers) : Optional.empty(),
                found.texts()
                        .flatMap(Texts::lengths)
                        .map(lengths -> new Lengths(lengths.min(), lengths.max(), lengths.mean())),
                label);
    }

    private static ValueCounts counts(ColumnType type, ColumnStatistics found) {
        return found.texts()
                .map(Texts::values)
                .orElseGet(() -> found.numbers()
                        .map(numbers -> numbers.values(type == ColumnType.BOOLEAN))
                        .map(counts -> type.isTime() ? times(Tick.of(type), counts) : counts)
                        .orElse(new ValueCounts(true, List.of())));
    }

    /** Times are measured in days, and told as they are written. */
    private static ValueCounts times(Tick tick, ValueCounts days) {
        return new ValueCounts(
                days.complete(),
                days.rising().stream()
                        .map(day -> new Frequency(
                                tick.text(Math.round(Double.parseDouble(day.value()) * tick.perDay())), day.rows()))
                        .toList());
    }

    private static Known known(ValueCounts counts) {
        String hashes = counts.rising().stream()
                .map(value -> hash(value.value()))
                .sorted()
                .collect(Collectors.joining());
        return new Known(hashes, occurring(counts, 1), occurring(counts, 2));
    }

    /** The first digits of a value's hash. */
    static String hash(String value) {
        String digits = Long.toHexString(Hash.of(value));
        return "0".repeat(16 - digits.length()).concat(digits).substring(0, Known.DIGITS);
    }

    private static long occurring(ValueCounts counts, long rows) {
        return counts.rising().stream()
                .mapToLong(Frequency::rows)
                .filter(found -> found == rows)
                .count();
    }

    private static Numbers numbers(ColumnStatistics.Numbers found) {
        NumberSummary summary = found.summary();
        double deviation = summary.deviation();
        return new Numbers(
                new Moments(
                        summary.min(),
                        summary.max(),
                        summary.mean(),
                        Double.isFinite(deviation) ? Optional.of(deviation) : Optional.empty(),
                        found.zeros(),
                        found.negatives()),
                found.distribution().width(),
                Arrays.stream(SHARES)
                        .mapToObj(share ->
                                new Quantile(share, found.distribution().quantile(share)))
                        .toList(),
                bins(found.distribution().histogram(summary.min(), HISTOGRAM)),
                bins(found.distribution().bins(DriftEdges.shares(summary.count()))));
    }

    private static Bins bins(io.github.mlmaven.measure.profile.Bins bins) {
        return new Bins(
                DoubleStream.of(bins.edges()).boxed().toList(),
                Arrays.stream(bins.counts()).boxed().toList());
    }
}
