package io.github.mlmaven.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is wrong with labels, parts and what can be learned. */
class SplitFindingsTest extends Validating {

    @Test
    void a_row_without_label_is_found() throws IOException {
        assertThat(findings("a: {type: number}", "a,y,s\n1,1,train\n2,,test\n3,2,train\n"))
                .containsExactly(
                        "error label-missing: d.csv line 3, column 'y': the row has no label (model.yaml line 4)."
                                + " Fill it in, or leave out the rows that have none, below data in model.yaml: where: y is not null. [d.csv:3 ]");
    }

    @Test
    void a_constant_label_cannot_be_classified_and_is_not_worth_a_regression() throws IOException {
        String data = "a,y,s\n1,1,train\n2,1,test\n";
        assertThat(findings("a: {type: number}", data))
                .containsExactly(
                        "warning label-single-class: Column 'y': every row has the label \"1\", so that there is"
                                + " nothing to learn (model.yaml line 4). Add rows with other values, or choose another"
                                + " label. []");
        project.file("d.csv", data);
        assertThat(validate(specText("d.csv", "a: {type: number}")
                        .replace("regression", "classification")
                        .replace("y: {type: number}", "y: {type: category}")))
                .containsExactly("error label-single-class: Column 'y': every row has the label \"1\", so that there is"
                        + " nothing to learn (model.yaml line 4). Add rows with at least one other label, or choose"
                        + " another label. []");
    }

    @Test
    void labels_that_a_part_lacks_are_warnings() throws IOException {
        project.file("d.csv", "a,s,y\n1,train,red\n2,train,green\n3,test,red\n4,test,blue\n5,validation,blue\n");
        assertThat(validate("""
                task: classification
                data: {source: d.csv, label: y, split: {column: s}}
                columns:
                  a: {type: number}
                  s: {type: category}
                  y: {type: category, values: [red, green, blue, black]}
                """))
                .containsExactly(
                        "warning label-never-occurs: Column 'y': the schema lists \"black\", which no row has (model.yaml line"
                                + " 6). Add rows with them, or remove them from the values in model.yaml line 6. []",
                        "warning label-not-trained: Column 'y': 2 of 3 rows have labels that no training row has, and so no"
                                + " prediction (model.yaml line 6): \"blue\". Add rows with them, change the split, or merge them"
                                + " with other labels. []",
                        "warning label-not-tested: Column 'y': no test row has \"green\", so that nothing is known about them"
                                + " (model.yaml line 6). Add rows with them, change the split, or merge them with other"
                                + " labels. []");
    }

    @Test
    void a_split_without_test_rows_is_found() throws IOException {
        assertThat(findings("a: {type: number}", "a,y,s\n1,1,train\n2,2,train\n"))
                .containsExactly(
                        "error split-empty: The split makes none of 2 rows a test row (model.yaml line 5). Add rows,"
                                + " or change the split in model.yaml line 5. []");
    }

    @Test
    void a_split_column_names_parts_only() throws IOException {
        assertThat(findings("a: {type: number}", "a,y,s\n1,1,train\n2,2,test\n3,3,tset\n"))
                .containsExactly(
                        "error split-unknown: d.csv line 4, column 's': found \"tset\", the split column says train,"
                                + " validation or test (model.yaml line 5). Correct the row. [d.csv:4 tset]");
    }

    @Test
    void a_test_row_that_is_also_a_training_row_is_a_warning() throws IOException {
        assertThat(findings("a: {type: number}", "a,y,s\n1,1,train\n2,2,train\n1,1,test\n5,5,test\n"))
                .containsExactly(
                        "warning split-duplicate-rows: d.csv line 4: the test row has the inputs and the label of a"
                                + " training row (model.yaml line 5); 1 of 2 test rows are so. Remove the duplicates, or name"
                                + " one part for equal rows in column 's'. [d.csv:4 ]");
    }

    @Test
    void equal_inputs_that_a_split_by_the_whole_row_tears_apart_are_kept_together_by_a_group() throws IOException {
        String rows = IntStream.range(0, 200)
                .mapToObj(i -> i % 7 + "," + i + "\n")
                .collect(Collectors.joining("", "a,y\n", ""));
        project.file("d.csv", rows);
        String spec = """
                task: regression
                data: {source: d.csv, label: y%s}
                columns:
                  a: {type: number}
                  y: {type: number}
                """;

        assertThat(validate(spec.formatted("")))
                .filteredOn(finding -> finding.startsWith("warning split-equal-inputs"))
                .singleElement()
                .asString()
                .contains(
                        " If such rows are of one thing, keep them together: 'group' in data.split lists the columns that"
                                + " are equal in such rows, such as all inputs. ");
        assertThat(validate(spec.formatted(", split: {test: 40%, group: [a]}")))
                .noneMatch(finding -> finding.contains("split-equal-inputs"));
    }

    @Test
    void a_test_row_with_the_inputs_of_a_training_row_is_a_warning() throws IOException {
        assertThat(findings(
                        "a: {type: number}\n  note: {type: text}",
                        "a,note,y,s\n1,u,1,train\n2,v,2,train\n1,w,1,test\n2,x,7,test\n5,x,5,test\n"))
                .satisfiesExactly(
                        duplicate -> assertThat(duplicate)
                                .startsWith(
                                        "warning split-duplicate-rows: d.csv line 4: the test row has the inputs and the"
                                                + " label of a training row (model.yaml line 5); 1 of 3 test rows are so."),
                        equal -> assertThat(equal)
                                .isEqualTo(
                                        "warning split-equal-inputs: d.csv line 5: the test row has the inputs of a"
                                                + " training row, with another label (model.yaml line 5); 1 of 3 test rows are so."
                                                + " If such rows are of one thing, name one part for them in column 's'. [d.csv:5 ]"));
    }

    @Test
    void what_keeps_rows_together_depends_on_what_decides_of_their_part() throws IOException {
        String days = IntStream.range(0, 20)
                .mapToObj(i -> i % 18 + "," + (i == 19 ? 99 : i % 18) + ",2026-01-" + (10 + i) + "\n")
                .collect(Collectors.joining("", "a,y,at\n", ""));
        project.file("d.csv", days);
        String byTime =
                "add a feature that has changed between them, or split by hash with a 'group' that keeps them together";
        assertThat(validate("""
                task: regression
                data: {source: d.csv, label: y, split: {by: time, column: at, test: 10%}}
                columns: {a: {type: number}, y: {type: number}, at: {type: date}}
                features: {at: {encode: drop}}
                checks: [{apart: [a]}]
                """))
                .satisfiesExactly(
                        shared -> assertThat(shared)
                                .startsWith("error split-shared-key: d.csv line 20: ")
                                .contains(" Remove one of such rows, " + byTime + ", or change model.yaml line 5. "),
                        duplicate -> assertThat(duplicate)
                                .startsWith("warning split-duplicate-rows: d.csv line 20: ")
                                .contains(" Remove the duplicates, or " + byTime + ". "),
                        equal -> assertThat(equal)
                                .startsWith("warning split-equal-inputs: d.csv line 21: ")
                                .contains(" If such rows are of one thing, " + byTime + ". "));
    }

    @Test
    void rows_with_equal_inputs_are_found_whatever_the_split() throws IOException {
        StringBuilder rows = new StringBuilder("a,note,y\n");
        for (int i = 0; i < 200; i++) {
            rows.append(i % 20)
                    .append(",note ")
                    .append(i)
                    .append(',')
                    .append(i % 20 + 1)
                    .append('\n');
        }
        project.file("d.csv", rows.toString());
        String spec = """
                task: regression
                data: {source: d.csv, label: y, split: {test: 20%}}
                columns: {a: {type: number}, note: {type: text}, y: {type: number}}
                """;
        assertThat(validate(spec))
                .satisfiesExactly(
                        leaked -> assertThat(leaked)
                                .startsWith("warning split-duplicate-rows: ")
                                .contains(" test rows are so"),
                        told -> assertThat(told).startsWith("warning column-tells-label: "));
        assertThat(validate(spec.replace("20%}", "20%, group: [a]}")))
                .satisfiesExactly(told -> assertThat(told).startsWith("warning column-tells-label: "));
    }
}
