package io.github.mlmaven.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.cloud.tools.jib.api.ImageReference;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.image.Connection.Reached;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.worker.ImageRequest.Access;
import io.github.mlmaven.worker.ImageRequest.Login;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * One repository of a registry, asked in advance whether it will do what the build wants of it (OCI Distribution
 * Specification 1.1).
 */
final class Registry {

    private static final String MANIFESTS = String.join(
            ", ",
            "application/vnd.oci.image.index.v1+json",
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.docker.distribution.manifest.list.v2+json",
            "application/vnd.docker.distribution.manifest.v2+json");

    private final Reached reached;
    private final ImageReference image;
    private final Optional<Login> login;
    private final Side side;
    private final Optional<String> authorization;

    private Registry(ImageReference image, Access access, Optional<Login> login, Side side) {
        this.image = image;
        this.login = login;
        this.side = side;
        this.reached = Connection.open(image.getRegistry(), access.insecure(), side);
        this.authorization = authorization();
    }

    /**
     * Reaches an image's registry and logs in.
     *
     * @throws MlException if the registry cannot be reached, is not trusted, or refuses the login
     */
    static Registry open(ImageReference image, Access access, Optional<Login> login, Side side) {
        return new Registry(image, access, login, side);
    }

    /**
     * The digest of the image's manifest, or of the index of its manifests.
     *
     * @throws MlException if there is no such image, or the login may not see it
     */
    String digest() {
        HttpResponse<String> answer = send(request("/manifests/" + image.getQualifier())
                .header("accept", MANIFESTS)
                .method("HEAD", BodyPublishers.noBody()));
        switch (answer.statusCode()) {
            case 200 -> {}
            case 401, 403 -> throw refused("may not be read, or does not exist");
            case 404 ->
                throw new MlException(
                        "The " + side.noun() + " " + image + " does not exist: the registry has no such image or tag.",
                        "Correct " + side.property() + ": <registry>/<repository>:<tag>" + side.alternatives() + ".");
            default -> throw unexpected(answer);
        }
        return answer.headers().firstValue("docker-content-digest").orElseThrow(() -> unexpected(answer));
    }

    /**
     * Begins an upload and gives it up again.
     *
     * @throws MlException if the login may not push
     */
    void requirePush() {
        HttpResponse<String> answer = send(request("/blobs/uploads/").POST(BodyPublishers.noBody()));
        switch (answer.statusCode()) {
            case 201, 202 -> answer.headers().firstValue("location").ifPresent(this::cancel);
            case 401, 403 -> throw refused("may not be pushed");
            case 404, 405 ->
                throw new MlException(
                        "The registry " + image.getRegistry() + " takes no images for " + image.getRepository() + ".",
                        "Create the repository there, or correct " + side.property() + ".");
            default -> throw unexpected(answer);
        }
    }

    private void cancel(String location) {
        URI upload = URI.create(reached.scheme() + "://" + image.getRegistry() + "/v2/")
                .resolve(location);
        send(Connection.request(upload).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        return Connection.request(
                URI.create(reached.scheme() + "://" + image.getRegistry() + "/v2/" + image.getRepository() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        authorization.ifPresent(value -> request.header("authorization", value));
        return reached.connection().send(request.build());
    }

    private Optional<String> authorization() {
        HttpResponse<String> answer = reached.answer();
        if (answer.statusCode() == 200) {
            return login.map(Registry::basic);
        }
        if (answer.statusCode() != 401) {
            throw unexpected(answer);
        }
        Challenge challenge =
                Challenge.parse(answer.headers().firstValue("www-authenticate").orElse("basic"));
        return Optional.of(challenge.scheme().equals("bearer") ? token(challenge) : checkedPassword());
    }

    private String checkedPassword() {
        String header = basic(login.orElseThrow(this::nobodyKnown));
        HttpResponse<String> answer = reached.connection()
                .send(Connection.request(reached.answer().uri())
                        .header("authorization", header)
                        .build());
        if (answer.statusCode() == 401 || answer.statusCode() == 403) {
            throw wrongPassword();
        }
        return header;
    }

    private String token(Challenge challenge) {
        String realm = challenge.parameters().getOrDefault("realm", "");
        String scope = "repository:" + image.getRepository() + ":" + (side == Side.TARGET ? "pull,push" : "pull");
        String service = challenge.parameters().getOrDefault("service", "");
        HttpRequest.Builder request =
                Connection.request(URI.create(realm + "?service=" + encoded(service) + "&scope=" + encoded(scope)));
        login.ifPresent(known -> request.header("authorization", basic(known)));
        HttpResponse<String> answer = reached.connection().send(request.build());
        switch (answer.statusCode()) {
            case 200 -> {}
            case 400, 401, 403 -> throw login.isPresent() ? wrongPassword() : nobodyKnown();
            default -> throw unexpected(answer);
        }
        JsonNode body = Json.parse(answer.body(), JsonNode.class);
        return "Bearer " + body.path("token").asText(body.path("access_token").asText());
    }

    private MlException nobodyKnown() {
        return new MlException(
                "The registry " + image.getRegistry() + " wants a login, and none is known for it.",
                "Add a <server> with the id " + image.getRegistry()
                        + " to settings.xml, or log in with docker login or podman login.");
    }

    private MlException wrongPassword() {
        return new MlException(
                "The registry " + image.getRegistry() + " refuses the user '"
                        + login.map(Login::user).orElse("") + "': the user or the password is wrong.",
                "Correct the <server> with the id " + image.getRegistry()
                        + " in settings.xml, or log in again with docker login or podman login.");
    }

    private MlException refused(String what) {
        if (login.isEmpty()) {
            return new MlException(
                    "The " + side.noun() + " " + image + " " + what + " without a login.",
                    "Add a <server> with the id " + image.getRegistry()
                            + " to settings.xml, or log in with docker login or podman login.");
        }
        return new MlException(
                "The " + side.noun() + " " + image + " " + what + " by the user '"
                        + login.get().user() + "'.",
                "Give the user that right at the registry, or use another one.");
    }

    private MlException unexpected(HttpResponse<String> answer) {
        return new MlException(
                "The registry " + image.getRegistry() + " answers " + answer.statusCode() + " to "
                        + answer.request().method() + " " + answer.uri().getPath() + ".",
                "See that " + side.property() + " names a registry for container images, and that it is well.");
    }

    private static String basic(Login login) {
        byte[] plain = (login.user() + ":" + login.password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(plain);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
