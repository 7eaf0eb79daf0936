package io.github.mlmaven.data;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.SourceKeys;
import io.github.mlmaven.spec.SourceSpec;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.text.Shown;
import io.github.mlmaven.worker.ImageRequest.Login;
import io.github.mlmaven.worker.StuckException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What went wrong with a database, as a person needs to know it, and never with a password in it. */
final class DatabaseFailure {

    static final String LOGIN = "login";
    static final String QUERY = "query";
    static final String ROWS = "rows";

    /** What drivers say before the sentence. */
    private static final Pattern LEVEL = Pattern.compile("^(ERROR|FATAL|Error|Fatal):\\s*");

    private static final Pattern READ_ONLY = Pattern.compile("(?i).*read[- ]?only.*");

    /** The state of a query that the database ended, at our wish or its own. */
    private static final String ENDED = "57014";

    /** PostgreSQL's states of a server, or a talk with it, that somebody ended. */
    private static final Set<String> SHUTDOWNS = Set.of("57P01", "57P02", "57P03");

    private final String query;
    private final String url;
    private final Optional<Login> login;
    private final Optional<String> server;
    private final List<String> ids;

    DatabaseFailure(SpecFile spec, Optional<Login> login) {
        SourceSpec from = spec.spec().data().from();
        this.query = spec.keys() == SourceKeys.MODEL_YAML
                ? "data.query (%s)".formatted(spec.place("data", "query"))
                : spec.keys().query();
        this.url = from.jdbc().orElseThrow().url();
        this.server = from.jdbc().orElseThrow().server();
        this.login = login;
        this.ids = spec.spec().data().id();
    }

    /** The columns by which a person finds a row. */
    List<String> ids() {
        return ids;
    }

    /** A query that no database is asked. */
    MlException refused(String reason) {
        return new MlException(
                "%s is none that a database is asked: %s.".formatted(query, reason),
                "Write one 'select', or 'with' and a 'select'; a build only reads.");
    }

    /** A result that is no table of cells. */
    MlException noTable(String reason, String remedy) {
        return new MlException("%s cannot be the data: %s.".formatted(query, reason), remedy);
    }

    /** What a driver threw. */
    MlException of(SQLException e, DatabaseTalk talk) {
        Throwable cause = clean(e);
        boolean ended = e instanceof SQLTimeoutException || state(e).equals(ENDED);
        if (ended && talk.isLong()) {
            return silence(talk, cause);
        }
        String sentence = sentence(e);
        if (talk.step().equals(DatabaseFailure.LOGIN)) {
            return notLetIn(e, sentence, cause);
        }
        if (isLost(e)) {
            return new MlException(
                    "The connection to %s was lost after %s rows: %s.".formatted(url, talk.rows(), sentence),
                    "Run the build again; nothing of them was kept.",
                    cause);
        }
        return new MlException(
                "%s cannot be evaluated by %s: %s.".formatted(query, url, sentence),
                remedy(state(e), ended, sentence),
                cause);
    }

    private static String remedy(String state, boolean ended, String sentence) {
        if (state.equals("25006") || READ_ONLY.matcher(sentence).matches()) {
            return "Let it select rows and change nothing; a build only reads.";
        }
        if (ended) {
            return "Who ended it was the database: look at its own limits, or ask for less.";
        }
        if (state.startsWith("40")) {
            return "Run the build again: others' work came in between.";
        }
        return state.equals("42501")
                ? "Let the login's user read it, or name another user."
                : "Correct the query; it is written in the database's own SQL.";
    }

    private MlException notLetIn(SQLException e, String sentence, Throwable cause) {
        if (state(e).startsWith("28")) {
            return new MlException(
                    "The database %s refuses the login: %s.".formatted(url, sentence),
                    login.isPresent()
                            ? "Correct user and password: of the <server> '%s' in settings.xml, or those of the environment."
                                    .formatted(server.orElse(""))
                            : "Name a <server> of settings.xml: 'server:' in data.jdbc of model.yaml, or -Dml.jdbc.server.",
                    cause);
        }
        return new MlException(
                "The database %s cannot be reached: %s.".formatted(url, sentence),
                "Start it, or correct its URL: 'url:' in data.jdbc of model.yaml, or -Dml.jdbc.url.",
                cause);
    }

    /** Nothing was heard for too long. */
    MlException silence(DatabaseTalk talk, Throwable cause) {
        String waited = talk.seconds() == 1 ? "a second" : talk.seconds() + " seconds";
        String problem = switch (talk.step()) {
            case LOGIN -> "The database %s did not answer the login within %s.".formatted(url, waited);
            case QUERY -> "%s was not answered by %s within %s.".formatted(query, url, waited);
            default -> "The database %s sent nothing for %s after %s rows.".formatted(url, waited, talk.rows());
        };
        String remedy = talk.step().equals(LOGIN)
                ? "Look whether it is a database that listens there; -Dml.jdbc.timeout=<seconds> gives it less time, at most 30."
                : "Look what keeps it, or give it more time with -Dml.jdbc.timeout=<seconds>; nothing was kept.";
        return new MlException(problem, remedy, cause);
    }

    /** The same, where the talk goes on although it was given up. */
    MlException stuck(DatabaseTalk talk) {
        return silence(talk, new StuckException("the driver goes on waiting for the database"));
    }

    private static boolean isLost(SQLException e) {
        return state(e).startsWith("08") || SHUTDOWNS.contains(state(e));
    }

    private static String state(SQLException e) {
        return String.valueOf(e.getSQLState());
    }

    /** What the driver says, in one line, without its full stop. */
    private String sentence(SQLException e) {
        String text = String.valueOf(e.getMessage())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("Position:"))
                .collect(Collectors.joining(" "));
        return Shown.whole(hidden(LEVEL.matcher(text).replaceFirst("")).replaceAll("[.!]+$", ""));
    }

    private String hidden(String text) {
        return login.map(Login::password)
                .filter(password -> !password.isEmpty())
                .map(password -> text.replace(password, "***"))
                .orElse(text);
    }

    /** The same failure without the password, wherever a driver may have put it. */
    private Throwable clean(SQLException e) {
        Throwable clean = new SQLException(e.getClass().getName() + ": " + hidden(String.valueOf(e.getMessage())));
        clean.setStackTrace(e.getStackTrace());
        return clean;
    }
}
