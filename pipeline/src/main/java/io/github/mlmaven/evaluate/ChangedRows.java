package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Column.Clash;
import io.github.mlmaven.evaluate.Behaviours.Asked;
import io.github.mlmaven.evaluate.Expectation.Shift;
import io.github.mlmaven.model.Inputs;
import io.github.mlmaven.step.Behaviour;
import io.github.mlmaven.step.Behaviour.Failing;
import io.github.mlmaven.step.Behaviour.Tried;
import io.github.mlmaven.step.Finding.Offender;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Test rows with another value of a column. A row is tried in each way that changes it and that its schema allows, and a test
 * holds of it if it does in all of them; a row that no way changes is left out.
 */
final class ChangedRows {

    private final String column;
    private final Asked model;
    private final Replacement replacement;
    private final Expectation expectation;
    private final long most;

    private final List<Broken> first = new ArrayList<>();
    private long seen;
    private long tried;
    private long held;

    /** @param first how many rows are tried at most */
    ChangedRows(String column, Asked model, Replacement replacement, Expectation expectation, OptionalLong first) {
        this.column = column;
        this.model = model;
        this.replacement = replacement;
        this.expectation = expectation;
        this.most = first.orElse(Long.MAX_VALUE);
    }

    private record Broken(long position, String was, String now, Shift shift) {}

    /** Tries rows of a batch, as far as more are wanted. */
    void add(Batch batch) {
        int wanted = (int) Math.min(batch.rows(), most - seen);
        seen += wanted;
        Batch asked = picked(batch, accepted(batch, wanted));
        if (asked.rows() == 0) {
            return;
        }
        Batch before = model.inference().predict(asked);
        BitSet changed = new BitSet(asked.rows());
        @Nullable Broken[] broken = new @Nullable Broken[asked.rows()];
        for (int way = 0; way < replacement.ways(); way++) {
            tryOut(asked, before, way, changed, broken);
        }
        tried += changed.cardinality();
        held += IntStream.range(0, asked.rows())
                .filter(row -> changed.get(row) && broken[row] == null)
                .count();
        for (int row = 0; row < broken.length && first.size() < Behaviour.FIRST; row++) {
            Optional.ofNullable(broken[row]).ifPresent(first::add);
        }
    }

    private void tryOut(Batch asked, Batch before, int way, BitSet changed, @Nullable Broken[] broken) {
        Column was = asked.column(column);
        Column now = replacement.of(was, way);
        Batch with = replaced(asked, now);
        int[] rows = IntStream.range(0, asked.rows())
                .filter(row -> replacement.isAllowed(now, row) && !now.text(row).equals(was.text(row)))
                .filter(row -> model.inputs().isAccepted(with, row))
                .toArray();
        if (rows.length == 0) {
            return;
        }
        Batch after = model.inference().predict(with.pick(rows, rows.length));
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            changed.set(row);
            if (broken[row] == null) {
                Optional<Shift> wrong = expectation.wrong(before, row, after, i);
                if (wrong.isPresent()) {
                    broken[row] = new Broken(asked.position(row), was.text(row), now.text(row), wrong.get());
                }
            }
        }
    }

    /** The rows that the model answers, and that have a value to change. */
    private int[] accepted(Batch batch, int wanted) {
        Inputs inputs = model.inputs();
        BitSet clashing = new BitSet();
        inputs.header().names().stream()
                .flatMap(name -> batch.column(name).clashes().stream())
                .mapToInt(Clash::row)
                .forEach(clashing::set);
        return IntStream.range(0, wanted)
                .filter(row ->
                        !clashing.get(row) && !batch.column(column).isMissing(row) && inputs.isAccepted(batch, row))
                .toArray();
    }

    private Batch picked(Batch batch, int... rows) {
        return batch.only(model.inputs().header().names()).pick(rows, rows.length);
    }

    private Batch replaced(Batch rows, Column made) {
        Column[] columns = model.inputs().header().names().stream()
                .map(name -> name.equals(column) ? made : rows.column(name))
                .toArray(Column[]::new);
        return Batch.of(model.inputs().header(), rows.rows(), columns);
    }

    /**
     * What became of the rows.
     *
     * @param locate where rows stand: by position, with what was found there
     */
    Tried tried(Function<SortedMap<Long, String>, List<Offender>> locate) {
        SortedMap<Long, String> found = new TreeMap<>();
        first.forEach(row -> found.put(row.position(), row.was()));
        List<Offender> places = locate.apply(found);
        List<Failing> failing = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            Broken row = first.get(i);
            failing.add(new Failing(
                    places.get(i),
                    Optional.of(row.now()),
                    Optional.of(row.shift().before()),
                    row.shift().after()));
        }
        return new Tried(tried, held, seen - tried, failing);
    }
}
