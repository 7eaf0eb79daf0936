package io.github.mlmaven.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a statement that is no blank and no comment.
 *
 * @param text as it stands there, with its quotes
 * @param start where
 * @param depth in how many parentheses it is
 */
record SqlToken(Kind kind, String text, int start, int depth) {

    enum Kind {
        /** A text in quotes. */
        LITERAL,
        /** A name in quotes. */
        QUOTED,
        /** A name, a word of the language or a whole number. */
        WORD,
        /** A quote or a comment that never ends, with all that follows. */
        OPEN,
        OTHER
    }

    /** What can be told apart in the SQL of all databases. */
    private static final Pattern PIECE = Pattern.compile("(?<skip>\\s+|--[^\\n]*+|/\\*(?s:.*?)\\*/)"
            + "|(?<literal>[eE]'(?:[^'\\\\]++|\\\\(?s:.)|'')*+'|'[^']*+(?:''[^']*+)*+'"
            + "|\\$(?<tag>\\w*)\\$(?s:.*?)\\$\\k<tag>\\$)"
            + "|(?<quoted>\"[^\"]*+(?:\"\"[^\"]*+)*+\"|`[^`]*+(?:``[^`]*+)*+`)"
            + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_$#]*+|[0-9]++)"
            + "|(?<open>(?:/\\*|\\$\\w*\\$|['\"`])(?s:.*))"
            + "|(?<other>(?s:.))");

    /** All pieces of a statement. */
    static List<SqlToken> all(String sql) {
        List<SqlToken> tokens = new ArrayList<>();
        Matcher piece = PIECE.matcher(sql);
        int depth = 0;
        while (piece.find()) {
            if (piece.group("skip") != null) {
                continue;
            }
            String text = piece.group();
            if (text.equals(")") || text.equals("]")) {
                depth--;
            }
            tokens.add(new SqlToken(kind(piece), text, piece.start(), depth));
            if (text.equals("(") || text.equals("[")) {
                depth++;
            }
        }
        return tokens;
    }

    private static Kind kind(Matcher piece) {
        if (piece.group("literal") != null) {
            return Kind.LITERAL;
        }
        if (piece.group("quoted") != null) {
            return Kind.QUOTED;
        }
        if (piece.group("word") != null) {
            return Kind.WORD;
        }
        return piece.group("open") == null ? Kind.OTHER : Kind.OPEN;
    }

    /** Whether it is a word of the language or a sign. */
    boolean is(String word) {
        return kind != Kind.QUOTED && text.toLowerCase(Locale.ROOT).equals(word);
    }

    boolean isName() {
        return kind == Kind.QUOTED || (kind == Kind.WORD && !Character.isDigit(text.charAt(0)));
    }

    /** The name that it is, without its quotes. */
    String name() {
        if (kind != Kind.QUOTED) {
            return text;
        }
        String quote = text.substring(0, 1);
        return text.substring(1, text.length() - 1).replace(quote + quote, quote);
    }
}
