package io.github.mlmaven.report;

import io.github.mlmaven.step.Comparison;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Split;
import io.github.mlmaven.step.Training;
import io.github.mlmaven.step.Validation;
import java.util.List;

/**
 * What a build knows of a model when its gates have spoken: all of it from files that its steps left.
 *
 * @param version of the project
 * @param comparison with another build's model, as far as there is one
 */
public record ModelReport(
        String version, VerdictText verdict, Evaluation evaluation, Comparison comparison, Making making) {

    /**
     * What the model was made of.
     *
     * @param data where the rows come from
     */
    public record Making(Source data, Validation validation, Split split, Training training) {}

    /**
     * Where rows come from.
     *
     * @param words of model.yaml
     * @param sha256 over the names and contents of all files
     */
    public record Source(String words, String sha256) {}

    public String name() {
        return verdict.model();
    }

    /** What is told of the baseline, and what callers see change. */
    public List<String> compared() {
        return new ComparisonText(comparison, evaluation).notes();
    }

    /** The same as Markdown, for pull requests. */
    public String markdown() {
        return new MarkdownReport(this).text();
    }
}
