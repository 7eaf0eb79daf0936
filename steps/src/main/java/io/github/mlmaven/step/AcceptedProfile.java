package io.github.mlmaven.step;

import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.text.NamedFile;
import io.github.mlmaven.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.Optional;

/**
 * The profile of the accepted data, {@code model.profile.json}: it lies beside the lock, which has its hash.
 *
 * @param accept what writes it anew
 */
public record AcceptedProfile(NamedFile file, AcceptCommand accept) {

    /** Far more than the profile of any table that a build reads. */
    private static final long MAX_BYTES = 1L << 28;

    public static AcceptedProfile of(BuildPlace place) {
        return new AcceptedProfile(
                NamedFile.of(place.basedir(), place.acceptedProfile()),
                place.decided().accept());
    }

    /**
     * Its SHA-256 as the lock has it; empty where it is not there. As of every text, line ends do not count.
     *
     * @throws io.github.mlmaven.api.MlException if what is there is no regular file, or larger than any profile
     */
    public Optional<String> sha256() {
        if (!Files.exists(file.path(), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        String remedy = "Remove it, and restore it from version control or accept the model anew: " + accept + ".";
        String text = new String(file.whole(MAX_BYTES, remedy), StandardCharsets.UTF_8);
        return Optional.of(Sha256.of(text.replace("\r\n", "\n")));
    }
}
