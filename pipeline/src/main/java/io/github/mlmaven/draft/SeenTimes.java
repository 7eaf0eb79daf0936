package io.github.mlmaven.draft;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Dictionary;
import io.github.mlmaven.api.Tick;
import io.github.mlmaven.spec.TimeTexts;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is seen of a column of dates or timestamps while its rows go by in their order. */
final class SeenTimes {

    private static final long UNREAD = Long.MIN_VALUE + 1;

    private final TimeTexts texts;
    private @Nullable Dictionary dictionary;
    private long[] known = new long[0];
    private boolean rises = true;
    private boolean falls = true;
    private long first;
    private long last;
    private long previous;
    private long times;

    SeenTimes(TimePattern pattern) {
        this.texts = pattern.texts();
    }

    void add(Column.Texts column) {
        if (column.dictionary() != dictionary) {
            dictionary = column.dictionary();
            Arrays.fill(known, UNREAD);
        }
        if (known.length < dictionary.size()) {
            int before = known.length;
            known = Arrays.copyOf(known, Math.max(dictionary.size(), 2 * before));
            Arrays.fill(known, before, known.length, UNREAD);
        }
        for (int row = 0; row < column.rows(); row++) {
            int code = column.codes()[row];
            if (code != Column.Texts.MISSING) {
                if (known[code] == UNREAD) {
                    known[code] = texts.read(dictionary.text(code)).orElse(Column.Times.MISSING);
                }
                add(known[code]);
            }
        }
    }

    private void add(long time) {
        if (time == Column.Times.MISSING) {
            return;
        }
        if (times++ == 0) {
            first = time;
            last = time;
        } else {
            rises &= time >= previous;
            falls &= time <= previous;
            first = Math.min(first, time);
            last = Math.max(last, time);
        }
        previous = time;
    }

    Facts facts() {
        return new Facts(day(first), day(last), times > 1 && (rises || falls));
    }

    private LocalDate day(long time) {
        return LocalDate.ofEpochDay(texts.tick() == Tick.DAY ? time : Math.floorDiv(time, Tick.MICROSECOND.perDay()));
    }

    /**
     * What was seen.
     *
     * @param first the day of the earliest
     * @param last the day of the latest
     * @param ordered whether the rows are in the order of their times, or in the opposite one
     */
    record Facts(LocalDate first, LocalDate last, boolean ordered) {

        /** A day before which nothing of the kind is: a tenth of the time earlier, at the beginning of its year. */
        LocalDate bound() {
            long days = Math.max(0, last.toEpochDay() - first.toEpochDay());
            return first.minusDays(days / 10).withDayOfYear(1);
        }
    }
}
