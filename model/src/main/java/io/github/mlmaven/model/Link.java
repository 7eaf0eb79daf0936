package io.github.mlmaven.model;

/**
 * From margins, which are any numbers, to outputs. Exponentials are {@link StrictMath}'s: the same on every machine, so that
 * golden predictions recorded on one replay exactly on any other.
 */
enum Link {
    /** The margin is the output. */
    IDENTITY {
        @Override
        void apply(double[] out, int count) {}
    },

    /** One margin, that of the second of two labels. */
    LOGISTIC {
        @Override
        void apply(double[] out, int count) {
            out[1] = 1 / (1 + StrictMath.exp(-out[0]));
            out[0] = 1 - out[1];
        }

        @Override
        int outputs(int margins) {
            return 2;
        }
    },

    /** One margin: the share of the second of two labels. */
    SHARE {
        @Override
        void apply(double[] out, int count) {
            out[1] = share(out[0]);
            out[0] = 1 - out[1];
        }

        @Override
        int outputs(int margins) {
            return 2;
        }
    },

    /** A share for each label, each learned by itself: they are made to sum up to 1. Where all are 0, none is likelier. */
    SHARES {
        @Override
        void apply(double[] out, int count) {
            double sum = 0;
            for (int i = 0; i < count; i++) {
                out[i] = share(out[i]);
                sum += out[i];
            }
            for (int i = 0; i < count; i++) {
                out[i] = sum == 0 ? 1.0 / count : out[i] / sum;
            }
        }
    },

    /** A margin for each label. */
    SOFTMAX {
        @Override
        void apply(double[] out, int count) {
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < count; i++) {
                most = Math.max(most, out[i]);
            }
            double sum = 0;
            for (int i = 0; i < count; i++) {
                out[i] = StrictMath.exp(out[i] - most);
                sum += out[i];
            }
            for (int i = 0; i < count; i++) {
                out[i] /= sum;
            }
        }
    };

    /**
     * Turns margins into outputs in place.
     *
     * @param out with the margins from index 0, and room for the outputs
     * @param count of margins
     */
    abstract void apply(double[] out, int count);

    /** How many outputs are made of a number of margins. */
    int outputs(int margins) {
        return margins;
    }

    private static double share(double margin) {
        return Math.max(0, Math.min(1, margin));
    }
}
