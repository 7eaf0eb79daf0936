package io.github.mlmaven.data;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.data.QuarantineFile.Reason;
import io.github.mlmaven.spec.SpecFile;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rows of the sources that are not of the table: those that {@code data.where} does not keep, and quarantined ones. */
public final class LeftOut {

    private final Optional<RowFilter> filter;
    private final Quarantine quarantine;
    private long dropped;
    private boolean trueForAll = true;

    private LeftOut(Optional<RowFilter> filter, Quarantine quarantine) {
        this.filter = filter;
        this.quarantine = quarantine;
    }

    /** Nothing yet. */
    static LeftOut of(Engine engine, SpecFile spec, Columns columns) {
        return new LeftOut(
                RowFilter.of(engine, spec, columns),
                new Quarantine(spec.spec().data().badRows(), columns));
    }

    /** How many rows {@code data.where} does not keep. */
    public long dropped() {
        return dropped;
    }

    /** Whether there is a {@code data.where} and it is true for each row of the sources. */
    public boolean isIdle() {
        return filter.isPresent() && trueForAll;
    }

    /** How many other rows have a value that is not of its column's type, if such rows are left out. */
    public long quarantined() {
        return quarantine.count();
    }

    /** The first of the quarantined rows by position, with what was found there: {@code price = 12O}. */
    public SortedMap<Long, String> quarantined(int most) {
        SortedMap<Long, String> found = new TreeMap<>();
        quarantine.first(most).forEach((row, reason) -> found.put(row, reason.column() + " = " + reason.value()));
        return found;
    }

    /** The quarantined rows of which is told what is wrong with them. */
    SortedMap<Long, Reason> told() {
        return quarantine.first(Quarantine.TOLD);
    }

    /** All of them together. */
    long count() {
        return dropped + quarantine.count();
    }

    /** A source is to be read, maybe more than once. */
    Filtering next(Source source, long first) {
        quarantine.next();
        return new Filtering(filter, source, first);
    }

    /** The source is read from its first row. */
    void begin(Filtering filtering) {
        filtering.begin();
        quarantine.begin(filtering.first());
    }

    /**
     * Marks the rows of a batch that are left out as {@link PartMarks#DROPPED}.
     *
     * @return whether there may be some
     */
    boolean mark(Batch batch, Filtering filtering, byte[] codes) {
        filtering.mark(batch, codes);
        quarantine.mark(batch, codes);
        return filter.isPresent() || quarantine.isOpen();
    }

    /** The source was read. */
    void end(Filtering filtering, long rows) {
        filtering.requireWhole(rows);
        dropped += filtering.count();
        trueForAll &= filtering.isTrueForAll();
    }
}
