package io.github.mlmaven.pages;

import io.github.mlmaven.text.KebabCase;

/** A few words that say how something is, in a colour that says it too. */
record Mark(Tone tone, String text) {

    /** What a colour means; the words mean the same. */
    enum Tone {
        GOOD,
        QUIET,
        WARNING,
        ERROR;

        /** The class of the style sheet. */
        String css() {
            return KebabCase.of(this);
        }
    }

    String css() {
        return tone.css();
    }
}
