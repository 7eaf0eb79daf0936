package io.github.mlmaven.image;

import org.jspecify.annotations.Nullable;

/** What an image says it was made by. */
final class Tool {

    static final String NAME = "ml-maven-plugin";

    private Tool() {}

    /** The version of this JAR, which is the plugin's. Classes in a folder have none. */
    static String version() {
        @Nullable String version = Tool.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }
}
