package io.github.mlmaven.spec;

import io.github.mlmaven.text.Shown;
import java.util.regex.Pattern;

/** What must hold for a database that rows are asked of; above all, that no secret is written where everybody reads it. */
final class JdbcRules {

    private static final Pattern URL = Pattern.compile("jdbc:[A-Za-z0-9]+:\\S+");

    /** {@code //ann:secret@host}, {@code thin:scott/tiger@host}, and {@code ?password=secret}, however a driver has it. */
    private static final Pattern LOGIN = Pattern.compile(
            "(?i).*(//[^/?;@]+@|:[^:/@]+/[^/@]+@"
                    + "|[?;&(,]\\s*(user|username|user[ _-]?id|uid|[a-z]*(password|passwd|pwd|passphrase|secret|token)[a-z]*)\\s*=).*");

    static final String FORM = "Write it as its driver has it: 'jdbc:postgresql://db.example.org:5432/shop'.";

    private static final String REMEDY =
            "Write 'server: shop-db', and give settings.xml a <server> with the id shop-db,"
                    + " its <username> and its <password>.";

    private static final Pattern LOGIN_KEY = Pattern.compile(
            "(?i)(user|username|user[_-]?name|login|pass|password|passwd|pwd|credentials|secret|token)");

    private final SourceSpec from;
    private final SpecRules rules;

    JdbcRules(SourceSpec from, SpecRules rules) {
        this.from = from;
        this.rules = rules;
    }

    void check(JdbcSpec jdbc) {
        if (!from.files().isEmpty()) {
            rules.problem("'files' says where the rows are, and 'jdbc' too.", "Remove one of them.", "data", "jdbc");
        }
        if (from.query().isEmpty()) {
            rules.problem(
                    "no query says which rows of the database are meant.",
                    "Write what it selects of the database as 'query:' beside it.",
                    "data",
                    "jdbc");
        } else if (from.query().orElseThrow().isBlank()) {
            rules.problem("the query is empty.", "Write what it selects of the database.", "data", "query");
        }
        if (from.own().server().isPresent()) {
            rules.problem(
                    "'server' stands beside 'jdbc', and its place is within.",
                    "Write 'jdbc: {url: ..., server: ...}'.",
                    "data",
                    "server");
        }
        // The address itself is not repeated: it may be the one thing that nobody is to read.
        if (hasLogin(jdbc.url())) {
            rules.problem("the database's URL has a user or a password in it.", REMEDY, "data", "jdbc", "url");
        } else if (!isUrl(jdbc.url())) {
            rules.problem("the database's URL is " + Shown.quoted(jdbc.url()) + ".", FORM, "data", "jdbc", "url");
        }
        if (jdbc.server().filter(String::isBlank).isPresent()) {
            rules.problem(
                    "the server is empty.",
                    "Write the id of a <server> in settings.xml, or remove the key.",
                    "data",
                    "jdbc",
                    "server");
        }
    }

    /** Whether it is the form of a URL. */
    static boolean isUrl(String url) {
        return URL.matcher(url).matches();
    }

    /** Whether a URL has a user or a password in it. */
    static boolean hasLogin(String url) {
        return LOGIN.matcher(url).matches();
    }

    /** What to say to somebody who writes a login into model.yaml; empty for other keys. */
    static String hint(String path, String key) {
        return path.equals("/data/jdbc") && LOGIN_KEY.matcher(key).matches()
                ? "A login has no place in model.yaml. " + REMEDY + " "
                : "";
    }
}
