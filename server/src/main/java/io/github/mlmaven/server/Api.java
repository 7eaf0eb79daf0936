package io.github.mlmaven.server;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.model.MlModel;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * What the server answers, as a function from a request to a reply. Health and metadata follow the Open Inference Protocol,
 * version 2, over HTTP/REST; {@code POST /v1/predict} takes rows with named columns. Safe for use by many threads.
 */
final class Api {

    private final MlModel model;
    private final SortedMap<String, Route> routes = new TreeMap<>();
    private volatile boolean stopping;

    private record Route(String method, BiFunction<Request, byte[], Reply> answer) {}

    /** The answers of a model, to JSON. */
    Api(MlModel model) {
        this(model, List.of(new JsonCodec(model.inputs(), model.outputs())), List.of());
    }

    /**
     * The answers of a model.
     *
     * @param codecs the ways to ask; the first is for requests that do not say theirs
     * @param observers see what is asked and answered
     */
    Api(MlModel model, List<Codec> codecs, List<Observer> observers) {
        this.model = model;
        Metadata metadata = Metadata.of(model);
        get("/v2", Reply.ok(metadata.server()));
        get("/v2/health/live", Reply.ok(Map.of("live", true)));
        routes.put("/v2/health/ready", new Route("GET", (request, body) -> ready(Map.of("ready", !stopping))));
        String name = metadata.model().name();
        for (String path : List.of(
                "/v2/models/" + name,
                "/v2/models/" + name + "/versions/" + model.manifest().version())) {
            get(path, Reply.ok(metadata.model()));
            routes.put(
                    path + "/ready",
                    new Route("GET", (request, body) -> ready(Map.of("name", name, "ready", !stopping))));
        }
        Predictions predictions = new Predictions(Observed.by(observers, model), model.inputs(), codecs);
        routes.put("/v1/predict", new Route("POST", predictions::answer));
    }

    private void get(String path, Reply reply) {
        routes.put(path, new Route("GET", (request, body) -> reply));
    }

    /** From now on the server says that it is not ready, and closes each connection after its next answer. */
    void stopping() {
        stopping = true;
    }

    /** Answers a request; never fails. */
    Reply serve(Request request, byte[] body) {
        Reply reply = answer(request, body);
        return stopping ? reply.andClose() : reply;
    }

    private Reply answer(Request request, byte[] body) {
        Route route = routes.get(request.path());
        if (route == null) {
            return Reply.error(404, notFound(request.path()));
        }
        boolean isRead = request.method().equals("GET") || request.method().equals("HEAD");
        if (!(route.method().equals("GET") ? isRead : request.method().equals(route.method()))) {
            String allowed = route.method().equals("GET") ? "GET, HEAD" : route.method();
            return Reply.error(405, request.path() + " allows " + allowed + " only.")
                    .with("allow", allowed);
        }
        try {
            return route.answer().apply(request, body);
        } catch (MlException e) {
            return Reply.error(400, e.problem() + " " + e.remedy());
        } catch (RuntimeException e) {
            // The outermost frame of a request: one that fails must not take the server with it.
            e.printStackTrace();
            return Reply.error(500, "The server failed to answer; its log says why.");
        }
    }

    private String notFound(String path) {
        return path.startsWith("/v2/models/")
                ? "This server has the model '" + model.manifest().name() + "' in version '"
                        + model.manifest().version() + "' only."
                : "There is nothing at this path. There is: " + String.join(", ", routes.keySet()) + ".";
    }

    private Reply ready(Map<String, Object> body) {
        return Reply.of(stopping ? 503 : 200, body);
    }
}
