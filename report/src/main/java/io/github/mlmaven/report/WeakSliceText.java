package io.github.mlmaven.report;

import io.github.mlmaven.api.Task;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.WeakSlices;
import io.github.mlmaven.step.WeakSlices.WeakSlice;
import io.github.mlmaven.text.Numbers;
import java.util.List;

/** Slices that nobody asked for and on which the model errs more, in words. */
public final class WeakSliceText {

    /** On a console; the others are in the files. */
    private static final int SHOWN = 3;

    private final Evaluation evaluation;

    private WeakSliceText(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** The worst, a line each; none where no slice is worse beyond chance. */
    static List<String> lines(Evaluation evaluation) {
        List<String> all = sentences(evaluation);
        return all.subList(0, Math.min(SHOWN, all.size()));
    }

    /** All of them, a sentence each, the worst first. */
    public static List<String> sentences(Evaluation evaluation) {
        WeakSliceText text = new WeakSliceText(evaluation);
        return evaluation.weak().slices().stream().map(text::sentence).toList();
    }

    /** How many were looked at, on how many rows. */
    public static String looked(WeakSlices weak) {
        return "%s slices of %s test rows were looked at; a slice that is no worse is named in at most 1 of 20 builds."
                .formatted(Numbers.count(weak.looked()), Numbers.count(weak.rows()));
    }

    private String sentence(WeakSlice slice) {
        return "Weak: %s = %s (%s rows): %s, %s elsewhere; the true difference is %s to %s."
                .formatted(
                        slice.column(),
                        slice.value(),
                        Numbers.count(slice.rows()),
                        erring(slice.error()),
                        amount(slice.elsewhere()),
                        amount(slice.more().low()),
                        amount(slice.more().high()));
    }

    private String erring(double error) {
        return evaluation.task() == Task.CLASSIFICATION
                ? amount(error) + " are wrong"
                : "off by " + amount(error) + " on average";
    }

    private String amount(double error) {
        return evaluation.task() == Task.CLASSIFICATION ? Numbers.share(error) : Numbers.brief(error);
    }
}
