package io.github.mlmaven.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;

/** Functions, as the engine parses them, whose value their arguments alone do not tell: the same rows could be others tomorrow. */
final class Unsteady {

    /** Words that are functions without parentheses where no column has their name. */
    private static final Set<String> WORDS = Set.of(
            "current_date",
            "current_time",
            "current_timestamp",
            "localtime",
            "localtimestamp",
            "current_user",
            "session_user",
            "user",
            "current_role",
            "current_catalog",
            "current_database",
            "current_schema");

    /** Functions of the moment or of the software that the engine takes for functions of their arguments. */
    private static final Set<String> TAKEN_FOR_STEADY =
            Set.of("current_localtime", "current_localtimestamp", "version");

    private final Set<String> functions;

    private Unsteady(Set<String> functions) {
        this.functions = functions;
    }

    /** Those that an engine has. */
    static Unsteady of(Engine engine) {
        return new Unsteady(Set.copyOf(engine.query(
                "select distinct lower(function_name) from duckdb_functions() where stability in ('VOLATILE', 'CONSISTENT_WITHIN_QUERY')"
                        + " or macro_definition like '%current\\_%' escape '\\'",
                row -> row.getString(1))));
    }

    /** Whether a word is such a function where no column has its name. */
    boolean isWord(String name) {
        return WORDS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Whether a node of the class FUNCTION calls one. */
    boolean isCalled(JsonNode node) {
        String name = node.path("function_name").asText().toLowerCase(Locale.ROOT);
        // The age of one time is that until today.
        boolean age = name.equals("age") && node.path("arguments").size() == 1;
        return functions.contains(name) || TAKEN_FOR_STEADY.contains(name) || WORDS.contains(name) || age;
    }
}
