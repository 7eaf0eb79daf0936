package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.step.BundleFile;
import io.github.mlmaven.step.FileHashes;
import io.github.mlmaven.step.ImageFile;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.StepInput;
import io.github.mlmaven.step.StepOutput;
import io.github.mlmaven.step.StepResult;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.step.Surroundings;
import io.github.mlmaven.step.Watched;
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
    private final Step<ImageFile> step = new Step<>(
            "image",
            List.of(Steps.PACKAGE),
            List.of(new Look()),
            List.of(StepOutput.file("image.tar")),
            StepResult.in("image.json", ImageFile.class));

    ModelImage(ModelBuild build, Description description, ServerClassPath server, Path cache, Worker worker) {
        this.build = build;
        this.description = description;
        this.server = server;
        this.cache = cache;
        this.worker = worker;
    }

    /** What an image depends on beside the bundle. Where the server's files are not known yet it is like no image's. */
    private final class Look implements StepInput {

        @Override
        public String value(Surroundings surroundings) {
            return described(server.rememberedHash().orElse("unknown"));
        }

        @Override
        public Watched watched(Surroundings surroundings) {
            return Watched.files(baseTar().stream().toList());
        }
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
        BundleFile bundle = build.bundled();
        build.state().recover(step);
        String upToDate = "image is up to date";
        if (isUpToDate()) {
            build.log().did(true, "", upToDate);
            return;
        }
        build.sayStrayed(step);
        List<Path> classPath = server.files();
        build.state().carryOut(step, scratch -> make(bundle, classPath, scratch, Optional.of("image.tar")));
        build.log().did(false, "image is in " + relative(build.files().imageTar()), upToDate);
    }

    /** Whether {@code image.tar} and {@code image.json} are as a build of this bundle left them. */
    boolean isUpToDate() {
        return build.isUpToDate(step);
    }

    /** The files that must be as they are for {@link #tar} to have nothing to do. */
    List<Path> tarDependsOn() {
        List<Path> files = new ArrayList<>(build.watched(step).files());
        files.addAll(server.remembered().orElseThrow());
        return files;
    }

    /** Pushes the image of the model that was judged to the registry that its name begins with. */
    void push() throws MojoFailureException {
        if (RegistryLogins.registry(description.image()).isEmpty()) {
            throw new MlException(
                    "The image '" + description.image() + "' has no registry in its name.",
                    "Name it, such as -Dml.image=ghcr.io/example/" + description.image()
                            + "; Docker Hub is docker.io/<user>/" + description.image() + ".");
        }
        BundleFile bundle = build.bundled();
        build.requireOneModel(Steps.CHECK);
        Path folder = build.files().directory();
        ImageFile pushed = make(bundle, server.files(), folder, Optional.empty());
        Json.write(folder.resolve("push.json"), pushed);
        build.log().info("pushed " + pushed.image() + "@" + pushed.digest());
    }

    /** @param tar its name in the folder; empty to push instead */
    private ImageFile make(BundleFile bundle, List<Path> classPath, Path folder, Optional<String> tar) {
        Target target = new Target(
                description.image(),
                tar.map(folder::resolve),
                description.tags(),
                description.created().getEpochSecond(),
                description.access());
        Path result = folder.resolve(tar.isPresent() ? "image.json" : "push.json");
        worker.carryOut(
                new ImageRequest(
                        build.place().outputDirectory().resolve(bundle.file()),
                        classPath,
                        base(),
                        target,
                        build.files().directory().resolve("image"),
                        result,
                        Sha256.of(bundle.sha256() + "\n" + described(server.hash(classPath))),
                        Optional.of(cache)),
                build.log());
        return Json.read(result, ImageFile.class)
                .weakenedBy(build.place().strictness().weakened());
    }

    private String described(String serverHash) {
        return String.join(
                "\n",
                build.place().identity().pluginVersion(),
                serverHash,
                description.image(),
                description.created().toString(),
                baseFingerprint(),
                String.join(", ", build.place().strictness().weakened()));
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
