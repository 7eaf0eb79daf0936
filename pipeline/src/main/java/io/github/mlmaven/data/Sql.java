package io.github.mlmaven.data;

import java.util.Collection;
import java.util.stream.Collectors;

/** The one place where texts become part of a statement. */
final class Sql {

    private Sql() {}

    /** A name as an identifier. */
    static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A text as a literal. */
    static String literal(Object text) {
        return "'" + text.toString().replace("'", "''") + "'";
    }

    /** Texts as a list of literals in parentheses or brackets of the caller. */
    static String literals(Collection<?> texts) {
        return texts.stream().map(Sql::literal).collect(Collectors.joining(", "));
    }
}
