package io.github.mlmaven.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.model.MlModel;
import io.github.mlmaven.model.Prediction;
import io.github.mlmaven.text.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiTest {

    private static final String SHAPE = " The body must be {\\\"rows\\\": [{\\\"<column>\\\": <value>, ...}, ...]}.";

    private static final Request.Headers NO_HEADERS = name -> null;

    @TempDir
    private static Path directory;

    private static MlModel diamonds;
    private static MlModel penguins;

    private Api api;

    @BeforeAll
    static void readModels() {
        diamonds = MlModel.read(TinyBundle.diamonds(directory));
        penguins = MlModel.read(TinyBundle.penguins(directory));
    }

    @BeforeEach
    void makeApi() {
        api = new Api(diamonds);
    }

    @Test
    void numbers_are_answered_as_the_model_says_them_to_the_last_bit() {
        Map<String, Object> row = Map.of("carat", 0.3, "cut", "Ideal");
        Prediction expected = diamonds.predict(row);

        Reply reply = predict(api, "{\"rows\":[{\"carat\":0.3,\"cut\":\"Ideal\"},{\"carat\":1}]}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat((Object) Json.parse(reply.text(), Map.class))
                .isEqualTo(Map.of(
                        "predictions",
                        List.of(
                                Map.of("value", ((Prediction.Value) expected).value()),
                                Map.of("value", ((Prediction.Value) diamonds.predict(Map.of("carat", 1))).value()))));
        assertThat(((Prediction.Value) expected).value()).isBetween(550.0, 650.0);
    }

    @Test
    void a_value_that_the_schema_does_not_allow_is_answered_and_marked() {
        Reply reply = predict(api, "{\"rows\":[{\"carat\":1,\"cut\":\"Good\"},{\"carat\":1,\"cut\":\"Ideal\"}]}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers()).containsEntry("ml-outside-schema", "1");
        assertThat(predict(api, "{\"rows\":[{\"carat\":1,\"cut\":\"Ideal\"}]}").headers())
                .doesNotContainKey("ml-outside-schema");
    }

    @Test
    void a_number_in_quotes_and_the_label_as_an_input_are_refused() {
        assertThat(predict(api, "{\"rows\":[{\"carat\":\"17\"}]}"))
                .isEqualTo(Reply.error(
                        400,
                        "Row 0: The input 'carat' is \"17\", the model takes a finite number. Correct its number"
                                + " value."));
        assertThat(predict(api, "{\"rows\":[{\"carat\":1,\"price\":2}]}"))
                .isEqualTo(Reply.error(
                        400,
                        "Row 0: 'price' is what the model predicts, and no input. Leave it out. The inputs are carat,"
                                + " cut."));
    }

    @Test
    void labels_are_answered_with_their_probabilities() {
        Prediction.Label expected = (Prediction.Label) penguins.predict(Map.of("flipper", 230));

        Reply reply = predict(new Api(penguins), "{\"rows\":[{\"flipper\":230}]}");

        assertThat(reply.text())
                .isEqualTo("{\"predictions\":[{\"label\":\"Gentoo\",\"probabilities\":{\"Adelie\":%s,\"Gentoo\":%s}}]}"
                        .formatted(
                                expected.probabilities().get("Adelie"),
                                expected.probabilities().get("Gentoo")));
        assertThat(expected.probabilities().get("Gentoo")).isBetween(0.9, 1.0);
    }

    @Test
    void a_missing_value_is_null_or_absent() {
        Reply absent = predict(new Api(penguins), "{\"rows\":[{}]}");

        assertThat(absent.status()).isEqualTo(200);
        assertThat(predict(new Api(penguins), "{\"rows\":[{\"flipper\":null}]}"))
                .isEqualTo(absent);
    }

    @Test
    void no_rows_make_no_predictions() {
        assertThat(predict(api, "{\"rows\":[]}")).isEqualTo(Reply.ok(Map.of("predictions", List.of())));
    }

    @Test
    void a_row_that_is_not_the_models_is_refused_with_its_index_and_column() {
        assertRefused(
                "Row 1: The model has no input 'carrat'. Did you mean 'carat'? Its inputs are carat, cut.",
                "{\"rows\":[{\"carat\":1},{\"carrat\":1}]}");
        assertRefused(
                "Row 0: The input 'carat' is missing. It is required: give it a value.",
                "{\"rows\":[{\"cut\":\"Fair\"}]}");
        assertRefused(
                "Row 0: The input 'carat' is \\\"1\\\", the model takes a finite number. Correct its number value.",
                "{\"rows\":[{\"carat\":\"1\"}]}");
    }

    @Test
    void a_body_that_is_no_request_is_refused_with_its_place() {
        assertRefused("The body is not JSON: it ends too early (line 1, column 11)." + SHAPE, "{\"rows\":[{");
        assertRefused("The body is not a request for predictions: it is empty." + SHAPE, "");
    }

    @Test
    void of_two_rows_that_are_refused_the_first_is_told_and_of_two_inputs_the_first_of_the_model() {
        assertRefused(
                "Row 1: The input 'carat' is missing. It is required: give it a value.",
                "{\"rows\":[{\"carat\":1},{\"cut\":true},{\"carat\":\"1\"}]}");
    }

    @Test
    void a_whole_number_is_one_however_it_is_written() {
        Reply expected = predict(new Api(penguins), "{\"rows\":[{\"flipper\":230}]}");

        assertThat(predict(new Api(penguins), "{\"rows\":[{\"flipper\":2.30e2}]}"))
                .isEqualTo(expected);
        assertRefused(
                new Api(penguins),
                "Row 0: The input 'flipper' is 230.5, the model takes a whole number. Correct its integer value.",
                "{\"rows\":[{\"flipper\":230.5}]}");
        assertRefused(
                new Api(penguins),
                "Row 0: The input 'flipper' is 1234567890123456789, of more than 18 digits, the model takes a whole"
                        + " number. Correct its integer value.",
                "{\"rows\":[{\"flipper\":1234567890123456789}]}");
    }

    @Test
    void a_body_of_another_kind_is_refused() {
        Map<String, String> form = Map.of("content-type", "application/x-www-form-urlencoded");
        Map<String, String> zipped = Map.of("content-encoding", "gzip");

        assertThat(api.serve(new Request("POST", "/v1/predict", form::get), new byte[0]))
                .isEqualTo(Reply.error(
                        415,
                        "The content type is 'application/x-www-form-urlencoded'. "
                                + "Send JSON in UTF-8 with 'content-type: application/json'."));
        assertThat(api.serve(new Request("POST", "/v1/predict", zipped::get), new byte[0]))
                .isEqualTo(Reply.error(415, "The content encoding is 'gzip'. Send the body as it is."));
        assertThat(api.serve(
                                new Request(
                                        "POST",
                                        "/v1/predict",
                                        Map.of("content-type", "Application/JSON; charset=\"UTF-8\"")::get),
                                "{\"rows\":[]}".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void health_and_metadata_are_those_of_the_open_inference_protocol() {
        assertThat(get("/v2/health/live")).isEqualTo(Reply.ok(Map.of("live", true)));
        assertThat(get("/v2/health/ready")).isEqualTo(Reply.ok(Map.of("ready", true)));
        assertThat(get("/v2").text()).isEqualTo("{\"extensions\":[],\"name\":\"ml-server\",\"version\":\"unknown\"}");
        assertThat(get("/v2/models/diamonds/ready").text()).isEqualTo("{\"name\":\"diamonds\",\"ready\":true}");
        assertThat(get("/v2/models/diamonds").text())
                .isEqualTo("{\"inputs\":[{\"datatype\":\"FP64\",\"name\":\"carat\",\"shape\":[-1]},"
                        + "{\"datatype\":\"BYTES\",\"name\":\"cut\",\"shape\":[-1]}],\"name\":\"diamonds\","
                        + "\"outputs\":[{\"datatype\":\"FP64\",\"name\":\"price\",\"shape\":[-1]}],"
                        + "\"platform\":\"ml-maven\",\"versions\":[\"1.2.3\"]}");
        assertThat(get("/v2/models/diamonds/versions/1.2.3")).isEqualTo(get("/v2/models/diamonds"));
        assertThat(new Api(penguins)
                        .serve(new Request("GET", "/v2/models/penguins", NO_HEADERS), new byte[0])
                        .text())
                .contains("\"outputs\":[{\"datatype\":\"BYTES\",\"name\":\"species\",\"shape\":[-1]},"
                        + "{\"datatype\":\"FP64\",\"name\":\"probabilities\",\"shape\":[-1,2]}]");
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThat(get("/v2/models/penguins"))
                .isEqualTo(Reply.error(404, "This server has the model 'diamonds' in version '1.2.3' only."));
        assertThat(get("/predict").status()).isEqualTo(404);
        assertThat(get("/predict").text()).contains("/v1/predict, /v2, /v2/health/live");
    }

    @Test
    void a_method_that_a_path_does_not_allow_is_refused() {
        assertThat(get("/v1/predict"))
                .isEqualTo(Reply.error(405, "/v1/predict allows POST only.").with("allow", "POST"));
        assertThat(api.serve(new Request("DELETE", "/v2", NO_HEADERS), new byte[0]))
                .isEqualTo(Reply.error(405, "/v2 allows GET, HEAD only.").with("allow", "GET, HEAD"));
        assertThat(api.serve(new Request("HEAD", "/v2", NO_HEADERS), new byte[0]))
                .isEqualTo(get("/v2"));
    }

    @Test
    void a_server_that_stops_is_alive_but_not_ready_and_closes_its_connections() {
        api.stopping();

        assertThat(get("/v2/health/live"))
                .isEqualTo(Reply.ok(Map.of("live", true)).andClose());
        assertThat(get("/v2/health/ready"))
                .isEqualTo(Reply.of(503, Map.of("ready", false)).andClose());
    }

    private Reply get(String path) {
        return api.serve(new Request("GET", path, NO_HEADERS), new byte[0]);
    }

    private static Reply predict(Api api, String body) {
        Map<String, String> headers = Map.of("content-type", "application/json");
        return api.serve(new Request("POST", "/v1/predict", headers::get), body.getBytes(StandardCharsets.UTF_8));
    }

    private void assertRefused(String error, String body) {
        assertRefused(api, error, body);
    }

    private static void assertRefused(Api api, String error, String body) {
        Reply reply = predict(api, body);
        assertThat(reply.text()).isEqualTo("{\"error\":\"" + error + "\"}");
        assertThat(reply.status()).isEqualTo(400);
    }
}
