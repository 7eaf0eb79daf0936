package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.step.BundleFile;
import io.github.mlmaven.step.FileHashes;
import io.github.mlmaven.step.ImageFile;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.Sha256;
import io.github.mlmaven.worker.ImageRequest;
import io.github.mlmaven.worker.ImageRequest.Access;
import io.github.mlmaven.worker.ImageRequest.BaseImage;
import io.github.mlmaven.worker.ImageRequest.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;

/** The image of a model: as a tar that is made only when something changed, or in a registry. */
final class ModelImage {

    private static final String TAR = "tar://";

    private final ModelBuild build;
    private final Description description;
    private final ServerClassPath server;
    private final Path cache;
    private final Worker worker;

    ModelImage(ModelBuild build, Description description, ServerClassPath server, Path cache, Worker worker) {
        this.build = build;
        this.description = description;
        this.server = server;
        this.cache = cache;
        this.worker = worker;
    }

    /**
     * What the user wants.
     *
     * @param image its reference
     * @param tags further tags in a registry
     * @param access how to reach the image's registry
     */
    record Description(String image, List<String> tags, BaseImage base, Access access, Instant created) {}

    /** Brings {@code image.tar} up to date. */
    void tar() throws MojoFailureException {
        ModelFiles files = build.files();
        BundleFile bundle = build.bundled();
        String upToDate = "image is up to date";
        if (isUpToDate(bundle)) {
            build.log().did(true, "", upToDate);
            return;
        }
        List<Path> classPath = server.files();
        String fingerprint = fingerprint(bundle, server.hash(classPath));
        make(bundle, classPath, Optional.of(files.imageTar()), files.image(), fingerprint);
        build.log().did(false, "image is in " + relative(files.imageTar()), upToDate);
    }

    /** The files that, beside the bundle, must be as they are for {@link #tar} to have nothing to do. */
    List<Path> tarDependsOn() {
        List<Path> files =
                new ArrayList<>(List.of(build.files().image(), build.files().imageTar()));
        files.addAll(server.remembered().orElseThrow());
        baseTar().ifPresent(files::add);
        return files;
    }

    /** Pushes the image to the registry that its name begins with. */
    void push() throws MojoFailureException {
        if (RegistryLogins.registry(description.image()).isEmpty()) {
            throw new MlException(
                    "The image '" + description.image() + "' has no registry in its name.",
                    "Name it, such as -Dml.image=ghcr.io/example/" + description.image()
                            + "; Docker Hub is docker.io/<user>/" + description.image() + ".");
        }
        BundleFile bundle = build.bundled();
        List<Path> classPath = server.files();
        String fingerprint = fingerprint(bundle, server.hash(classPath));
        Path result = build.files().directory().resolve("push.json");
        make(bundle, classPath, Optional.empty(), result, fingerprint);
        ImageFile pushed = Json.read(result, ImageFile.class);
        build.log().info("pushed " + pushed.image() + "@" + pushed.digest());
    }

    private void make(BundleFile bundle, List<Path> classPath, Optional<Path> tar, Path result, String fingerprint) {
        Target target = new Target(
                description.image(),
                tar,
                description.tags(),
                description.created().getEpochSecond(),
                description.access());
        worker.carryOut(
                new ImageRequest(
                        build.place().outputDirectory().resolve(bundle.file()),
                        classPath,
                        base(),
                        target,
                        build.files().directory().resolve("image"),
                        result,
                        fingerprint,
                        Optional.of(cache)),
                build.log());
    }

    private boolean isUpToDate(BundleFile bundle) {
        Path file = build.files().image();
        if (!Files.isRegularFile(file) || !Files.isRegularFile(build.files().imageTar())) {
            return false;
        }
        try {
            String known = Json.read(file, ImageFile.class).fingerprint();
            return server.rememberedHash()
                    .map(hash -> fingerprint(bundle, hash))
                    .filter(known::equals)
                    .isPresent();
        } catch (MlException e) {
            // Of another version or damaged: the image is made anew.
            return false;
        }
    }

    private String fingerprint(BundleFile bundle, String serverHash) {
        return Sha256.of(String.join(
                "\n",
                "image",
                build.place().identity().pluginVersion(),
                bundle.sha256(),
                serverHash,
                description.image(),
                description.created().toString(),
                baseFingerprint()));
    }

    // A tag in a registry may move; an image that is up to date keeps the base that it was made on.
    private String baseFingerprint() {
        Optional<Path> tar = baseTar();
        if (tar.isEmpty()) {
            String reference = description.base().reference();
            return reference.equals("local") ? "local " + Runtime.version() : reference;
        }
        if (!Files.isRegularFile(tar.get())) {
            throw new MlException("The base image " + tar.get() + " does not exist.", "Correct ml.image.base.");
        }
        FileHashes hashes = FileHashes.cachedIn(build.files().directory().resolve("base-hashes.json"));
        String hash = hashes.sha256(tar.get());
        hashes.save();
        return TAR + hash;
    }

    private BaseImage base() {
        BaseImage base = description.base();
        return baseTar().map(tar -> new BaseImage(TAR + tar, base.access())).orElse(base);
    }

    /** The tar that is the base, if one is. */
    private Optional<Path> baseTar() {
        String reference = description.base().reference();
        return reference.startsWith(TAR)
                ? Optional.of(build.place()
                        .basedir()
                        .resolve(reference.substring(TAR.length()))
                        .normalize())
                : Optional.empty();
    }

    private String relative(Path file) {
        return build.place().basedir().relativize(file).toString();
    }
}
