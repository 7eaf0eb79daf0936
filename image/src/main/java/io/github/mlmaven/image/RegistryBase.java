package io.github.mlmaven.image;

import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryImage;
import io.github.mlmaven.worker.ImageRequest.Login;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A base in a registry.
 *
 * @param image pinned by digest, so that what was found is what is taken
 */
record RegistryBase(ImageReference image, Optional<Login> login) implements Base {

    @Override
    public JibContainerBuilder start() {
        RegistryImage base = RegistryImage.named(image);
        login.ifPresent(known -> base.addCredential(known.user(), known.password()));
        return Jib.from(base);
    }

    @Override
    public String pinned() {
        return image.toString();
    }

    @Override
    public String java() {
        return "java";
    }

    @Override
    public Path javaHere() {
        return workersJava();
    }

    static Path workersJava() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
