package io.github.mlmaven.report;

import static io.github.mlmaven.report.ReportTest.VERDICT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Offender;
import io.github.mlmaven.step.Finding.Rows;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Profile;
import io.github.mlmaven.step.Profile.ColumnProfile;
import io.github.mlmaven.step.Strictness;
import io.github.mlmaven.step.Validation;
import io.github.mlmaven.step.Value;
import io.github.mlmaven.step.Verdict;
import io.github.mlmaven.text.Json;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class JUnitXmlTest {

    private static final Finding OUT_OF_RANGE = Finding.of(
                    FindingCode.VALUE_OUT_OF_RANGE,
                    Severity.ERROR,
                    Subject.column("x", new SpecPlace("model.yaml", 12, 3)))
            .with(new Rows(2, 10, List.of(new Offender("d.csv", 7, "-1"), new Offender("d.csv", 9, "-2"))))
            .with("min", new Value.Real(0));

    @Test
    void gates_are_test_cases_for_ci_servers() {
        assertThat(text(JUnitXml.gates("diamonds", VERDICT, AcceptCommand.ONLY)))
                .isEqualTo("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <testsuite name="ml.diamonds" tests="3" failures="1" errors="0" skipped="1" time="0">
                          <testcase name="mae &lt;= 400" classname="ml.diamonds" time="0"><system-out>mae is 280.1, at most 400 is allowed (model.yaml line 12).</system-out></testcase>
                          <testcase name="rmse &lt;= 600" classname="ml.diamonds" time="0"><failure message="rmse is 612.4, but at most 600 is allowed (model.yaml line 12)." type="gate">rmse is 612.4, but at most 600 is allowed (model.yaml line 12).</failure></testcase>
                          <testcase name="r2 &gt;= accepted - 0.01" classname="ml.diamonds" time="0"><skipped message="r2 is 0.9, and there is no accepted model yet to compare it with (model.yaml line 12). 'mvn ml:accept' makes this model the accepted one."/></testcase>
                        </testsuite>
                        """);
        assertThat(JUnitXml.gatesFile(Path.of("reports"), "diamonds"))
                .isEqualTo(Path.of("reports/TEST-ml.diamonds.xml"));
    }

    @Test
    void data_that_is_as_it_should_be_passes_as_a_whole_and_for_each_column() {
        assertThat(text(JUnitXml.data("diamonds", validation(), profile(), List.of(), AcceptCommand.ONLY)))
                .isEqualTo("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <testsuite name="ml.diamonds.data" tests="3" failures="0" errors="0" skipped="0" time="0">
                          <testcase name="data" classname="ml.diamonds.data" time="0"><system-out>10,000 rows were read.</system-out></testcase>
                          <testcase name="column x" classname="ml.diamonds.data" time="0"></testcase>
                          <testcase name="column y" classname="ml.diamonds.data" time="0"></testcase>
                        </testsuite>
                        """);
        assertThat(JUnitXml.dataFile(Path.of("reports"), "diamonds"))
                .isEqualTo(Path.of("reports/TEST-ml.diamonds.data.xml"));
    }

    @Test
    void an_error_in_the_data_is_a_failure_of_its_column_and_a_warning_is_output() {
        Finding few = Finding.of(
                        FindingCode.ROWS_TOO_FEW, Severity.WARNING, Subject.rule(new SpecPlace("model.yaml", 20, 3)))
                .with("found", new Value.Whole(10))
                .with("allowed", new Value.Whole(20));

        assertThat(text(JUnitXml.data(
                        "diamonds", validation(OUT_OF_RANGE, few), profile(), List.of(), AcceptCommand.ONLY)))
                .isEqualTo("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <testsuite name="ml.diamonds.data" tests="3" failures="1" errors="0" skipped="0" time="0">
                          <testcase name="data" classname="ml.diamonds.data" time="0"><system-out>%s</system-out></testcase>
                          <testcase name="column x" classname="ml.diamonds.data" time="0"><failure message="%s" type="value-out-of-range">%s</failure></testcase>
                          <testcase name="column y" classname="ml.diamonds.data" time="0"></testcase>
                        </testsuite>
                        """.formatted(
                                ConsoleReport.finding(few).get(0),
                                FindingText.sentence(OUT_OF_RANGE),
                                String.join("\n", ConsoleReport.finding(OUT_OF_RANGE))));
    }

    @Test
    void a_column_that_the_data_lacks_is_a_test_too() {
        Finding missing = Finding.of(
                        FindingCode.COLUMN_MISSING,
                        Severity.ERROR,
                        new Subject(
                                Optional.of("d.csv"), Optional.of("z"), Optional.of(new SpecPlace("model.yaml", 9, 3))))
                .with("columns", new Value.Texts(List.of("z")))
                .with("unknown", new Value.Texts(List.of()))
                .with("known", new Value.Whole(2));

        assertThat(text(JUnitXml.data("m", validation(missing), profile(), List.of(), AcceptCommand.ONLY)))
                .contains("tests=\"4\" failures=\"1\"", "<testcase name=\"column z\"", "type=\"column-missing\"");
    }

    @Test
    void values_of_the_data_cannot_break_the_xml() throws Exception {
        Finding odd = OUT_OF_RANGE.with(
                new Rows(1, 10, List.of(new Offender("d.csv", 7, "]]></failure>\u0000\u0008\uD800 \uD83D\uDE00"))));

        byte[] xml = JUnitXml.data("m", validation(odd), profile(), List.of(), AcceptCommand.ONLY);

        String read = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getElementsByTagName("failure")
                .item(0)
                .getTextContent();
        assertThat(read).contains("]]></failure>\\u0000\\u0008\\ud800 \uD83D\uDE00");
    }

    @Test
    void gates_that_nobody_judged_are_a_skipped_test_that_says_why() {
        assertThat(text(JUnitXml.skippedGates("m", "ml:check is skipped.", List.of("-Dml.skip", "-Dml.check.skip"))))
                .isEqualTo("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <testsuite name="ml.m" tests="1" failures="0" errors="0" skipped="1" time="0">
                          <properties><property name="weakened" value="-Dml.skip, -Dml.check.skip"/></properties>
                          <testcase name="gates" classname="ml.m" time="0"><skipped message="ml:check is skipped."/></testcase>
                        </testsuite>
                        """);
        assertThat(text(JUnitXml.skippedData("m", "ml:validate is skipped.", List.of())))
                .isEqualTo("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <testsuite name="ml.m.data" tests="1" failures="0" errors="0" skipped="1" time="0">
                          <testcase name="data" classname="ml.m.data" time="0"><skipped message="ml:validate is skipped."/></testcase>
                        </testsuite>
                        """);
    }

    @Test
    void what_weakens_a_build_is_a_property_of_both_suites() {
        Verdict weak = new Verdict(
                Verdict.FORMAT,
                VERDICT.outcome(),
                new Strictness(false, List.of("-Dml.locked=false")),
                VERDICT.baseline(),
                VERDICT.gates());
        String property = "<properties><property name=\"weakened\" value=\"-Dml.locked=false\"/></properties>";

        assertThat(text(JUnitXml.gates("m", weak, AcceptCommand.ONLY))).contains(property);
        assertThat(text(JUnitXml.data("m", validation(), profile(), List.of("-Dml.locked=false"), AcceptCommand.ONLY)))
                .contains(property);
        assertThat(text(JUnitXml.gates("m", VERDICT, AcceptCommand.ONLY))).doesNotContain("propert");
    }

    @Test
    void what_was_written_to_json_and_read_again_makes_the_same_bytes() {
        Validation validation = validation(OUT_OF_RANGE);
        Validation again = Json.parse(Json.text(validation), Validation.class);
        Profile profile = Json.parse(Json.text(profile()), Profile.class);

        assertThat(JUnitXml.data("m", again, profile, List.of(), AcceptCommand.ONLY))
                .isEqualTo(JUnitXml.data("m", validation, profile(), List.of(), AcceptCommand.ONLY));
    }

    private static Validation validation(Finding... findings) {
        return new Validation(Validation.FORMAT, 10_000, 0, List.of(findings));
    }

    private static Profile profile() {
        ColumnProfile some = new ColumnProfile(
                0,
                new Profile.Values(10, 0, List.of(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Profile(
                Profile.FORMAT, 10_000, new TreeMap<>(Map.of("x", some, "y", some)), Profile.Associations.NONE);
    }

    private static String text(byte[] xml) {
        return new String(xml, StandardCharsets.UTF_8);
    }
}
