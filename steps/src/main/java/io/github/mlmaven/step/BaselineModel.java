package io.github.mlmaven.step;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The model of another build that the gates compare with, as this build found it before any step worked.
 *
 * @param file its bundle, absolute; empty where there is none
 */
public record BaselineModel(Told told, Optional<Path> file) {

    /** Where no gate compares with a model. */
    public static final BaselineModel NOT_ASKED = without(Search.NOT_ASKED, "");

    public BaselineModel {
        if (file.isPresent() != told.origin().isPresent()) {
            throw new IllegalArgumentException("a baseline " + told + " in " + file);
        }
    }

    /** What became of looking for it. */
    public enum Search {
        /** No gate compares, so nobody looked. */
        NOT_ASKED,
        /** Somebody said that the lock is what to compare with. */
        LOCK,
        /** The last release has it. */
        RELEASE,
        /** Somebody named it. */
        NAMED,
        /** There is no release with a model of this one's coordinates before this version. */
        FIRST_RELEASE,
        /** Whether there is a release could not be found out. */
        UNREACHED
    }

    /**
     * What there is to tell of it.
     *
     * @param name its coordinates, or its file as somebody wrote it; what was looked for where nothing was found; empty where
     *     nobody looked
     */
    public record Told(Search search, String name) {

        /** What it is; empty where there is none. */
        public Optional<BaselineOrigin> origin() {
            return switch (search) {
                case RELEASE -> Optional.of(BaselineOrigin.RELEASE);
                case NAMED -> Optional.of(BaselineOrigin.NAMED);
                case NOT_ASKED, LOCK, FIRST_RELEASE, UNREACHED -> Optional.empty();
            };
        }
    }

    /** A bundle that was found. */
    public static BaselineModel of(Search search, String name, Path file) {
        return new BaselineModel(new Told(search, name), Optional.of(file));
    }

    /** None, and why. */
    public static BaselineModel without(Search search, String name) {
        return new BaselineModel(new Told(search, name), Optional.empty());
    }
}
