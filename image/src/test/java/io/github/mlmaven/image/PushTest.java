package io.github.mlmaven.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.step.ImageFile;
import io.github.mlmaven.worker.ImageRequest;
import io.github.mlmaven.worker.ImageRequest.Access;
import io.github.mlmaven.worker.ImageRequest.BaseImage;
import io.github.mlmaven.worker.ImageRequest.Login;
import io.github.mlmaven.worker.ImageRequest.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against a real registry. */
@NeedsRegistry("pushing an image to a registry")
@Timeout(120)
class PushTest {

    private static final Access INSECURE = new Access(Optional.empty(), true);
    /** The user ann with the password secret. */
    private static final String HTPASSWD = "ann:$2y$05$m39kc.jrNnOMh/l6GXzPfOaxcm6cz8ZFxxPvvYIvDyCvlIWDu.tPC\n";

    @TempDir
    Path folder;

    private Sample sample;
    private String base;

    @BeforeEach
    void a_base() throws Exception {
        sample = Sample.in(folder);
        base = TinyBase.in(folder);
    }

    private ImageRequest push(String image, BaseImage from, Access access, String... tags) {
        return sample.request(from, new Target(image, Optional.empty(), List.of(tags), Sample.CREATED, access));
    }

    private ImageFile build(ImageRequest request) {
        return new ImageBuild(Progress.SILENT).build(request);
    }

    private DockerRegistry registry(String more) throws IOException {
        return DockerRegistry.start(Files.createDirectories(folder.resolve("registry")), more);
    }

    private String withLogin() throws IOException {
        Path passwords = Files.writeString(folder.resolve("htpasswd"), HTPASSWD);
        return "auth: {htpasswd: {realm: test, path: \"" + passwords + "\"}}\n";
    }

    @Test
    void an_image_is_found_under_each_tag_by_the_digest_in_its_result() throws Exception {
        try (DockerRegistry registry = registry("")) {
            String image = registry.host() + "/example/diamonds:1.0";

            ImageFile pushed = build(push(image, new BaseImage(base, Access.ANONYMOUS), INSECURE, "latest"));

            for (String tag : List.of("1.0", "latest")) {
                assertThat(Registry.open(
                                        References.parse(Side.TARGET, registry.host() + "/example/diamonds:" + tag),
                                        INSECURE,
                                        Optional.empty(),
                                        Side.TARGET)
                                .digest())
                        .isEqualTo(pushed.digest());
            }
        }
    }

    @Test
    void a_model_that_changed_pushes_no_other_layer() throws Exception {
        try (DockerRegistry registry = registry("")) {
            ImageRequest request =
                    push(registry.host() + "/example/diamonds:1.0", new BaseImage(base, Access.ANONYMOUS), INSECURE);
            build(request);
            Map<String, Long> before = registry.blobs();
            sample.model("3000", "3000");
            build(request);
            Map<String, Long> added = new TreeMap<>(registry.blobs());
            added.keySet().removeAll(before.keySet());

            // The model, the configuration and the manifest.
            assertThat(added).hasSize(3);
            assertThat(added.values()).allMatch(bytes -> bytes < 5_000);
            assertThat(before.values()).anyMatch(bytes -> bytes > 100_000);
        }
    }

    @Test
    void an_image_in_a_registry_can_be_a_base_and_is_pinned() throws Exception {
        try (DockerRegistry registry = registry("")) {
            String first = registry.host() + "/base/java:17";
            ImageFile pushed = build(push(first, new BaseImage(base, Access.ANONYMOUS), INSECURE));

            ImageFile second =
                    build(push(registry.host() + "/example/diamonds:1.0", new BaseImage(first, INSECURE), INSECURE));

            assertThat(second.base()).isEqualTo(registry.host() + "/base/java@" + pushed.digest());
        }
    }

    @Test
    void an_unknown_base_is_named() throws Exception {
        try (DockerRegistry registry = registry("")) {
            String absent = registry.host() + "/base/absent:1";

            assertThatThrownBy(() -> build(sample.request(
                            new BaseImage(absent, INSECURE), sample.toTar(base).target())))
                    .isInstanceOf(MlException.class)
                    .hasMessageStartingWith("The base image " + absent + " does not exist: ");
            assertThat(sample.tar()).doesNotExist();
        }
    }

    @Test
    void the_right_password_pushes_and_the_wrong_one_does_not() throws Exception {
        try (DockerRegistry registry = registry(withLogin())) {
            String image = registry.host() + "/example/diamonds:1.0";
            BaseImage from = new BaseImage(base, Access.ANONYMOUS);
            Access right = new Access(Optional.of(new Login("ann", "secret")), true);
            Access wrong = new Access(Optional.of(new Login("ann", "guess")), true);

            assertThatThrownBy(() -> build(push(image, from, wrong)))
                    .hasMessageStartingWith("The registry " + registry.host() + " refuses the user 'ann'");
            assertThat(sample.result()).doesNotExist();
            assertThat(build(push(image, from, right)).digest()).startsWith("sha256:");
        }
    }

    @Test
    void a_certificate_that_nobody_vouches_for_needs_to_be_allowed() throws Exception {
        SelfSigned certificate = SelfSigned.in(folder);
        try (DockerRegistry registry = registry("  tls: {certificate: \"%s\", key: \"%s\"}\n"
                .formatted(certificate.certificate(), certificate.key()))) {
            String image = registry.host() + "/example/diamonds:1.0";
            BaseImage from = new BaseImage(base, Access.ANONYMOUS);

            assertThatThrownBy(() -> build(push(image, from, Access.ANONYMOUS)))
                    .hasMessageStartingWith("The certificate of the registry " + registry.host() + " is not trusted: ")
                    .hasMessageEndingWith(
                            " Import its issuer into the JDK's trust store, or set ml.image.insecure=true for "
                                    + "a registry that needs no protection.");
            assertThat(build(push(image, from, INSECURE)).digest()).startsWith("sha256:");
        }
    }

    /** A certificate for loopback, made by openssl. */
    private record SelfSigned(Path certificate, Path key) {
        static SelfSigned in(Path folder) {
            SelfSigned made = new SelfSigned(folder.resolve("certificate.pem"), folder.resolve("key.pem"));
            Program openssl = Program.run(
                    java.time.Duration.ofSeconds(30),
                    List.of(
                            "openssl",
                            "req",
                            "-x509",
                            "-newkey",
                            "rsa:2048",
                            "-nodes",
                            "-days",
                            "2",
                            "-subj",
                            "/CN=localhost",
                            "-addext",
                            "subjectAltName=IP:127.0.0.1",
                            "-keyout",
                            made.key.toString(),
                            "-out",
                            made.certificate.toString()));
            assertThat(openssl.exit()).as(openssl.output()).isZero();
            return made;
        }
    }
}
