package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.ScoredLabels;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Of all rows, the shares that have a label, that are predicted to have it, and both; and what a row moves by them. */
final class LabelShares {

    private final ScoredLabels rows;
    private final int labels;
    private final double[] occurs;
    private final double[] said;
    private final double[] both;
    private final long occurring;
    private final long seen;

    LabelShares(ScoredLabels rows) {
        this.rows = rows;
        this.labels = rows.names().size();
        this.occurs = new double[labels];
        this.said = new double[labels];
        this.both = new double[labels];
        for (int label = 0; label < labels; label++) {
            for (int predicted = 0; predicted < labels; predicted++) {
                double share = (double) rows.count(label, predicted) / rows.size();
                occurs[label] += share;
                said[predicted] += share;
                both[label] += label == predicted ? share : 0;
            }
        }
        this.occurring = Arrays.stream(occurs).filter(share -> share > 0).count();
        this.seen = IntStream.range(0, labels)
                .filter(label -> occurs[label] + said[label] > 0)
                .count();
    }

    /** Of the mean recall, over the labels that occur or over all that are seen. */
    double[] recalls(boolean ofOccurring) {
        long counted = ofOccurring ? occurring : seen;
        return moves((label, has, is) ->
                occurs[label] == 0 ? 0 : has * (is - both[label] / occurs[label]) / occurs[label] / counted);
    }

    /** Of the mean precision, over the labels that are seen or by how often each occurs. */
    double[] precisions(boolean weighted) {
        return moves((label, has, is) -> {
            double value = said[label] == 0 ? 0 : both[label] / said[label];
            double move = said[label] == 0 ? 0 : is * (has - value) / said[label];
            return weighted(weighted, label, has, value, move);
        });
    }

    /** Of the mean F1 score, over the labels that are seen or by how often each occurs. */
    double[] f1s(boolean weighted) {
        return scores(1, weighted);
    }

    /** The same of a score in which recall counts beta times as much as precision. */
    double[] scores(double beta, boolean weighted) {
        double square = beta * beta;
        return moves((label, has, is) -> {
            double whole = square * occurs[label] + said[label];
            double value = whole == 0 ? 0 : (1 + square) * both[label] / whole;
            double move = whole == 0 ? 0 : ((1 + square) * has * is - value * (square * has + is)) / whole;
            return weighted(weighted, label, has, value, move);
        });
    }

    private double weighted(boolean weighted, int label, double has, double value, double move) {
        return weighted ? (has - occurs[label]) * value + occurs[label] * move : move / seen;
    }

    /** Of {@link Confusion#correlation()}. */
    double[] correlation() {
        double chance = products(occurs, said);
        double agreed = Arrays.stream(both).sum() - chance;
        double spread = 1 - products(occurs, occurs);
        double spreadSaid = 1 - products(said, said);
        double root = Math.sqrt(spread * spreadSaid);
        return Influence.of(rows.size(), row -> {
            double moved = -2 * (occurs[rows.label(row)] - (1 - spread));
            double movedSaid = -2 * (said[rows.predicted(row)] - (1 - spreadSaid));
            return agreed(row, chance) / root - agreed / root / 2 * (moved / spread + movedSaid / spreadSaid);
        });
    }

    /** Of {@link Confusion#agreement()}. */
    double[] agreement() {
        double chance = products(occurs, said);
        double agreed = Arrays.stream(both).sum() - chance;
        return Influence.of(rows.size(), row -> {
            double moved = -(said[rows.label(row)] + occurs[rows.predicted(row)] - 2 * chance);
            return (agreed(row, chance) - agreed / (1 - chance) * moved) / (1 - chance);
        });
    }

    /** What a row moves the share of right rows beyond chance by. */
    private double agreed(int row, double chance) {
        int label = rows.label(row);
        int predicted = rows.predicted(row);
        double hit = label == predicted ? 1 : 0;
        return hit - Arrays.stream(both).sum() - (said[label] + occurs[predicted] - 2 * chance);
    }

    private static double products(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private interface OfLabel {
        /**
         * What it moves.
         *
         * @param has 1 where the row has the label, else 0
         * @param is 1 where it is predicted to have it, else 0
         */
        double move(int label, double has, double is);
    }

    /** Labels that a row neither has nor is predicted to have move it alike, whichever row it is. */
    private double[] moves(OfLabel part) {
        double[] absent = new double[labels];
        double others = 0;
        for (int label = 0; label < labels; label++) {
            absent[label] = part.move(label, 0, 0);
            others += absent[label];
        }
        double[] moves = new double[rows.size()];
        for (int row = 0; row < moves.length; row++) {
            int label = rows.label(row);
            int predicted = rows.predicted(row);
            double move = others - absent[label] + part.move(label, 1, label == predicted ? 1 : 0);
            if (label != predicted) {
                move += part.move(predicted, 0, 1) - absent[predicted];
            }
            moves[row] = move;
        }
        return moves;
    }
}
