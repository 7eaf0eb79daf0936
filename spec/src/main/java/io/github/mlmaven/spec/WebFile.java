package io.github.mlmaven.spec;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file that a web server has.
 *
 * @param address as it is written: it may hold what nobody but the server should see
 * @param sha256 what its bytes must be
 * @param server whose login of settings.xml is shown to the address's own host
 */
public record WebFile(String address, Optional<String> sha256, Optional<String> server) implements Origin {

    private static final Pattern ADDRESS = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+://.*", Pattern.DOTALL);

    /** Whether a text is an address, be it of this kind or not, and no path. */
    public static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    /** An address without user, query and fragment: {@code https://example.org/houses.csv}. */
    public static String shown(String address) {
        return address.replaceFirst("(?s)[?#].*", "").replaceFirst("^([^:/]+://)[^/]*@", "$1");
    }

    @Override
    public String name() {
        return shown(address);
    }

    /** The last part of the path, with no character that means something to a file system or a pattern. */
    @Override
    public String fileName() {
        String path = name().replaceFirst("^[^:/]+://[^/]*/?", "");
        String last = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "_");
        return last.substring(Math.max(0, last.length() - 100));
    }

    /** {@link #sha256} as digests are written everywhere: in small letters. */
    public String digest() {
        return sha256.orElseThrow().toLowerCase(Locale.ROOT);
    }
}
