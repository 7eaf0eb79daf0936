package io.github.mlmaven.step;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.step.History.Release;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The evaluation in the bundle of a released version, read without the code that loads models. */
public final class ReleasedBundle {

    private static final Pattern EVALUATION = Pattern.compile("META-INF/ml/[^/]+/evaluation[.]json");

    /** With hundreds of slices it takes a megabyte. */
    private static final int MOST_BYTES = 64 << 20;

    private final String version;
    private final Optional<Evaluation> evaluation;
    private final String problem;

    private ReleasedBundle(String version, Optional<Evaluation> evaluation, String problem) {
        this.version = version;
        this.evaluation = evaluation;
        this.problem = problem;
    }

    /** A bundle; one that cannot be read is known to be such a one. */
    public static ReleasedBundle read(String version, Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<? extends ZipEntry> found = zip.stream()
                    .filter(entry -> EVALUATION.matcher(entry.getName()).matches())
                    .toList();
            if (found.size() != 1) {
                return without(version, "its bundle has no evaluation");
            }
            byte[] bytes = zip.getInputStream(found.get(0)).readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                return without(version, "the evaluation in its bundle is too large");
            }
            JsonNode tree = Json.parse(new String(bytes, StandardCharsets.UTF_8), JsonNode.class);
            int format = tree.path("format").asInt();
            return format == Evaluation.FORMAT
                    ? new ReleasedBundle(version, Optional.of(Json.convert(tree, Evaluation.class)), "")
                    : without(version, "its evaluation is of format " + format);
        } catch (IOException | UncheckedIOException | IllegalArgumentException | MlException e) {
            return without(version, "its bundle cannot be read");
        }
    }

    /** A version whose bundle is not there. */
    public static ReleasedBundle without(String version, String problem) {
        return new ReleasedBundle(version, Optional.empty(), problem);
    }

    public Optional<Evaluation> evaluation() {
        return evaluation;
    }

    Release release() {
        return evaluation.map(found -> Release.of(version, found)).orElseGet(() -> Release.unknown(version, problem));
    }

    /**
     * The history of versions.
     *
     * @param versions the oldest first
     */
    public static History history(List<ReleasedBundle> versions) {
        return new History(
                History.FORMAT,
                versions.stream()
                        .flatMap(version -> version.evaluation().stream())
                        .reduce((earlier, later) -> later)
                        .map(Evaluation::metrics)
                        .orElse(List.of()),
                versions.stream().map(ReleasedBundle::release).toList());
    }
}
