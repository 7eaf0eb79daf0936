package io.github.mlmaven.image;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.LogEvent;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Port;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.step.ImageFile;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.worker.ImageRequest;
import io.github.mlmaven.worker.ImageRequest.Access;
import io.github.mlmaven.worker.ImageRequest.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/**
 * Builds images: checks both registries, stages the layers, tries them out, writes a tar or pushes, and then writes
 * {@code image.json}. The same request makes the same digest.
 *
 * <pre>{@code
 * ImageFile image = new ImageBuild(Progress.SILENT).build(request);
 * }</pre>
 */
public final class ImageBuild {

    private static final String USER = "10001:10001";
    private static final int PORT = 8080;

    private final Progress progress;
    private boolean saidInsecure;

    public ImageBuild(Progress progress) {
        this.progress = progress;
    }

    /**
     * Builds an image.
     *
     * @throws MlException if a registry, the base, the bundle or the class path is not as it must be, or if the server does
     *     not answer the golden predictions; an earlier tar and {@code image.json} are then still there
     */
    public ImageFile build(ImageRequest request) {
        Destination destination = destination(request.target());
        Stage stage = new Stage(request.workDirectory().toAbsolutePath().resolve("stage"));
        BundleJar bundle = BundleJar.read(requireBundle(request.bundle()));
        Contents contents = Contents.of(request.bundle(), request.classPath(), stage);
        Base base = Bases.find(request, contents.natives(), stage, progress);
        tell(base, contents);
        SmokeTest.run(base.javaHere(), contents, bundle);
        JibContainer container = write(request, describe(base, contents, bundle, request.target()), destination);
        stage.clean();
        ImageFile file = new ImageFile(
                ImageFile.FORMAT,
                request.fingerprint(),
                request.target().image(),
                container.getDigest().toString(),
                container.getImageId().toString(),
                base.pinned(),
                contents.layers().stream().map(ImageLayer::described).toList(),
                List.of());
        Json.write(request.result(), file);
        progress.info(request.target().image() + " is " + file.digest() + ".");
        return file;
    }

    /**
     * Where the image goes, ready to be written to.
     *
     * @param tar empty to push
     */
    private record Destination(ImageReference image, Optional<Path> tar, Optional<Login> login) {}

    private static Destination destination(ImageRequest.Target target) {
        ImageReference image = References.parse(Side.TARGET, target.image());
        if (target.tar().isPresent()) {
            return new Destination(image, target.tar(), Optional.empty());
        }
        Optional<Login> login = Credentials.of(image, target.access(), System.getenv());
        Registry.open(image, target.access(), login, Side.TARGET).requirePush();
        return new Destination(image, Optional.empty(), login);
    }

    private static Path requireBundle(Path bundle) {
        if (!Files.isRegularFile(bundle)) {
            throw new MlException("The bundle " + bundle + " does not exist.", "Run ml:package first.");
        }
        return bundle;
    }

    private void tell(Base base, Contents contents) {
        String layers = contents.layers().stream()
                .map(layer -> String.format(Locale.ROOT, "%s %.1f MB", layer.name(), layer.bytes() / 1e6))
                .collect(Collectors.joining(", "));
        progress.info("Image on " + base.pinned() + " with " + layers + ".");
    }

    private static JibContainerBuilder describe(
            Base base, Contents contents, BundleJar bundle, ImageRequest.Target target) {
        JibContainerBuilder image = base.start();
        contents.layers().forEach(layer -> image.addFileEntriesLayer(layer.toJib()));
        return image.setEntrypoint(ServerProcess.command(
                        base.java(),
                        contents.classPathInImage(),
                        contents.bundle().path()))
                .addEnvironmentVariable("HOST", "0.0.0.0")
                .addEnvironmentVariable("PORT", String.valueOf(PORT))
                .setUser(USER)
                .setWorkingDirectory(AbsoluteUnixPath.get("/app"))
                .addExposedPort(Port.tcp(PORT))
                .setLabels(new TreeMap<>(Map.of(
                        "org.opencontainers.image.title", bundle.name(),
                        "org.opencontainers.image.version", bundle.version(),
                        "org.opencontainers.image.base.name", base.pinned())))
                .setCreationTime(Instant.ofEpochSecond(target.created()));
    }

    private JibContainer write(ImageRequest request, JibContainerBuilder image, Destination destination) {
        if (destination.tar().isEmpty()) {
            RegistryImage registry = RegistryImage.named(destination.image());
            destination.login().ifPresent(login -> registry.addCredential(login.user(), login.password()));
            image.setFormat(ImageFormat.OCI);
            return containerize(request, image, Containerizer.to(registry));
        }
        Path tar = destination.tar().get().toAbsolutePath();
        Path temporary = tar.resolveSibling(tar.getFileName() + ".tmp");
        image.setFormat(ImageFormat.Docker);
        try {
            Files.createDirectories(tar.getParent());
            JibContainer container = containerize(
                    request, image, Containerizer.to(TarImage.at(temporary).named(destination.image())));
            Files.move(temporary, tar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return container;
        } catch (IOException e) {
            throw new MlException(
                    "The image's tar " + tar + " could not be written: " + e.getMessage() + ".",
                    "Make the folder writable, or free space on its disk.",
                    e);
        }
    }

    private JibContainer containerize(ImageRequest request, JibContainerBuilder image, Containerizer to) {
        Path work = request.workDirectory().toAbsolutePath();
        allowInsecure(request, to);
        request.target().tags().forEach(to::withAdditionalTag);
        to.setToolName("ml-maven-plugin")
                .setBaseImageLayersCache(
                        request.cache().orElse(work).toAbsolutePath().resolve("base-layers"))
                .setApplicationLayersCache(work.resolve("layers"))
                .addEventHandler(LogEvent.class, this::relay);
        try {
            return image.containerize(to);
        } catch (ExecutionException e) {
            throw failed(e.getCause() == null ? e : e.getCause());
        } catch (IOException | RegistryException | CacheDirectoryCreationException e) {
            throw failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(e);
        }
    }

    // Jib has one switch for both registries and one for passwords over plain http. Both sides were reached and held to
    // their own settings before.
    private static void allowInsecure(ImageRequest request, Containerizer to) {
        List<Access> sides = List.of(request.base().access(), request.target().access());
        boolean insecure = sides.stream().anyMatch(Access::insecure);
        to.setAllowInsecureRegistries(insecure);
        if (insecure) {
            System.setProperty("sendCredentialsOverHttp", "true");
        } else {
            System.clearProperty("sendCredentialsOverHttp");
        }
    }

    // Jib's threads call it. An insecure registry, which the user allowed, is worth one warning, not one for each
    // request.
    private synchronized void relay(LogEvent event) {
        boolean fallback = event.getMessage().contains("Attempting again with");
        boolean said = fallback && saidInsecure;
        saidInsecure |= fallback;
        if (!said && (event.getLevel() == LogEvent.Level.WARN || event.getLevel() == LogEvent.Level.ERROR)) {
            progress.warn(event.getMessage());
        }
    }

    private static MlException failed(Throwable cause) {
        return new MlException(
                "The image could not be built: " + cause.getMessage() + ".",
                "See the cause with -e, and run the build again.",
                cause);
    }
}
