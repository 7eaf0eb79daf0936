package io.github.mlmaven.data;

import io.github.mlmaven.text.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A query as a database's own SQL has it, of which as much is read as all of them agree on: that it is one statement that
 * begins as a selection does, and what its last {@code order by} says. What it may do to the database is the database's to say:
 * it is asked to let nothing be written.
 */
final class SelectText {

    private static final List<String> BEGINS = List.of("select", "with", "values", "table", "(");

    /** What can follow an {@code order by}. */
    private static final List<String> ENDS = List.of("limit", "offset", "fetch", "for", "option", ";");

    private final String sql;
    private final List<SqlToken> tokens;

    private SelectText(String sql, List<SqlToken> tokens) {
        this.sql = sql;
        this.tokens = List.copyOf(tokens);
    }

    static SelectText of(String sql) {
        return new SelectText(sql, SqlToken.all(sql));
    }

    /** Why it is none that a database is asked; empty if it is. */
    Optional<String> problem() {
        if (tokens.isEmpty()) {
            return Optional.of("it is a comment alone");
        }
        if (tokens.stream().anyMatch(token -> token.kind() == SqlToken.Kind.OPEN)) {
            return Optional.of("a quote or a comment of it does not end");
        }
        int end = end();
        if (end >= 0 && end < tokens.size() - 1) {
            return Optional.of("it is more than one statement");
        }
        SqlToken first = tokens.get(0);
        return BEGINS.stream().anyMatch(first::is)
                ? Optional.empty()
                : Optional.of("it begins with " + Shown.quoted(first.text()));
    }

    /** As it is sent: without what ends a statement. */
    String statement() {
        int end = end();
        return (end < 0 ? sql : sql.substring(0, tokens.get(end).start())).strip();
    }

    /** Where a statement ends, in whatever parentheses that stands; -1 where none does. */
    private int end() {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is(";")) {
                return i;
            }
        }
        return -1;
    }

    private int indexOf(String word, int from) {
        for (int i = from; i < tokens.size(); i++) {
            if (tokens.get(i).depth() <= 0 && tokens.get(i).is(word)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * A part of an order.
     *
     * @param column its index in the result
     */
    record Term(int column, boolean descending, boolean missingFirst) {}

    /**
     * What the result is ordered by.
     *
     * @param columns of the result
     * @throws UnknownTermException if it is ordered by something else than its columns
     */
    List<Term> order(List<String> columns) throws UnknownTermException {
        int order = -1;
        for (int i = indexOf("order", 0); i >= 0; i = indexOf("order", i + 1)) {
            if (i + 1 < tokens.size() && tokens.get(i + 1).is("by")) {
                order = i;
            }
        }
        List<Term> terms = new ArrayList<>();
        for (List<SqlToken> term : order < 0 ? List.<List<SqlToken>>of() : terms(order + 2)) {
            terms.add(term(term, columns));
        }
        return terms;
    }

    private List<List<SqlToken>> terms(int first) {
        List<List<SqlToken>> terms = new ArrayList<>();
        List<SqlToken> term = new ArrayList<>();
        for (SqlToken token : tokens.subList(first, tokens.size())) {
            if (token.depth() <= 0 && ENDS.stream().anyMatch(token::is)) {
                break;
            }
            if (token.depth() <= 0 && token.is(",")) {
                terms.add(term);
                term = new ArrayList<>();
            } else {
                term.add(token);
            }
        }
        terms.add(term);
        return terms;
    }

    private Term term(List<SqlToken> tokens, List<String> columns) throws UnknownTermException {
        List<SqlToken> rest = new ArrayList<>(tokens);
        Optional<Boolean> missingFirst = Optional.empty();
        if (rest.size() > 2 && rest.get(rest.size() - 2).is("nulls")) {
            missingFirst = Optional.of(rest.get(rest.size() - 1).is("first"));
            rest.subList(rest.size() - 2, rest.size()).clear();
        }
        boolean descending = rest.size() > 1 && rest.get(rest.size() - 1).is("desc");
        if (descending || (rest.size() > 1 && rest.get(rest.size() - 1).is("asc"))) {
            rest.remove(rest.size() - 1);
        }
        int column = column(rest, columns);
        if (column < 0) {
            throw new UnknownTermException(text(tokens));
        }
        // As PostgreSQL and Oracle have it.
        return new Term(column, descending, missingFirst.orElse(descending));
    }

    /** The column that some tokens name: by its number, or its name, before which its table may stand; -1 for none. */
    private static int column(List<SqlToken> tokens, List<String> columns) {
        if (tokens.size() == 1 && tokens.get(0).text().matches("[0-9]{1,5}")) {
            int number = Integer.parseInt(tokens.get(0).text());
            return number <= columns.size() ? number - 1 : -1;
        }
        if (tokens.size() % 2 == 0) {
            return -1;
        }
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            if (i % 2 == 0 ? !token.isName() : !token.is(".")) {
                return -1;
            }
        }
        String name = tokens.get(tokens.size() - 1).name();
        int exact = columns.indexOf(name);
        return exact >= 0
                ? exact
                : columns.stream()
                        .map(column -> column.toLowerCase(Locale.ROOT))
                        .toList()
                        .indexOf(name.toLowerCase(Locale.ROOT));
    }

    private String text(List<SqlToken> tokens) {
        if (tokens.isEmpty()) {
            return "";
        }
        SqlToken last = tokens.get(tokens.size() - 1);
        return sql.substring(tokens.get(0).start(), last.start() + last.text().length());
    }

    /** An order by something that the result does not have. */
    static final class UnknownTermException extends Exception {

        private static final long serialVersionUID = 1;

        private final String term;

        UnknownTermException(String term) {
            super(term);
            this.term = term;
        }

        String term() {
            return term;
        }
    }
}
