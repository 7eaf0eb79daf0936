package io.github.mlmaven.text;

/** What git writes into a file of which a merge left both sides: before one, before what was common, between, and after. */
public final class MergeMark {

    public static final String OURS = "<<<<<<<";
    public static final String BASE = "|||||||";
    public static final String THEIRS = "=======";
    public static final String END = ">>>>>>>";

    private MergeMark() {}

    /** The line with the first conflict, from 1; 0 where there is none. */
    public static int line(String text) {
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.startsWith(OURS)) {
                return number;
            }
        }
        return 0;
    }

    /** Whether a line, which is no line of its file, is one of git's. */
    public static boolean is(String line) {
        return line.startsWith(OURS) || line.startsWith(BASE) || line.startsWith(THEIRS) || line.startsWith(END);
    }
}
