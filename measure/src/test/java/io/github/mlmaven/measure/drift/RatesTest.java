package io.github.mlmaven.measure.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.measure.drift.Case.Rates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * How often columns are said to drift, by simulation. The table in docs/drift.md is written by this with {@code
 * -Ddrift.columns=100000 -Ddrift.write=true}: the same number of columns makes the same table.
 */
class RatesTest {

    private static final int COLUMNS = Integer.getInteger("drift.columns", 300);
    private static final Path PAGE = Path.of("..", "docs", "drift.md");
    private static final String HEAD = "| case | columns | drift | none |\n|---|---|---|---|\n";

    private static List<String> documented() throws IOException {
        String page = Files.readString(PAGE);
        String table = page.substring(page.indexOf(HEAD) + HEAD.length());
        return table.lines().takeWhile(line -> line.startsWith("| ")).toList();
    }

    @Test
    void what_is_of_one_distribution_does_not_drift_and_what_moved_does() throws IOException {
        List<Rates> rates =
                Case.ALL.stream().map(simulated -> simulated.simulate(COLUMNS)).toList();

        if (Boolean.getBoolean("drift.write")) {
            write(rates.stream().map(Rates::row).collect(Collectors.joining("\n", "", "\n")));
        }
        assertThat(broken(rates)).isEmpty();
    }

    @Test
    void the_page_tells_each_case_as_it_must_be_and_no_other() throws IOException {
        List<Rates> rates = documented().stream().map(Rates::of).toList();

        assertThat(rates)
                .extracting(Rates::what)
                .isEqualTo(Case.ALL.stream().map(Case::what).toList());
        assertThat(rates).allMatch(row -> row.columns() >= 100_000);
        assertThat(broken(rates)).isEmpty();
    }

    private static List<String> broken(List<Rates> rates) {
        return IntStream.range(0, rates.size())
                .boxed()
                .flatMap(i -> Case.ALL.get(i).broken(rates.get(i)).stream())
                .toList();
    }

    private static void write(String rows) throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(HEAD) + HEAD.length();
        int to = from + documented().stream().mapToInt(row -> row.length() + 1).sum();
        Files.writeString(PAGE, page.substring(0, from) + rows + page.substring(to));
    }
}
