package io.github.mlmaven.image;

import com.google.cloud.tools.jib.api.ImageReference;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.step.FileHashes;
import io.github.mlmaven.worker.ImageRequest;
import io.github.mlmaven.worker.ImageRequest.Access;
import io.github.mlmaven.worker.ImageRequest.Login;
import java.nio.file.Path;
import java.util.Optional;

/** The three kinds of base. */
final class Bases {

    private static final String LOCAL = "local";
    private static final String TAR = "tar://";

    private Bases() {}

    /**
     * Finds the base of a request: made here, read from a tar, or looked up in a registry and pinned there.
     *
     * @param natives whether JARs with native libraries will run on it
     */
    static Base find(ImageRequest request, boolean natives, Stage stage, Progress progress) {
        Path cache = request.cache().orElse(request.workDirectory());
        String reference = request.base().reference();
        if (reference.equals(LOCAL)) {
            return LocalBase.of(cache, natives, stage, progress);
        }
        if (reference.startsWith(TAR)) {
            FileHashes hashes = FileHashes.cachedIn(request.workDirectory().resolve("tar.json"));
            TarBase base = TarBase.of(Path.of(reference.substring(TAR.length())), hashes);
            hashes.save();
            return base;
        }
        return registry(References.parse(Side.BASE, reference), request.base().access());
    }

    private static RegistryBase registry(ImageReference image, Access access) {
        Optional<Login> login = Credentials.of(image, access, System.getenv());
        String digest = Registry.open(image, access, login, Side.BASE).digest();
        ImageReference pinned = ImageReference.of(image.getRegistry(), image.getRepository(), null, digest);
        return new RegistryBase(pinned, login);
    }
}
