package io.github.mlmaven.spec;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What must hold for where rows come from: one source, files with a query, or a database with one. */
final class SourceRules {

    private static final Pattern TABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final SourceSpec from;
    private final SpecRules rules;

    SourceRules(SourceSpec from, SpecRules rules) {
        this.from = from;
        this.rules = rules;
    }

    void check() {
        if (from.source().isPresent()) {
            alone();
        } else if (from.jdbc().isPresent()) {
            new JdbcRules(from, rules).check(from.jdbc().get());
        } else if (from.query().isPresent()) {
            query();
        } else if (from.files().isEmpty()) {
            rules.problem(
                    "nothing says where the rows are.",
                    "Write 'source:' with a file, or 'files:' and 'query:'.",
                    "data");
        } else {
            rules.problem(
                    "no query reads the files.",
                    "Write 'query:' beside them, or 'source:' in place of 'files:'.",
                    "data",
                    "files");
        }
        from.files().forEach(this::file);
    }

    private void alone() {
        if (from.source().orElseThrow().isBlank()) {
            rules.problem("the source is empty.", "Name a file, a directory or a glob.", "data", "source");
        }
        String other = from.jdbc().isPresent() ? "jdbc" : from.query().isPresent() ? "query" : "files";
        if (from.jdbc().isPresent() || from.query().isPresent() || !from.files().isEmpty()) {
            rules.problem(
                    "'source' says where the rows are, and '" + other + "' too.", "Remove one of them.", "data", other);
        }
    }

    private void query() {
        if (from.query().orElseThrow().isBlank()) {
            rules.problem("the query is empty.", "Write what it selects of the tables of 'files'.", "data", "query");
        }
        if (from.files().isEmpty()) {
            rules.problem(
                    "the query has no files to read.",
                    "Name them, and the tables that they are: 'files: {houses: data/houses.csv}'.",
                    "data",
                    "query");
        }
        Map<String, String> tables = new HashMap<>();
        for (String name : from.files().keySet()) {
            String first = tables.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
            if (first != null) {
                rules.problem(
                        "to SQL the tables '" + first + "' and '" + name + "' are one.",
                        "Give them names that differ by more than small and capital letters.",
                        "data",
                        "files",
                        name);
            }
        }
    }

    private void file(String name, String pattern) {
        if (!TABLE.matcher(name).matches()) {
            rules.problem(
                    "no table can be named " + Shown.quoted(name) + ".",
                    "Use letters from a to z, digits and '_', beginning with a letter.",
                    "data",
                    "files",
                    name);
        }
        if (pattern.isBlank()) {
            rules.problem(
                    "the table '" + name + "' has no file.",
                    "Name a file, a directory or a glob.",
                    "data",
                    "files",
                    name);
        }
    }
}
