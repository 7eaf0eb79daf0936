package io.github.mlmaven.validate;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.step.AcceptedProfile;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.Profile;
import io.github.mlmaven.text.Json;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** The profile of the accepted data, or why there is none. */
public sealed interface Baseline {

    /** What was accepted. */
    record Accepted(Profile profile) implements Baseline {}

    /**
     * There is nothing to compare with.
     *
     * @param file that would have it
     */
    record Absent(Reason reason, String file) implements Baseline {}

    /** Why there is nothing to compare with. */
    enum Reason {
        /** Nothing was accepted yet. */
        NO_LOCK,
        /** The lock knows of no profile, and there is none: a version of the plugin kept none. */
        NO_HASH,
        /** There is a profile, and the lock does not vouch for it. */
        NOT_VOUCHED,
        /** The profile is not beside the lock. */
        ABSENT,
        /** The profile is not what the lock has the hash of. */
        CHANGED,
        /** The profile is of another version of the plugin. */
        UNREADABLE
    }

    /**
     * What stands beside a lock: only what the lock vouches for is read.
     *
     * @param locked whether there is a lock
     * @param hash what it says of the profile
     */
    static Baseline of(BuildPlace place, boolean locked, Optional<String> hash) {
        Path file = place.acceptedProfile();
        String name = file.getFileName().toString();
        if (!locked) {
            return new Absent(Reason.NO_LOCK, place.lock().getFileName().toString());
        }
        if (hash.isEmpty()) {
            return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    ? new Absent(Reason.NOT_VOUCHED, name)
                    : new Absent(Reason.NO_HASH, place.lock().getFileName().toString());
        }
        Optional<String> found = AcceptedProfile.of(place).sha256();
        if (found.isEmpty()) {
            return new Absent(Reason.ABSENT, name);
        }
        if (!found.equals(hash)) {
            return new Absent(Reason.CHANGED, name);
        }
        try {
            Profile profile = Json.read(file, Profile.class);
            return profile.format() == Profile.FORMAT ? new Accepted(profile) : new Absent(Reason.UNREADABLE, name);
        } catch (MlException e) {
            // Of another version: the lock vouches that it is whole.
            return new Absent(Reason.UNREADABLE, name);
        }
    }
}
