package io.github.mlmaven.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the bound goals add to a build in which nothing changed. */
final class NothingChangedBenchmark implements Benchmark {

    private static final int LEAST_RUNS = 25;

    @Override
    public String name() {
        return "nothing-changed";
    }

    @Override
    public String measure(Workspace workspace) throws IOException {
        Path folder = workspace.fresh("nothing-changed");
        Maven maven = Maven.of(folder);
        Path with = project(workspace, folder.resolve("with"));
        Path without = project(workspace, folder.resolve("without"));
        removeGoals(without.resolve("pom.xml"));

        Path log = folder.resolve("log");
        double first = maven.run(with, log, "verify");
        maven.run(without, log, "verify");
        List<Pair> pairs = new ArrayList<>();
        for (int run = 0; run < Math.max(LEAST_RUNS, workspace.runs()); run++) {
            pairs.add(new Pair(maven.run(without, log, "-q", "verify"), maven.run(with, log, "-q", "verify")));
        }
        return result(first, pairs);
    }

    private static String result(double first, List<Pair> pairs) {
        Markdown table = Markdown.table("`mvn -o -q verify`", "median", "fastest");
        table.row(
                "without the goals",
                Markdown.milliseconds(Medians.median(pairs, Pair::without)),
                Markdown.milliseconds(Medians.min(pairs, Pair::without)));
        table.row(
                "with the goals",
                Markdown.milliseconds(Medians.median(pairs, Pair::with)),
                Markdown.milliseconds(Medians.min(pairs, Pair::with)));
        table.row(
                "difference within a pair",
                Markdown.milliseconds(Medians.median(pairs, Pair::added)),
                Markdown.milliseconds(Medians.min(pairs, Pair::with) - Medians.min(pairs, Pair::without)));
        return """
                # Nothing changed

                The sample `diamonds`, with all goals up to `image` bound and with none, %s interleaved pairs. The first build,
                which trains and makes the image, takes %s.

                %s""".formatted(pairs.size(), Markdown.seconds(first), table);
    }

    private static Path project(Workspace workspace, Path folder) throws IOException {
        Workspace.copySources(workspace.root().resolve("sample-project"), folder);
        return folder.resolve("diamonds");
    }

    private static void removeGoals(Path pom) throws IOException {
        String text = Files.readString(pom);
        String bare = text.replaceFirst("(?s)<build>.*</build>", "");
        if (bare.equals(text)) {
            throw new IllegalStateException(pom + " has no build section.");
        }
        Files.writeString(pom, bare);
    }

    private record Pair(double without, double with) {
        double added() {
            return with - without;
        }
    }
}
