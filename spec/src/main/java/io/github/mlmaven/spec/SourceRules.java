package io.github.mlmaven.spec;

import io.github.mlmaven.text.Shown;
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

    /** Whether SQL can have a table of that name, without quotes around it. */
    static boolean isTable(String name) {
        return TABLE.matcher(name).matches();
    }

    void check() {
        if (from.own().origin().isPresent()) {
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
        if (!isLoginBesideDatabase()) {
            new FilesRules(from.own(), rules, "data").check();
        }
        from.files().forEach(this::file);
        sameName();
    }

    /** Whether {@link JdbcRules} tells what is wrong with a login that no address has. */
    private boolean isLoginBesideDatabase() {
        return from.jdbc().isPresent()
                && from.own().origin().isEmpty()
                && from.own().server().isPresent();
    }

    private void alone() {
        if (from.own().source().filter(String::isBlank).isPresent()) {
            rules.problem("the source is empty.", "Name a file, a directory or a glob.", "data", "source");
        }
        String other = from.jdbc().isPresent() ? "jdbc" : from.query().isPresent() ? "query" : "files";
        if (from.jdbc().isPresent() || from.query().isPresent() || !from.files().isEmpty()) {
            String one = from.own().source().isPresent() ? "source" : "artifact";
            rules.problem(
                    "'" + one + "' says where the rows are, and '" + other + "' too.",
                    "Remove one of them.",
                    "data",
                    other);
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

    /** Messages and the lock tell files apart by their names, which have no query of an address. */
    private void sameName() {
        Map<String, Origin> named = new HashMap<>();
        from.files()
                .forEach((table, files) -> files.origin().ifPresent(origin -> {
                    Origin other = named.putIfAbsent(origin.name(), origin);
                    if (other != null && !other.equals(origin)) {
                        rules.problem(
                                "two files are called " + Shown.quoted(origin.name()) + ".",
                                "Give them addresses that differ by more than what follows '?'.",
                                "data",
                                "files",
                                table);
                    }
                }));
    }

    private void file(String name, FilesSpec files) {
        if (!isTable(name)) {
            rules.problem(
                    "no table can be named " + Shown.quoted(name) + ".",
                    "Use letters from a to z, digits and '_', beginning with a letter.",
                    "data",
                    "files",
                    name);
        }
        if (files.origin().isEmpty() || files.source().filter(String::isBlank).isPresent()) {
            rules.problem(
                    "the table '" + name + "' has no file.",
                    "Name a file, a directory or a glob.",
                    "data",
                    "files",
                    name);
        }
        new FilesRules(files, rules, "data", "files", name).check();
    }
}
