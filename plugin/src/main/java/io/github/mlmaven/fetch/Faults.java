package io.github.mlmaven.fetch;

import io.github.mlmaven.spec.WebFile;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** What keeps a file from being brought, in words. */
final class Faults {

    private static final String LATER = "Try again later, or ask who runs the server.";

    private final Wanted wanted;
    private final Access access;
    private final Patience patience;

    Faults(Wanted wanted, Access access, Patience patience) {
        this.wanted = wanted;
        this.access = access;
        this.patience = patience;
    }

    /**
     * An answer that is no file.
     *
     * @param at who gave it, which may be somebody whom the wanted address named
     */
    FailedAttemptException status(int status, URI at) {
        String who = at.equals(wanted.address()) ? "the server" : WebFile.shown(at.toString());
        String answered = wanted.name() + " was not brought: " + who + " answers " + status;
        return switch (status) {
            case 401, 403 -> login(answered, status, at);
            case 404, 410 ->
                lasting(answered + ", there is no such file.", "Correct the address in " + wanted.declaredAt() + ".");
            case 407 ->
                lasting(
                        answered + ", the proxy asks for a login.",
                        "Give the <proxy> of settings.xml a <username> and a <password>. For an https address Java sends them only"
                                + " where MAVEN_OPTS has -Djdk.http.auth.tunneling.disabledSchemes=\"\".");
            case 408, 429 -> new FailedAttemptException(answered + ", it is too busy.", LATER, true, null);
            default ->
                status >= 500
                        ? new FailedAttemptException(answered + ", an error of its own.", LATER, true, null)
                        : lasting(
                                answered + ", which is no file.",
                                "Correct the address in " + wanted.declaredAt() + ".");
        };
    }

    private FailedAttemptException login(String answered, int status, URI at) {
        if (!wanted.isOwn(at)) {
            return lasting(
                    answered + ", and is another server than that of the address, whose login it is not shown.",
                    "Write the address of the file itself in " + wanted.declaredAt() + ", with its 'server:'.");
        }
        if (!access.headers().isEmpty()) {
            return lasting(
                    answered + ", which refuses the login of the server '"
                            + wanted.file().server().orElse("") + "'.",
                    "Correct that <server> of settings.xml, or ask for the right to read the file.");
        }
        return lasting(
                answered + (status == 401 ? ", which asks for a login." : ", the file is not for everybody."),
                "Write 'server:' beside the address in " + wanted.declaredAt()
                        + ", with the id of a <server> of settings.xml that has the login.");
    }

    /** A server that was not reached. */
    FailedAttemptException unreached(IOException e, String host) {
        String failed = wanted.name() + " was not brought: ";
        if (e instanceof HttpConnectTimeoutException) {
            return passing(
                    failed + host + " took no connection within "
                            + patience.toConnect().toSeconds() + " s.",
                    "Try again later. Behind a proxy, name it as a <proxy> of settings.xml.",
                    e);
        }
        if (e instanceof HttpTimeoutException) {
            return stalled(e);
        }
        if (causes(e).anyMatch(SSLException.class::isInstance)) {
            return new FailedAttemptException(
                    failed + "no secure connection to " + host + " came about: " + reason(e) + ".",
                    "Where the certificate is of your organisation's own authority, put that into the trust store of the JDK.",
                    false,
                    e);
        }
        if (causes(e)
                .anyMatch(cause ->
                        cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException)) {
            return new FailedAttemptException(
                    failed + "no host is known by the name " + host + ".",
                    "Correct the address in " + wanted.declaredAt()
                            + ". Behind a proxy, name it as a <proxy> of settings.xml.",
                    false,
                    e);
        }
        if (e instanceof ConnectException) {
            return passing(failed + host + " takes no connection.", LATER, e);
        }
        return passing(failed + "the connection was lost: " + reason(e) + ".", LATER, e);
    }

    /** A server that stopped sending. */
    FailedAttemptException stalled(IOException e) {
        return passing(
                wanted.name() + " was not brought: the server sent nothing for "
                        + patience.stall().toSeconds() + " s.",
                LATER,
                e);
    }

    /** A connection that ended early. */
    FailedAttemptException cut(long done, long total, IOException e) {
        return passing(
                wanted.name() + " was not brought: the connection ended after " + done + " of " + total + " bytes.",
                LATER,
                e);
    }

    FailedAttemptException redirect(String problem) {
        return lasting(
                wanted.name() + " was not brought: " + problem,
                "Write the address of the file itself in " + wanted.declaredAt() + ".");
    }

    static FailedAttemptException lasting(String problem, String remedy) {
        return new FailedAttemptException(problem, remedy, false, null);
    }

    private static FailedAttemptException passing(String problem, String remedy, IOException e) {
        return new FailedAttemptException(problem, remedy, true, e);
    }

    private static Stream<Throwable> causes(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause);
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
