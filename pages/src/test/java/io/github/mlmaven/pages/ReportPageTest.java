package io.github.mlmaven.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.GateResult.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportPageTest {

    @Test
    void the_verdict_comes_first_then_the_gates_that_fail_and_all_else_below() {
        String page = Reports.regression().html();

        assertThat(page)
                .containsSubsequence(
                        "<h1><bdi>houses</bdi></h1>",
                        "1.2.0 · regression · 2,000 test rows",
                        "<bdi>FAIL. 'houses' is not good enough: 2 of 5 gates fail.</bdi>",
                        "<a href=\"#gate-1\"><bdi>rmse &lt;= 600</bdi></a>",
                        "<a href=\"#gate-2\"><bdi>rmse &lt;= baseline + 2 %</bdi></a>",
                        "compared with com.example:houses:1.1.0 on the same rows",
                        "<h2 id=\"gates\">",
                        "rmse is 612.4, but at most 600 is allowed (model.yaml line 12).",
                        "<span class=\"mark warning\">WARN</span>",
                        "<span class=\"mark quiet\">INCONCLUSIVE</span>",
                        "<summary>1 gate passes</summary>",
                        "<h3 class=\"of\">Waivers</h3>",
                        "<h2 id=\"metrics\">",
                        "<h2 id=\"predictions\">",
                        "<h2 id=\"slices\">",
                        "<h2 id=\"data\">",
                        "1 error. No model is trained on this data.",
                        "<h2 id=\"making\">");
    }

    @Test
    void a_model_that_passes_is_said_to() {
        assertThat(Reports.good().html())
                .contains(
                        "<div class=\"status good\">",
                        "<bdi>PASS. 1 of 1 gates pass.</bdi>",
                        "Nothing was found. The data is as model.yaml says.",
                        "<details class=\"passed\" open>")
                .doesNotContain("class=\"failing\"", "Waivers", "id=\"slices\"");
    }

    @Test
    void a_gate_is_drawn_with_its_value_interval_and_limit() {
        GateView.Drawn drawn = drawn(Reports.BROKEN);

        // From 569.532 to 655.268, with a tenth of that at each end.
        assertThat(drawn.says()).isEqualTo("value 612.4, interval 569.53 .. 655.27, at most 600");
        assertThat(drawn.scale().point()).isEqualTo("M200 15h0");
        assertThat(drawn.scale().interval()).contains("M33.3 15H366.7");
        assertThat(drawn.scale().limit()).contains("M151.8 0V30");
        assertThat(drawn.scale().allowed()).contains("M0 0H151.8V30H0z");
        assertThat(drawn.scale().baseline()).isEmpty();
    }

    @Test
    void a_gate_that_compares_is_drawn_with_its_baseline_and_the_interval_of_the_change() {
        GateView.Drawn drawn = drawn(Reports.MOVED);

        // 540 and 13.4 % more, 5 % to each side; 2 % are allowed.
        assertThat(drawn.says()).isEqualTo("value 612.4, by the change 585.36 .. 639.36, at most 550.8, baseline 540");
        assertThat(drawn.scale().baseline()).isPresent();
    }

    private static GateView.Drawn drawn(GateResult gate) {
        return GateView.of(gate, 1, Reports.regression().report().verdict())
                .drawn()
                .orElseThrow();
    }

    @Test
    void a_number_at_the_end_of_all_numbers_has_a_place_too() {
        Scale.Range range = Scale.Range.of(List.of(Double.MAX_VALUE, -Double.MAX_VALUE));
        Scale.Range same = Scale.Range.of(List.of(0.0, 0.0));

        assertThat(range.x(0)).isEqualTo(200);
        assertThat(same.x(0)).isEqualTo(200);
        assertThat(Scale.Range.of(List.of(7.0)).x(7)).isEqualTo(200);
    }

    @Test
    void a_waiver_is_shown_with_who_answers_for_it_and_until_when() {
        assertThat(Reports.regression().html())
                .contains(
                        "<td class=\"whole\">2026-12-31</td><td><bdi>anna</bdi></td><td class=\"text\"><bdi>until the new meters are read</bdi></td><td><span class=\"mark warning\">counts</span></td>");
        assertThat(Reports.hostile().html()).contains("<span class=\"mark error\">expired</span>");
    }

    @Test
    void metrics_stand_beside_those_of_the_baseline() {
        assertThat(Reports.regression().html())
                .contains(
                        "<tr><th scope=\"row\"><bdi>rmse</bdi></th><td class=\"number\">612.4</td><td class=\"number quiet\">571.32 .. 653.48</td><td class=\"number\">551.16</td><td class=\"number\">+61.24</td><td class=\"number quiet\">0 .. +122.48</td></tr>",
                        "<th scope=\"row\"><bdi>max-error</bdi></th><td class=\"number\">-</td>");
    }

    @Test
    void slices_in_which_the_model_is_worst_come_first() {
        String page = Reports.regression().html();

        // Times 0.8, 1 and 1.2: of r2 the lowest is the worst.
        assertThat(page.substring(page.indexOf("aria-label=\"rmse by slice\"")))
                .containsSubsequence("cut = Ideal", "cut = Good", "cut = Fair");
        assertThat(page.substring(page.indexOf("aria-label=\"r2 by slice\"")))
                .containsSubsequence("cut = Fair", "cut = Good", "cut = Ideal");
        assertThat(page).containsOnlyOnce("<details class=\"sliced\" open>");
    }

    @Test
    void few_labels_are_a_table_and_many_are_the_mistakes_among_them() {
        String few = Reports.classification(List.of("Adelie", "Gentoo")).html();
        String many = Reports.classification(
                        IntStream.range(0, 40).mapToObj(i -> "label " + i).toList())
                .html();

        assertThat(few)
                .contains(
                        "<th scope=\"col\">true \\ predicted</th>",
                        "<th scope=\"row\"><bdi>Adelie</bdi></th><td class=\"number h10 right\">90</td><td class=\"number h1\">3</td><td class=\"number\">96.8 %</td>",
                        "ROC curve of Gentoo, area 0.8",
                        "Reliability of Adelie: said 5 %, observed 0.3 % of 160;");
        assertThat(many)
                .contains(
                        "Labels that were mistaken most often",
                        "<td><bdi>label 0</bdi></td><td><bdi>label 3</bdi></td><td class=\"number\">9</td>",
                        "28 further labels of fewer test rows are not drawn.")
                .doesNotContain("class=\"confusion\"");
    }

    @Test
    void errors_of_a_regression_are_drawn_and_counted() {
        assertThat(Reports.regression().html())
                .contains(
                        "aria-label=\"Predicted against true values, from 0 to 3200, darker where there are more rows\"",
                        "7 rows are outside of the drawing.",
                        "1 row is outside of the drawing.",
                        "<th scope=\"row\">95 % are below</th><td class=\"number\">420</td>",
                        "<th scope=\"row\">median</th><td class=\"number\">-3</td>");
    }

    @Test
    void columns_that_matter_most_come_first_and_one_that_does_not_has_no_bar() {
        assertThat(Reports.regression().html())
                .containsSubsequence(
                        "How much worse rmse is where the values of a column are shuffled among 2,000 test rows: the mean of 5 shuffles, from the least to the most of one.",
                        "<bdi>size</bdi></th>",
                        "<rect class=\"now\" width=\"96.4\" height=\"10\"/><path class=\"range\" d=\"M93.5 5H100\"/>",
                        "<td class=\"number\">310.5</td>",
                        "<bdi>colour</bdi></th>",
                        "<rect class=\"now\" width=\"0\" height=\"10\"/><path class=\"range\" d=\"M0 5H0.1\"/>");
    }

    @Test
    void it_says_where_all_of_it_comes_from_and_how_it_comes_about_again() {
        assertThat(Reports.regression().html())
                .contains(
                        "<bdi>SHA-256 of the data</bdi>",
                        "<th scope=\"row\"><bdi>left out by data.where</bdi></th><td><bdi>12</bdi></td>",
                        "<th scope=\"row\"><bdi>max-depth</bdi></th><td><bdi>6</bdi></td>",
                        "<bdi>version of xgboost</bdi>",
                        "<code>mvn ml:check -pl houses</code>",
                        "<code>mvn ml:compare -pl houses</code>");
    }

    @Test
    void text_of_the_data_is_shown_and_never_understood() {
        assertThat(Reports.hostile().html())
                .doesNotContain(
                        "<script", "<b onclick", "\u202E", "\u0000", "x".repeat(900), "y".repeat(900), "z".repeat(200))
                .contains("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;\\u{202e}txt.exe\\u{0}");
    }

    @Test
    void a_page_allows_its_own_style_and_nothing_else() {
        assertThat(Reports.regression().html())
                .contains("content=\"default-src 'none'; style-src '" + StyleSheet.REPORT.hash() + "';")
                .doesNotContain("http:", "https:", "style=", "<script")
                .doesNotContainPattern("<[^>]* on\\w+=");
    }

    @Test
    void headings_are_in_order_and_ids_are_unique_and_every_link_leads_somewhere() {
        String page = Reports.large().html();
        int before = 0;
        for (Matcher heading = Pattern.compile("<h([1-6])").matcher(page); heading.find(); ) {
            int level = Integer.parseInt(heading.group(1));
            assertThat(level).isBetween(1, before + 1);
            before = level;
        }
        List<String> ids = found(page, " id=\"([^\"]+)\"");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids).containsAll(found(page, "href=\"#([^\"]+)\""));
    }

    private static List<String> found(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void thirty_gates_and_fifty_slices_leave_the_verdict_in_sight() {
        String page = Reports.large().html();

        assertThat(page).hasSizeLessThan(2_000_000);
        assertThat(page).contains("<details class=\"passed\">", "<summary>26 gates pass</summary>");
    }

    @Test
    void of_more_gates_than_a_browser_is_good_for_the_worst_are_shown_and_the_others_counted() {
        List<GateResult> gates = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            gates.add(Reports.limited("metric-" + i, 700, 600, Outcome.FAIL, Reason.BROKEN, i));
            gates.add(Reports.limited("metric-" + i, 500, 600, Outcome.PASS, Reason.HOLDS, i));
        }
        String page = Reports.page(
                        gates,
                        Collections.nCopies(1_000, Pages.OUT_OF_RANGE),
                        Reports.numbers(List.of()),
                        Reports.curves())
                .html();

        assertThat(page)
                .hasSizeLessThan(2_000_000)
                .contains(
                        "and 2,900 more gates: verdict.json has them",
                        "<summary>3,000 gates pass</summary>",
                        "<li>and 2988 more</li>",
                        "and 900 more findings: data.html has them");
        assertThat(found(page, " id=\"([^\"]+)\"")).containsAll(found(page, "href=\"#([^\"]+)\""));
    }

    @Test
    void the_same_results_make_the_same_bytes() {
        assertThat(Reports.regression().bytes()).isEqualTo(Reports.regression().bytes());
        assertThat(Reports.hostile().bytes()).isEqualTo(Reports.hostile().bytes());
    }

    @Test
    void pages_for_a_browser_test_are_left() throws IOException {
        // ci/page-test looks at them.
        Path folder = Files.createDirectories(Path.of("target", "pages"));
        Files.write(
                folder.resolve("report-regression.html"), Reports.regression().bytes());
        Files.write(
                folder.resolve("report-classification.html"),
                Reports.classification(List.of("Adelie", "Chinstrap", "Gentoo")).bytes());
        Files.write(folder.resolve("report-good.html"), Reports.good().bytes());
        Files.write(folder.resolve("report-hostile.html"), Reports.hostile().bytes());
        Files.write(folder.resolve("report-large.html"), Reports.large().bytes());
        assertThat(folder.resolve("report-large.html")).isNotEmptyFile();
    }
}
