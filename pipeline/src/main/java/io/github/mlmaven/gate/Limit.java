package io.github.mlmaven.gate;

import io.github.mlmaven.text.Numbers;

/** An absolute bound on a metric, inclusive, compared exactly as doubles. */
record Limit(Side side, double bound) {

    enum Side {
        AT_LEAST(">=", "at least", "required"),
        AT_MOST("<=", "at most", "allowed");

        final String symbol;
        final String words;
        final String participle;

        Side(String symbol, String words, String participle) {
            this.symbol = symbol;
            this.words = words;
            this.participle = participle;
        }
    }

    boolean holds(double value) {
        return side == Side.AT_LEAST ? value >= bound : value <= bound;
    }

    /** The rule in short: {@code <= 600}. */
    String rule() {
        return side.symbol + " " + Numbers.brief(bound);
    }

    /** What was found and what is allowed, without a full stop, with digits enough to tell them apart. */
    String sentence(String name, double value) {
        return "%s is %s, %s%s %s is %s"
                .formatted(
                        name,
                        Numbers.apartFrom(value, bound),
                        holds(value) ? "" : "but ",
                        side.words,
                        Numbers.apartFrom(bound, value),
                        side.participle);
    }
}
