package io.github.mlmaven.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.tools.jib.api.ImageReference;
import io.github.mlmaven.image.StubRegistry.Answer;
import io.github.mlmaven.worker.ImageRequest.Access;
import io.github.mlmaven.worker.ImageRequest.Login;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RegistryTest {

    private static final Access INSECURE = new Access(Optional.empty(), true);
    private static final Optional<Login> ANN = Optional.of(new Login("ann", "secret"));
    private static final String ANNS_BASIC = " Basic YW5uOnNlY3JldA==";
    private static final Answer OK = Answer.of(200);
    private static final Answer WANTS_BASIC = new Answer(401, Map.of("WWW-Authenticate", "Basic realm=\"r\""), "");
    private static final Answer WANTS_TOKEN =
            new Answer(401, Map.of("WWW-Authenticate", "Bearer realm=\"http://$HOST/token\",service=\"registry\""), "");

    private StubRegistry stub;

    @BeforeEach
    void start() throws IOException {
        stub = new StubRegistry();
    }

    @AfterEach
    void stop() throws IOException {
        stub.close();
    }

    private ImageReference image() {
        return References.parse(Side.TARGET, stub.host() + "/example/diamonds:1");
    }

    private Registry open(Side side, Optional<Login> login) {
        return Registry.open(image(), INSECURE, login, side);
    }

    @Test
    void the_digest_of_a_tag_is_the_registrys() {
        stub.on("GET /v2/", OK)
                .on(
                        "HEAD /v2/example/diamonds/manifests/1",
                        new Answer(200, Map.of("Docker-Content-Digest", "sha256:12"), ""));

        assertThat(open(Side.BASE, Optional.empty()).digest()).isEqualTo("sha256:12");
    }

    @Test
    void a_tag_that_does_not_exist_is_named() {
        stub.on("GET /v2/", OK);

        assertThatThrownBy(() -> open(Side.BASE, Optional.empty()).digest())
                .hasMessage("The base image " + image()
                        + " does not exist: the registry has no such image or tag. Correct ml.image.base: "
                        + "<registry>/<repository>:<tag>, or local, or tar://<path>.");
    }

    @Test
    void a_port_where_nobody_listens_is_unreachable() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        ImageReference nobody = References.parse(Side.TARGET, "127.0.0.1:" + port + "/a/b:1");

        assertThatThrownBy(() -> Registry.open(nobody, INSECURE, Optional.empty(), Side.TARGET))
                .hasMessage(
                        "The registry 127.0.0.1:" + port + " cannot be reached: the connection is refused. Correct the "
                                + "registry's name in ml.image, or see that it runs and that the network lets you through.");
    }

    @Test
    void a_host_that_nobody_knows_is_unreachable() {
        ImageReference nobody = References.parse(Side.TARGET, "registry.invalid/a/b:1");

        assertThatThrownBy(() -> Registry.open(nobody, INSECURE, Optional.empty(), Side.TARGET))
                .hasMessage("The registry registry.invalid cannot be reached: no such host is known. Correct the "
                        + "registry's name in ml.image, or see that it runs and that the network lets you through.");
    }

    @Test
    void plain_http_needs_to_be_allowed() {
        stub.on("GET /v2/", OK);

        assertThatThrownBy(() -> Registry.open(image(), Access.ANONYMOUS, Optional.empty(), Side.TARGET))
                .hasMessage("The registry " + stub.host() + " speaks plain http, and https is required. Set "
                        + "ml.image.insecure=true for a registry that needs no protection.");
    }

    @Test
    void a_password_is_not_sent_over_plain_http_that_was_not_allowed() {
        stub.on("GET /v2/", WANTS_BASIC);

        assertThatThrownBy(() -> Registry.open(image(), Access.ANONYMOUS, ANN, Side.TARGET))
                .hasMessageContaining("speaks plain http");
        assertThat(stub.asked()).containsExactly("GET /v2/");
    }

    @Test
    void a_wrong_password_is_refused() {
        stub.on("GET /v2/", WANTS_BASIC).on("GET /v2/" + ANNS_BASIC, WANTS_BASIC);

        assertThatThrownBy(() -> open(Side.TARGET, ANN))
                .hasMessage(
                        "The registry " + stub.host() + " refuses the user 'ann': the user or the password is wrong. "
                                + "Correct the <server> with the id " + stub.host()
                                + " in settings.xml, or log in again with docker login or podman login.");
    }

    @Test
    void a_login_that_nobody_knows_is_asked_for() {
        stub.on("GET /v2/", WANTS_BASIC);

        assertThatThrownBy(() -> open(Side.TARGET, Optional.empty()))
                .hasMessage("The registry " + stub.host()
                        + " wants a login, and none is known for it. Add a <server> with " + "the id " + stub.host()
                        + " to settings.xml, or log in with docker login or podman login.");
    }

    @Test
    void a_token_is_fetched_with_the_login_and_used() {
        stub.on("GET /v2/", WANTS_TOKEN)
                .on(
                        "GET /token?service=registry&scope=repository%3Aexample%2Fdiamonds%3Apull" + ANNS_BASIC,
                        new Answer(200, Map.of(), "{\"token\":\"t1\"}"))
                .on(
                        "HEAD /v2/example/diamonds/manifests/1 Bearer t1",
                        new Answer(200, Map.of("Docker-Content-Digest", "sha256:12"), ""));

        assertThat(open(Side.BASE, ANN).digest()).isEqualTo("sha256:12");
    }

    @Test
    void a_token_that_is_refused_means_a_wrong_password() {
        stub.on("GET /v2/", WANTS_TOKEN)
                .on(
                        "GET /token?service=registry&scope=repository%3Aexample%2Fdiamonds%3Apull%2Cpush" + ANNS_BASIC,
                        Answer.of(401));

        assertThatThrownBy(() -> open(Side.TARGET, ANN)).hasMessageContaining("refuses the user 'ann'");
    }

    @Test
    void a_push_is_tried_and_given_up_again() {
        stub.on("GET /v2/", OK)
                .on(
                        "POST /v2/example/diamonds/blobs/uploads/",
                        new Answer(202, Map.of("Location", "/v2/example/diamonds/blobs/uploads/7?_state=x"), ""));

        assertThatCode(() -> open(Side.TARGET, Optional.empty()).requirePush()).doesNotThrowAnyException();
        assertThat(stub.asked()).last().isEqualTo("DELETE /v2/example/diamonds/blobs/uploads/7?_state=x");
    }

    @Test
    void a_push_that_the_user_may_not_do_is_refused() {
        stub.on("GET /v2/", WANTS_BASIC)
                .on("GET /v2/" + ANNS_BASIC, OK)
                .on("POST /v2/example/diamonds/blobs/uploads/" + ANNS_BASIC, Answer.of(403));

        assertThatThrownBy(() -> open(Side.TARGET, ANN).requirePush())
                .hasMessage("The image " + image()
                        + " may not be pushed by the user 'ann'. Give the user that right at the "
                        + "registry, or use another one.");
    }

    @Test
    void a_server_that_is_no_registry_is_told() {
        assertThatThrownBy(() -> open(Side.TARGET, Optional.empty()))
                .hasMessage("The registry " + stub.host()
                        + " answers 404 to GET /v2/. See that ml.image names a registry for "
                        + "container images, and that it is well.");
    }

    @Test
    void a_challenge_has_a_scheme_and_parameters() {
        assertThat(Challenge.parse("Bearer realm=\"https://auth.example/token\",service=reg, Scope=\"a:b\""))
                .isEqualTo(new Challenge(
                        "bearer", Map.of("realm", "https://auth.example/token", "service", "reg", "scope", "a:b")));
        assertThat(Challenge.parse("Basic")).isEqualTo(new Challenge("basic", Map.of()));
    }
}
