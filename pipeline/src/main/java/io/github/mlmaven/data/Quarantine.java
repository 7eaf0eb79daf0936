package io.github.mlmaven.data;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column.Clash;
import io.github.mlmaven.data.QuarantineFile.Reason;
import io.github.mlmaven.spec.BadRows;
import io.github.mlmaven.step.FindingCode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rows that are not of the table as a value of theirs is not of its column's type, where a spec lets some be left out; else
 * none. A row with several such values is told by the first of them, in the order of the schema.
 */
final class Quarantine {

    /** Of so many rows is told what is wrong with them. */
    static final int TOLD = 100_000;

    private final boolean open;
    private final List<TableColumn> columns;
    private final TreeMap<Long, Reason> first = new TreeMap<>();
    private long count;
    private long before;

    Quarantine(BadRows rows, Columns columns) {
        this.open = rows.areQuarantined();
        this.columns = columns.all();
    }

    /** Whether rows may be left out. */
    boolean isOpen() {
        return open;
    }

    /** A source begins: what is quarantined so far is sure. */
    void next() {
        before = count;
    }

    /** The source is read again from its first row. */
    void begin(long position) {
        first.tailMap(position).clear();
        count = before;
    }

    /**
     * Marks the rows of a batch that are quarantined.
     *
     * @param codes of all rows, of which some become {@link PartMarks#DROPPED}, and some are
     */
    void mark(Batch batch, byte[] codes) {
        if (!open) {
            return;
        }
        for (TableColumn column : columns) {
            for (Clash clash : batch.column(column.name()).clashes()) {
                if (codes[clash.row()] != PartMarks.DROPPED) {
                    codes[clash.row()] = PartMarks.DROPPED;
                    count++;
                    add(
                            batch.position(clash.row()),
                            new Reason(column.name(), FindingCode.TYPE_MISMATCH, clash.text()));
                }
            }
        }
    }

    private void add(long position, Reason reason) {
        if (first.size() < TOLD) {
            first.put(position, reason);
        }
    }

    long count() {
        return count;
    }

    /** The first rows by position with what was found there. */
    SortedMap<Long, Reason> first(int most) {
        SortedMap<Long, Reason> found = new TreeMap<>();
        first.entrySet().stream().limit(most).forEach(row -> found.put(row.getKey(), row.getValue()));
        return found;
    }
}
