package io.github.mlmaven.spec;

import io.github.mlmaven.text.Shown;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What must hold for a file that a web server has. Messages tell nothing of an address that may be secret. */
final class AddressRules {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");

    private final WebFile file;
    private final Sink sink;

    AddressRules(WebFile file, Sink sink) {
        this.file = file;
        this.sink = sink;
    }

    /** Takes what is wrong with a key. */
    interface Sink {
        void problem(String text, String remedy, String key);
    }

    void check() {
        URI uri;
        try {
            uri = new URI(file.address());
        } catch (URISyntaxException e) {
            source(
                    shown() + " is no address: " + e.getReason() + ".",
                    "Write it as a browser's address line copies it, with %20 for a blank.");
            return;
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            source(
                    shown() + " is an address of a kind that is not read.",
                    "Write an https address, or bring the file in a step before and name it by its path.");
        } else if (uri.getRawUserInfo() != null) {
            source(
                    "the address " + shown() + " has a login in it, which everybody can read.",
                    "Change that password, write the address without it, and beside it 'server:' with the id of a <server> of"
                            + " settings.xml.");
        } else if (uri.getHost() == null) {
            source(shown() + " names no host.", "Write it as in https://example.org/houses.csv.");
        } else if (!TableFormat.isReadable(file.fileName())) {
            source(
                    shown() + " is of no known format.",
                    "Its path must end with ."
                            + TableFormat.WORDS.replace(", ", ", .").replace("or ", "or .") + ".");
        } else {
            login(scheme, uri.getHost());
            digest();
        }
    }

    private void login(String scheme, String host) {
        if (file.server().isPresent() && scheme.equals("http") && !THIS_MACHINE.contains(host)) {
            sink.problem(
                    "the login of 'server' would be sent where everybody on the way can read it.",
                    "Write an https address, or remove 'server'.",
                    "server");
        }
    }

    private void digest() {
        if (file.sha256().isEmpty()) {
            source(
                    "nothing says what the bytes of " + shown() + " are.",
                    "Write 'sha256:' beside it, with the 64 digits that 'sha256sum " + file.fileName()
                            + "' prints for the file that you mean.");
        } else if (!SHA_256.matcher(file.sha256().get()).matches()) {
            sink.problem(
                    Shown.quoted(file.sha256().get()) + " is no SHA-256.",
                    "Write the 64 hexadecimal digits that 'sha256sum " + file.fileName() + "' prints.",
                    "sha256");
        }
    }

    private void source(String text, String remedy) {
        sink.problem(text, remedy, "source");
    }

    private String shown() {
        return Shown.quoted(file.name());
    }
}
