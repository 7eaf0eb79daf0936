package io.github.mlmaven.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows with equal inputs and different labels. */
class LabelsAgreeTest extends Validating {

    private static final String ROWS = """
            x,k,id,y,s
            1,p,a,yes,train
            2,q,b,no,test
            1,p,c,no,train
            1,,d,no,train
            1,p,e,no,train
            1,,f,yes,train
            1,q,g,yes,test
            3,q,h,,train
            3,q,i,no,train
            """;

    private List<String> check(String task, String rows, String checks) throws IOException {
        project.file("d.csv", rows);
        return validate("""
                        task: %s
                        data: {source: d.csv, label: y, id: [id], where: y is not null, split: {column: s}}
                        columns:
                          x: {type: number}
                          k: {type: category}
                          id: {type: text}
                          y: {type: %s}
                          s: {type: category}
                        checks: [%s]
                        """.formatted(task, task.equals("regression") ? "number" : "category", checks)).stream()
                .filter(finding -> finding.contains("label-contradictory"))
                .toList();
    }

    @Test
    void rows_of_a_classification_with_equal_inputs_and_different_labels_are_a_warning() throws IOException {
        assertThat(check("classification", ROWS, ""))
                .containsExactly(
                        "warning label-contradictory: d.csv line 2, column 'y': found \"yes\", another row has the"
                                + " same inputs and another label (model.yaml line 2); 5 of 8 rows are so, and every model is wrong"
                                + " about at least 2 of them. Correct the labels, or add an input that tells such rows apart; a check"
                                + " says how many may be: '- {contradictory-labels: 1%}'."
                                + " [d.csv:2 yes, d.csv:4 no, d.csv:5 no, d.csv:6 no, d.csv:7 yes]");
    }

    @Test
    void rows_with_equal_inputs_and_equal_labels_are_none() throws IOException {
        assertThat(check("classification", ROWS.replace("yes", "no"), "")).isEmpty();
    }

    @Test
    void a_check_says_how_many_may_be_and_how_bad_more_are() throws IOException {
        assertThat(check("classification", ROWS, "{contradictory-labels: 63%}")).isEmpty();
        assertThat(check("classification", ROWS, "{contradictory-labels: 62%, severity: info}"))
                .containsExactly(
                        "info label-contradictory: d.csv line 2, column 'y': found \"yes\", another row has the same"
                                + " inputs and another label (model.yaml line 9); 5 of 8 rows are so, where a share of 0.62 may be,"
                                + " and every model is wrong about at least 2 of them. Correct the labels, or add an input that tells"
                                + " such rows apart; or allow more in model.yaml line 9."
                                + " [d.csv:2 yes, d.csv:4 no, d.csv:5 no, d.csv:6 no, d.csv:7 yes]");
        assertThat(check("classification", ROWS, "{contradictory-labels: 0}"))
                .singleElement()
                .asString()
                .startsWith("error label-contradictory");
    }

    @Test
    void in_a_regression_they_are_told_only_if_that_is_asked_for() throws IOException {
        String numbers = ROWS.replace("yes", "1.5").replace("no", "2");

        assertThat(check("regression", numbers, "")).isEmpty();
        assertThat(check("regression", numbers, "{contradictory-labels: 1%}"))
                .singleElement()
                .asString()
                .startsWith("error label-contradictory: d.csv line 2, column 'y': found \"1.5\"");
    }
}
