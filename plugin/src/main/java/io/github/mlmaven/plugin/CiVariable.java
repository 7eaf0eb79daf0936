package io.github.mlmaven.plugin;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The environment's variable {@code CI}, by which servers that build say that they do. They spell it in many ways, and only
 * a clear no is one: {@code false}, {@code f}, {@code 0}, {@code no}, {@code n}, {@code off} and nothing, in any case.
 *
 * @param value as it is; {@code null} where there is none
 */
record CiVariable(@Nullable String value) {

    private static final String NAME = "CI";
    private static final Set<String> NO = Set.of("", "false", "f", "0", "no", "n", "off");

    static CiVariable ofEnvironment() {
        return new CiVariable(System.getenv(NAME));
    }

    /** Whether it says that this is a build of a server. */
    boolean isSet() {
        return value != null && !NO.contains(value.strip().toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return NAME + "=" + value;
    }
}
