package io.github.mlmaven.spec;

/** How the values of a column are written as texts. */
public record Spelling(@Inline TimeFormat time, @Inline BooleanTexts booleans) {

    /** Times by ISO 8601, booleans as they usually are. */
    public static final Spelling USUAL = of(TimeFormat.ISO);

    /** Of times that are written in a format. */
    public static Spelling of(TimeFormat time) {
        return new Spelling(time, BooleanTexts.USUAL);
    }
}
