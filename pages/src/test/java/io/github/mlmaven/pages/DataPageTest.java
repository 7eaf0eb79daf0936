package io.github.mlmaven.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.report.Remedies;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Profile.ColumnProfile;
import io.github.mlmaven.step.Profile.Values;
import io.github.mlmaven.step.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DataPageTest {

    @Test
    void findings_come_first_with_their_rows_and_what_to_do() {
        String page = Pages.small().html();

        assertThat(page.indexOf("value-out-of-range")).isLessThan(page.indexOf("id=\"columns\""));
        assertThat(page)
                .contains(
                        "1 error. No model is trained on this data.",
                        "found -1, the schema allows at least 0 (model.yaml line 12); 3 of 1000 rows are so.",
                        "Correct the row, or change the range in model.yaml line 12.",
                        "<td><bdi>data/d.csv:9</bdi></td><td><bdi>-2</bdi></td>",
                        "and 1 more row",
                        "1,000 rows · 2 columns");
    }

    @Test
    void of_a_row_that_equals_another_no_value_is_shown() {
        Finding equal = Finding.of(
                        FindingCode.SPLIT_DUPLICATE_ROWS,
                        Severity.WARNING,
                        Finding.Subject.rule(new SpecPlace("model.yaml", 5, 3)))
                .with(new Finding.Rows(1, 10, List.of(new Finding.Offender("data/d.csv", 7, ""))));
        DataPage page = Pages.page(
                Pages.small().table().fields(), List.of(Pages.categories(), Pages.numbers(0.2)), List.of(equal));

        assertThat(page.html()).contains("<td><bdi>data/d.csv:7</bdi></td><td><bdi>-</bdi></td>");
    }

    @Test
    void a_finding_leads_to_its_column() {
        String page = Pages.small().html();

        assertThat(page).contains("<a href=\"#column-2\"><bdi>carat</bdi></a>", "id=\"column-2\"");
    }

    @Test
    void text_of_the_data_is_shown_and_never_understood() {
        String page = Pages.hostile().html();

        assertThat(page)
                .doesNotContain("<script", "<b onclick", "\u202E", "\u0000", "x".repeat(200), "z".repeat(200))
                .contains(
                        "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;\\u{202e}txt.exe\\u{0} \"'&amp;&lt;b onclick=x&gt;",
                        "… (10,000 characters)", "(no name)", "(empty)");
    }

    @Test
    void a_page_allows_its_own_style_and_nothing_else() {
        String page = Pages.small().html();

        assertThat(page)
                .contains("content=\"default-src 'none'; style-src '" + StyleSheet.DATA.hash() + "';")
                .doesNotContain("http:", "https:", "style=", "<script")
                .doesNotContainPattern("<[^>]* on\\w+=")
                .contains("<html lang=\"en\">");
    }

    @Test
    void data_without_a_finding_is_said_to_be_good_and_data_that_nobody_looked_at_is_not() {
        DataPage good =
                Pages.page(Pages.small().table().fields(), List.of(Pages.categories(), Pages.numbers(0.2)), List.of());
        DataPage unseen = new DataPage(
                DataPage.Table.of(
                        "houses",
                        "houses.csv",
                        new TreeMap<>(Map.of("cut", ColumnType.CATEGORY, "carat", ColumnType.NUMBER))),
                good.profiles(),
                Optional.empty());

        assertThat(good.html()).contains("Nothing was found. The data is as model.yaml says.");
        assertThat(unseen.html())
                .contains("The data was not held to a model.yaml.", "<p class=\"quiet\">number</p>")
                .doesNotContain("Nothing was found", "id=\"findings\"");
    }

    @Test
    void what_is_only_to_be_known_is_no_warning() {
        Finding info = Finding.of(
                        FindingCode.DRIFT_SLICES,
                        Severity.INFO,
                        Finding.Subject.rule(new SpecPlace("model.yaml", 9, 3)))
                .with("by", "sold")
                .with("every", "month")
                .with("reason", "missing")
                .with("rows", new Value.Whole(3));
        DataPage page = Pages.page(
                Pages.small().table().fields(), List.of(Pages.categories(), Pages.numbers(0.2)), List.of(info));

        assertThat(page.html())
                .contains(
                        "<p class=\"status good\">1 thing to know, no warning and no error.</p>",
                        "Slices by 'sold' (model.yaml line 9): 3 rows have none, and are in no slice.");
    }

    @Test
    void advice_to_accept_says_the_command_of_the_model() {
        Finding moved = Finding.of(
                        FindingCode.DRIFT_BASELINE,
                        Severity.WARNING,
                        Finding.Subject.rule(new SpecPlace("small.yaml", 9, 3)))
                .with("file", "small.profile.json")
                .with("reason", "no-hash");
        DataPage small = Pages.small();
        DataPage page = new DataPage(
                small.table(),
                small.profiles(),
                Optional.of(List.of(moved)),
                Optional.empty(),
                new Remedies(new AcceptCommand("mvn ml:accept@small -pl prices")));

        assertThat(page.html()).contains("Accept the model: mvn ml:accept@small -pl prices.");
    }

    @Test
    void numbers_stand_beside_those_of_the_accepted_data() {
        String page = Pages.compared().html();

        assertThat(page)
                .contains(
                        "<tr><th scope=\"row\">median</th><td class=\"number\">0.7</td><td class=\"number accepted\">1.2</td></tr>",
                        "aria-label=\"Numbers from 0.2 to 5.51, half of them from 0.4 to 1.04.\"",
                        "<path class=\"line accepted\"",
                        "the accepted rows",
                        "<td><a href=\"#column-2\"><bdi>carat</bdi></a></td><td class=\"number\">0.61</td>");
        assertThat(Pages.small().html()).doesNotContain("class=\"line ", "the accepted rows");
    }

    @Test
    void how_far_a_column_moved_is_told_with_its_interval_and_verdict() {
        String page = Pages.compared().html();

        assertThat(page)
                .contains(
                        "<tr><th scope=\"row\">standard deviations, since accepted</th><td class=\"number\"><span class=\"whole\">0.512</span> <span class=\"whole\">(0.4 to 0.6)</span></td>"
                                + "<td class=\"number whole allowed\">0.1</td><td class=\"number\"><span class=\"mark warning\">drift</span></td></tr>",
                        "<th scope=\"row\">missing, since accepted</th><td class=\"number\"><span class=\"whole\">0 %</span> <span class=\"whole\">(0 % to 0.4 %)</span></td>",
                        "<th scope=\"row\">changed category, since accepted</th><td class=\"number\"><span class=\"whole\">4 %</span> <span class=\"whole\">(1 % to 100 %)</span></td>",
                        "<td class=\"drift\"><span class=\"mark quiet\">inconclusive</span></td>");
        assertThat(Pages.small().html()).doesNotContain("class=\"drift\"", "class=\"movements\"");
    }

    @Test
    void slices_of_time_are_drawn_for_each_column_those_that_drifted_first() {
        String page = Pages.compared().html();

        assertThat(page)
                .contains(
                        "Each month of 'sold' against all rows before it: 24 months. 120 rows without a time are in none.",
                        "<span class=\"mark warning\">drift in 2024-04 to 2024-05</span>",
                        "aria-label=\"From 2023-01 to 2024-12, more than is allowed in 2024-04 to 2024-05.\"",
                        "<path class=\"limit\" d=\"M0 81.5H400\"/>",
                        "<path class=\"interval drifted\" d=\"M258.3 44.4V0M275 44.4V0\"/>",
                        "<path class=\"found drifted\" d=\"M258.3 22.2h0M275 22.2h0\"/>",
                        "aria-label=\"From 2023-01 to 2024-12, no slice that moved by more than is allowed.\"",
                        "<p class=\"axis\"><span>2023-01</span><span>2024-12</span></p>",
                        "<th scope=\"row\">standard deviations, in 2024-04 from earlier</th>")
                .containsSubsequence(
                        "<h3><a href=\"#column-2\"><bdi>carat</bdi>", "<h3><a href=\"#column-1\"><bdi>cut</bdi>");
        // Carat has no missing value in any slice.
        assertThat(page.split("<svg class=\"slices\"", -1)).hasSize(1 + 2);
        assertThat(Pages.small().html()).doesNotContain("id=\"time\"", "class=\"slices\"");
    }

    @Test
    void slices_beyond_what_a_browser_draws_are_counted() {
        OverTimeView drawn = OverTimeView.of(
                Pages.course(30_000), List.of("cut", "carat"), Map.of("cut", "column-1", "carat", "column-2"));

        assertThat(drawn.columns()).extracting(column -> column.link().name()).containsExactly("carat");
        assertThat(drawn.more()).contains("1 more column in drift.json.");
        assertThat(drawn.many()).isTrue();
    }

    @Test
    void test_rows_are_drawn_over_training_rows_and_seen_at_once_where_they_drifted() {
        String page = Pages.compared().html();

        assertThat(page)
                .contains("<summary>Test rows over training rows</summary>", "<path class=\"line tested\" d=\"M0 100V")
                .containsOnlyOnce("<details class=\"tested\" open>")
                .containsOnlyOnce("<details class=\"tested\">")
                .contains("<path class=\"line tested\" d=\"M100 -2V12\"/>");
        assertThat(Pages.small().html()).doesNotContain("class=\"tested\"");
    }

    @Test
    void training_rows_are_drawn_where_they_are_seen_to_differ() {
        DataPage page = Pages.compared();
        DataPage other = new DataPage(
                page.table(),
                new DataPage.Profiles(page.profiles().rows(), page.profiles().accepted(), Optional.empty()),
                page.findings());

        assertThat(other.html())
                .contains("<path class=\"line training\"", "the training rows among these, where they differ");
        assertThat(page.html()).doesNotContain("class=\"line training\"", "the training rows");
    }

    @Test
    void a_few_different_numbers_are_bars_in_their_order() {
        ColumnProfile years = Pages.numbers(2007);
        ColumnProfile few = new ColumnProfile(
                0,
                new Values(
                        3,
                        0,
                        List.of(Pages.value("10", 500), Pages.value("9", 300), Pages.value("-1", 200)),
                        Optional.empty()),
                years.numbers(),
                Optional.empty(),
                Optional.empty());
        String page = Pages.page(Pages.small().table().fields(), List.of(few, years), List.of())
                .html();

        assertThat(page).containsSubsequence("<bdi>-1</bdi>", "<bdi>9</bdi>", "<bdi>10</bdi>");
        assertThat(page).containsOnlyOnce("class=\"histogram\"");
    }

    @Test
    void training_rows_differ_only_by_more_than_chance_makes() {
        assertThat(Histograms.seen(1_000_000)).isEqualTo(0.05);
        assertThat(Histograms.seen(100)).isEqualTo(0.2);
        assertThat(Histograms.seen(0)).isEqualTo(2);
    }

    @Test
    void the_same_data_makes_the_same_bytes() {
        assertThat(Pages.hostile().bytes()).isEqualTo(Pages.hostile().bytes());
    }

    @Test
    void a_hundred_columns_are_less_than_two_megabytes() throws IOException {
        byte[] page = Pages.wide().bytes();

        assertThat(page).hasSizeBetween(50_000, 2_000_000);
        // For ci/page-test, which looks at them in a browser.
        Path folder = Files.createDirectories(Path.of("target", "pages"));
        Files.write(folder.resolve("wide.html"), page);
        Files.write(folder.resolve("small.html"), Pages.small().bytes());
        Files.write(folder.resolve("compared.html"), Pages.compared().bytes());
        Files.write(folder.resolve("hostile.html"), Pages.hostile().bytes());
        Files.writeString(folder.resolve("gallery.html"), DataPage.html(Gallery.view()));
    }
}
