package io.github.mlmaven.benchmarks;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sample's image: its size, what a push sends when only the model changed, and how soon a container answers. */
final class ImageBenchmark implements Benchmark {

    private static final String ROW = """
            {"rows": [{"carat": 0.7, "cut": "Ideal", "color": "E", "clarity": "VS2", "depth": 61.5, "table": 55.0,
                       "x": 5.7, "y": 5.73, "z": 3.5}]}
            """;

    @Override
    public String name() {
        return "image";
    }

    @Override
    public String measure(Workspace workspace) throws IOException {
        Path folder = workspace.fresh("image");
        Path project = folder.resolve("sample/diamonds");
        Workspace.copySources(workspace.root().resolve("sample-project"), folder.resolve("sample"));
        Maven maven = Maven.of(folder);
        Path tar = project.resolve("target/ml/diamonds/image.tar");

        Markdown table = Markdown.table("sample `diamonds`, `local` base", "");
        maven.run(project, folder.resolve("log"), "verify");
        table.row("image as a tar, layers compressed", Markdown.bytes((double) Files.size(tar)));
        push(maven, project, folder, table);
        start(folder, tar, workspace.runs(), table);
        return "# Image\n\n" + table;
    }

    private static void push(Maven maven, Path project, Path folder, Markdown table) throws IOException {
        if (!LocalRegistry.isInstalled()) {
            table.row("push", "not measured: docker-registry is not installed");
            return;
        }
        try (LocalRegistry registry = LocalRegistry.start(Files.createDirectories(folder.resolve("registry")))) {
            String[] deploy = {
                "ml:push", "-Dml.image=" + registry.address() + "/example/diamonds:1", "-Dml.image.insecure=true"
            };
            double first = maven.run(project, folder.resolve("log"), deploy);
            Map<String, Long> before = registry.blobs();
            Path spec = project.resolve("src/main/ml/model.yaml");
            Files.writeString(spec, Files.readString(spec).replace("seed: 42", "seed: 43"));
            maven.run(project, folder.resolve("log"), "verify");
            double second = maven.run(project, folder.resolve("log"), deploy);
            Map<String, Long> added = new HashMap<>(registry.blobs());
            added.keySet().removeAll(before.keySet());
            table.row("first push to a registry on loopback", blobs(before) + ", " + Markdown.seconds(first));
            table.row("push when only the model changed", blobs(added) + ", " + Markdown.seconds(second));
        }
    }

    private static String blobs(Map<String, Long> blobs) {
        double bytes = blobs.values().stream().mapToDouble(Long::doubleValue).sum();
        return Markdown.bytes(bytes) + " in " + blobs.size() + " blobs";
    }

    private static void start(Path folder, Path tar, int runs, Markdown table) throws IOException {
        if (!Podman.isInstalled()) {
            table.row("start", "not measured: podman is not installed");
            return;
        }
        List<Double> answers = new ArrayList<>();
        String logs = "";
        try (Podman podman = Podman.in(folder)) {
            podman.load(tar);
            String image = podman.image();
            for (int run = 0; run < runs; run++) {
                int port = Loopback.freePort();
                long start = System.nanoTime();
                String container = podman.start(image, port);
                Loopback.awaitOk(prediction(port));
                answers.add((System.nanoTime() - start) / 1e9);
                logs = podman.logs(container);
                podman.remove(container);
            }
        }
        table.row(
                "from `podman run` to the first prediction",
                Markdown.seconds(Medians.median(answers, Double::doubleValue)));
        table.row("what the server says of its last start", "`" + logs.lines().reduce("", (a, b) -> b) + "`");
    }

    private static HttpRequest prediction(int port) {
        return Loopback.request("http://127.0.0.1:" + port + "/v1/predict")
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(ROW))
                .build();
    }
}
