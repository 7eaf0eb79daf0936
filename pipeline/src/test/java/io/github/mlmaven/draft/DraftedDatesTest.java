package io.github.mlmaven.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.worker.DraftRequest.Wanted;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a draft makes of columns of dates: a split, and inputs where there are no others. */
class DraftedDatesTest {

    @TempDir
    Path folder;

    @Test
    void rows_in_the_order_of_a_date_are_split_by_it() throws IOException {
        Drafts drafts = new Drafts(folder).file("d.csv", sales(200, row -> 3.5 * row));

        assertThat(drafts.draft("d.csv"))
                .contains("  split: {test: 30%, by: time, column: sold}"
                        + "    # the rows are in the order of 'sold': the latest of them test\n")
                .contains("  sold:  {type: date, format: dd.MM.uuuu, min: 2019-01-01, required: true}");
    }

    @Test
    void labels_that_one_part_alone_would_have_speak_against_a_split_by_time() throws IOException {
        Drafts drafts = new Drafts(folder).file("d.csv", sales(200, row -> row < 150 ? row % 2 : 2));
        String early = "before the latest 30 % of the rows none has the label '2'";

        assertThat(drafts.draft("d.csv"))
                .contains(
                        "  split: {test: 30%}    # by the whole row, also by sold (no input): 'group' lists the columns that tell"
                                + " what belongs together; not by time: " + early + "\n");
        assertThat(drafts.run("d.csv", Wanted.MODEL)).contains("not split by time: " + early);
        drafts.file("e.csv", sales(200, row -> row < 100 ? row % 3 : row % 2));
        assertThat(drafts.run("e.csv", Wanted.MODEL))
                .contains("not split by time: of the latest 30 % of the rows none has the label '2'");
    }

    @Test
    void the_parts_of_a_date_are_the_inputs_where_nothing_else_is_one() throws IOException {
        StringBuilder csv = new StringBuilder("day,note,visitors\n");
        Random random = new Random(4);
        for (int row = 0; row < 400; row++) {
            LocalDate day = LocalDate.of(2020, 1, 1).plusDays(row);
            int visitors = 100 + 40 * day.getDayOfWeek().getValue() + random.nextInt(10);
            csv.append(day)
                    .append(",of day no. ")
                    .append(row)
                    .append(',')
                    .append(visitors)
                    .append('\n');
        }
        Drafts drafts = new Drafts(folder).file("d.csv", csv.toString());

        assertThat(drafts.draft("d.csv"))
                .contains("  day:      {type: date, min: 2019-01-01, required: true}\n")
                .contains(
                        "features:\n  day: {encode: calendar}    # its parts are inputs, since no other column could be one\n");
        assertThat(drafts.spec().spec().inputs()).containsExactly("day");
        assertThat(drafts.warned("d.csv")).isEmpty();
    }

    /** Sales day by day. */
    private static String sales(int rows, IntToDoubleFunction price) {
        StringBuilder csv = new StringBuilder("sold,size,class\n");
        for (int row = 0; row < rows; row++) {
            LocalDate day = LocalDate.of(2020, 1, 1).plusDays(row);
            csv.append(String.format(
                    Locale.ROOT,
                    "%02d.%02d.%d,%d,%s%n",
                    day.getDayOfMonth(),
                    day.getMonthValue(),
                    day.getYear(),
                    row % 17,
                    BigDecimal.valueOf(price.applyAsDouble(row))
                            .stripTrailingZeros()
                            .toPlainString()));
        }
        return csv.toString();
    }
}
