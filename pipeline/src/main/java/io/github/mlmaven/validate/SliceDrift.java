package io.github.mlmaven.validate;

import io.github.mlmaven.api.CalendarUnit;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.measure.drift.DriftCounts;
import io.github.mlmaven.measure.drift.Moved;
import io.github.mlmaven.measure.drift.SliceCounts;
import io.github.mlmaven.measure.drift.SlicedCounts;
import io.github.mlmaven.measure.drift.SlicedCounts.Sliced;
import io.github.mlmaven.spec.DriftSpec;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.DriftSlices;
import io.github.mlmaven.step.DriftSlices.Course;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Profile;
import io.github.mlmaven.step.Profile.ColumnProfile;
import io.github.mlmaven.step.Value;
import io.github.mlmaven.text.KebabCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** The rows cut into slices of time, by the edges and names of the training rows. */
final class SliceDrift {

    /** From the first slice to the last. */
    private static final int MOST_SLICES = 1_000;
    /** Slices times columns, which is what memory grows by. */
    private static final int MOST_COUNTED = 250_000;

    private final SpecFile spec;
    private final DriftSpec.By by;
    private final Profile training;
    private final List<String> columns;
    private final int most;
    private final Fold.Result<SliceCounts> counted;

    /** @param compared columns that the training rows have */
    SliceDrift(SpecFile spec, DriftSpec.By by, Profile training, List<String> compared, Fold fold) {
        this.spec = spec;
        this.by = by;
        this.training = training;
        this.columns = compared.stream()
                .filter(column -> !column.equals(by.column()) && !isId(column))
                .toList();
        this.most = Math.max(1, Math.min(MOST_SLICES, MOST_COUNTED / Math.max(1, columns.size())));
        this.counted = fold.plan(new SlicedCounts(
                by.column(), by.every(), columns.stream().map(this::sliced).toList(), most));
    }

    /** Ids mostly count rows as they come, and so tell time: they are compared only where they are named. */
    private boolean isId(String column) {
        return spec.spec().data().id().contains(column)
                && !spec.spec().drift().orElseThrow().columns().contains(column);
    }

    private Sliced sliced(String column) {
        DriftCounts.As as = known(column).as();
        return new Sliced(column, as.edges(), isNumeric(column) ? List.of() : as.names());
    }

    private KnownValues known(String column) {
        return new KnownValues(
                profile(column), spec.spec().column(column).type().isTime());
    }

    private ColumnProfile profile(String column) {
        return Objects.requireNonNull(training.columns().get(column));
    }

    private boolean isNumeric(String column) {
        return profile(column).numbers().isPresent();
    }

    /** Once the rows were folded; empty where there is nothing to compare, which {@link #findings} say. */
    Optional<DriftSlices> slices() {
        SliceCounts counts = counted.value();
        if (counts.isEmpty() || counts.isTooMany()) {
            return Optional.empty();
        }
        double error = DriftPlan.ERROR / Math.max(1, columns.size() * told(counts));
        SortedMap<String, List<Course>> courses = new TreeMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            Optional<long[]> scale = profile(column)
                    .numbers()
                    .map(numbers -> numbers.bins().counts().stream()
                            .mapToLong(Long::longValue)
                            .toArray());
            courses.put(
                    column,
                    new SliceCourses(counts, i, scale, error)
                            .courses(spec.spec().drift().orElseThrow().allowed()));
        }
        List<String> names = LongStream.rangeClosed(counts.first(), counts.last())
                .mapToObj(by.every()::text)
                .toList();
        List<Long> rows = LongStream.rangeClosed(counts.first(), counts.last())
                .mapToObj(counts::rows)
                .toList();
        return Optional.of(
                new DriftSlices(new DriftSlices.By(by.column(), by.every()), counts.without(), names, rows, courses));
    }

    /** How many slices have enough rows, and enough before them, to tell drift. */
    private static long told(SliceCounts counts) {
        long told = 0;
        long before = 0;
        for (long slice = counts.first(); slice <= counts.last(); slice++) {
            long rows = counts.rows(slice);
            told += Math.min(before, rows) >= Moved.FEWEST_ROWS ? 1 : 0;
            before += rows;
        }
        return told;
    }

    /** Why slices could not be compared, and what drifted over time. */
    List<Finding> findings(Optional<DriftSlices> slices) {
        SliceCounts counts = counted.value();
        List<Finding> findings = new ArrayList<>();
        if (counts.isEmpty()) {
            return List.of(uncut(Severity.WARNING, "none"));
        }
        if (counts.isTooMany()) {
            return List.of(tooMany(counts));
        }
        if (counts.without() > 0) {
            findings.add(uncut(Severity.INFO, "missing").with("rows", new Value.Whole(counts.without())));
        }
        if (counts.size() == 1) {
            findings.add(uncut(Severity.WARNING, "one").with("first", by.every().text(counts.first())));
        } else if (told(counts) == 0) {
            findings.add(uncut(Severity.WARNING, "few").with("allowed", new Value.Whole(Moved.FEWEST_ROWS)));
        }
        slices.ifPresent(found -> found.drifted()
                .forEach(column -> Objects.requireNonNull(found.columns().get(column)).stream()
                        .filter(course -> !course.drifted().isEmpty())
                        .forEach(course -> findings.add(drifted(found, column, course)))));
        return findings;
    }

    private Finding uncut(Severity severity, String reason) {
        return Finding.of(FindingCode.DRIFT_SLICES, severity, Subject.rule(spec.place("drift", "by")))
                .with("by", by.column())
                .with("every", KebabCase.of(by.every()))
                .with("reason", reason);
    }

    private Finding tooMany(SliceCounts counts) {
        Finding finding = uncut(Severity.ERROR, "many")
                .with("first", by.every().text(counts.first()))
                .with("last", by.every().text(counts.last()))
                .with("found", new Value.Whole(counts.size()))
                .with("allowed", new Value.Whole(most))
                .with("columns", new Value.Whole(columns.size()));
        return coarser(counts)
                .map(unit -> finding.with("coarser", KebabCase.of(unit)))
                .orElse(finding);
    }

    /** The first unit of which there are no more than can be counted; how many there are at most follows from the days. */
    private Optional<CalendarUnit> coarser(SliceCounts counts) {
        for (CalendarUnit unit : CalendarUnit.values()) {
            if (unit.compareTo(by.every()) > 0
                    && unit.of(by.every().lastDay(counts.last()))
                                    - unit.of(by.every().firstDay(counts.first()))
                            < most) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    /** That slices of the data's own past differ is nothing to accept: it is told, and fails no build. */
    private Finding drifted(DriftSlices slices, String column, Course course) {
        int first = course.drifted().get(0);
        return Finding.of(FindingCode.DRIFT, Severity.WARNING, Subject.column(column, spec.place("drift", "by")))
                .with("what", KebabCase.of(course.what()))
                .with("since", "earlier")
                .with("every", KebabCase.of(by.every()))
                .with("first", slices.names().get(first))
                .with("found", new Value.Real(course.found().get(first)))
                .with("lower", new Value.Real(course.lower().get(first)))
                .with("allowed", new Value.Real(course.allowed()))
                .with("slices", new Value.Texts(slices.stretches(course)))
                .with("drifted", new Value.Whole(course.drifted().size()))
                .with("compared", new Value.Whole(course.compared()));
    }
}
