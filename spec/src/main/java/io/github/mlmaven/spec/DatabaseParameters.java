package io.github.mlmaven.spec;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.text.Shown;
import java.util.Optional;

/**
 * A database, as parameters of a goal name it: what {@code data.jdbc} of model.yaml says.
 *
 * @param url its JDBC URL
 * @param server the id of the {@code <server>} in settings.xml that has user and password
 */
public record DatabaseParameters(Optional<String> url, Optional<String> server) {

    /** What is blank is not there. */
    public DatabaseParameters {
        url = url.map(String::strip).filter(text -> !text.isEmpty());
        server = server.map(String::strip).filter(text -> !text.isEmpty());
    }

    /**
     * The database; empty where none is named.
     *
     * @param rows what else says where the rows are
     * @throws MlException if the URL is none or has a login, or if something else than a query says which rows are meant
     */
    public Optional<JdbcSpec> of(SourceParameters rows) {
        if (url.isEmpty()) {
            if (server.isPresent()) {
                throw new MlException(
                        "ml.jdbc.server names who has a login, and no database wants one.",
                        "Name the database too: -Dml.jdbc.url=jdbc:postgresql://db.example.org:5432/shop");
            }
            return Optional.empty();
        }
        requireUrl(url.get());
        if (rows.data().isPresent() || rows.files().isPresent()) {
            throw new MlException(
                    "ml.jdbc.url says where the rows are, and " + (rows.data().isPresent() ? "ml.data" : "ml.files")
                            + " too.",
                    "Remove one of them.");
        }
        if (rows.query().isEmpty()) {
            throw new MlException(
                    "No query says which rows of ml.jdbc.url are meant.",
                    "Write what it selects of the database: -Dml.query=\"select ...\"");
        }
        return Optional.of(new JdbcSpec(url.get(), server));
    }

    private static void requireUrl(String url) {
        // One with a password is not repeated.
        if (JdbcRules.hasLogin(url)) {
            throw new MlException(
                    "ml.jdbc.url has a user or a password in it, which whoever lists processes can read.",
                    "Write -Dml.jdbc.server=shop-db beside it, and give settings.xml a <server> with the id shop-db,"
                            + " its <username> and its <password>.");
        }
        if (!JdbcRules.isUrl(url)) {
            throw new MlException("ml.jdbc.url is " + Shown.quoted(url) + ".", JdbcRules.FORM);
        }
    }
}
