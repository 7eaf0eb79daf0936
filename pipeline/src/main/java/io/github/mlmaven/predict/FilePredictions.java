package io.github.mlmaven.predict;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.data.BatchFile;
import io.github.mlmaven.data.QuarantineFile.Reason;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.model.MlModel;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Offender;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Predicted;
import io.github.mlmaven.step.Value;
import io.github.mlmaven.validate.DataValidation;
import io.github.mlmaven.validate.RowRules;
import io.github.mlmaven.worker.PredictRequest;
import io.github.mlmaven.worker.PredictRequest.BadRows;
import io.github.mlmaven.worker.PredictRequest.Output;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Predictions of all rows of a table, in its order, in two readings: the first holds every row to the schema, the second
 * predicts and writes. Memory does not grow with the rows but for what the policy {@link BadRows#QUARANTINE} puts aside.
 */
public final class FilePredictions {

    /** More than this is no handful of bad rows. */
    private static final int MOST_PUT_ASIDE = 1_000_000;

    private final Table table;
    private final SpecFile spec;
    private final MlModel model;
    private final List<String> carried;
    private final Output output;

    private FilePredictions(Table table, SpecFile spec, MlModel model, List<String> carried, Output output) {
        this.table = table;
        this.spec = spec;
        this.model = model;
        this.carried = List.copyOf(carried);
        this.output = output;
    }

    /**
     * Predicts rows, and writes what the model says of them.
     *
     * @param file model.yaml
     * @param unchanged throws if the rows changed since they were read first; asked before a file is put in its place
     * @return what became of the rows; where it {@linkplain Predicted#failed failed}, nothing was written
     * @throws MlException if the rows cannot be read, or the output not be written
     */
    public static Predicted of(
            PredictRequest request, SpecFile file, MlModel model, Progress progress, Runnable unchanged) {
        format(request.output());
        List<String> inputs = model.inputs().header().names();
        List<String> carried =
                request.rows().carried().orElse(file.spec().data().id());
        SpecFile spec = NewRowsSpec.of(file, request.rows().asked().from(), inputs, carried);
        Table table = Table.open(request.place(), spec, request.limits(), progress);
        try {
            List<String> there =
                    carried.stream().filter(table.header()::contains).toList();
            if (request.rows().carried().isEmpty() && !there.equals(carried)) {
                table.close();
                spec = NewRowsSpec.of(file, request.rows().asked().from(), inputs, there);
                table = Table.open(request.place(), spec, request.limits(), progress);
                carried = there;
            }
            return new FilePredictions(table, spec, model, carried, request.output()).run(progress, unchanged);
        } finally {
            table.close();
        }
    }

    /** The files that are written. */
    public static List<Path> files(Output output) {
        return output.badRows() == BadRows.QUARANTINE
                ? List.of(output.file(), PutAside.of(output.file()))
                : List.of(output.file());
    }

    private Predicted run(Progress progress, Runnable unchanged) {
        List<Finding> findings = new ArrayList<>();
        TreeSet<String> unused = new TreeSet<>();
        for (Finding finding : DataValidation.ofCells(table, spec)) {
            if (finding.code() != FindingCode.COLUMN_UNKNOWN) {
                findings.add(finding.with(Predicted.ASKED, "prediction"));
            } else if (finding.values().get("columns") instanceof Value.Texts columns) {
                unused.addAll(columns.texts());
            }
        }
        boolean stops = findings.stream().anyMatch(finding -> stops(finding, output.badRows()));
        long written = stops ? 0 : write(progress, unchanged);
        return new Predicted(Predicted.FORMAT, table.count(), written, List.copyOf(unused), findings);
    }

    private static boolean stops(Finding finding, BadRows policy) {
        return finding.isError() && (policy == BadRows.FAIL || !RowRules.CODES.contains(finding.code()));
    }

    /** How many rows were written; none, and no file, where every row is bad. */
    private long write(Progress progress, Runnable unchanged) {
        Answers answers = new Answers(model);
        boolean fails = output.badRows() == BadRows.FAIL;
        RowRules rules = fails ? RowRules.ofModel(spec.spec()) : RowRules.of(spec.spec());
        PutAside aside = new PutAside(MOST_PUT_ASIDE);
        long[] written = {0};
        long total = table.count();
        try (BatchFile file = table.file(carried, answers.columns())) {
            table.readAll(List.copyOf(spec.spec().columns().keySet()), batch -> {
                SortedMap<Long, Reason> broken = rules.broken(batch);
                if (fails && !broken.isEmpty()) {
                    throw refused(broken);
                }
                if (output.badRows() == BadRows.QUARANTINE) {
                    aside.add(broken);
                }
                Batch good = broken.isEmpty() ? batch : without(batch, broken);
                List<Column> found = answers.of(good);
                file.add(good.only(carried), found);
                written[0] += good.rows();
                progress.tick("predicted rows", batch.position(batch.rows() - 1) + 1, total);
            });
            unchanged.run();
            if (written[0] > 0) {
                file.finish(output.file(), format(output));
            }
        }
        if (written[0] > 0) {
            aside.write(table, output.file());
        }
        return written[0];
    }

    /** A row that the schema lets pass, for its column is but a warning or some may be bad, and that no model takes. */
    private MlException refused(SortedMap<Long, Reason> broken) {
        Map.Entry<Long, Reason> first = broken.entrySet().iterator().next();
        Reason reason = first.getValue();
        Offender place = table.locate(new TreeMap<>(Map.of(first.getKey(), reason.value())))
                .get(0);
        return new MlException(
                "%s line %s, column '%s': %s. model.yaml lets such a row pass, and no model takes it."
                        .formatted(
                                place.file(),
                                place.line(),
                                reason.column(),
                                reason.value().isEmpty() ? "no value" : "found " + reason.value()),
                "Correct it, or leave such rows out with -Dml.badRows=skip or quarantine.");
    }

    private static Batch without(Batch batch, SortedMap<Long, Reason> broken) {
        int[] kept = new int[batch.rows()];
        int count = 0;
        for (int row = 0; row < batch.rows(); row++) {
            if (!broken.containsKey(batch.position(row))) {
                kept[count++] = row;
            }
        }
        return batch.pick(kept, count);
    }

    private static BatchFile.Format format(Output output) {
        String name = String.valueOf(output.file().getFileName());
        if (Files.isDirectory(output.file())) {
            throw new MlException(
                    "Predictions are written to a file, and " + output.file() + " is a folder.",
                    "Name a file in it: -Dml.output=" + output.file().resolve("predicted.csv") + ".");
        }
        return BatchFile.Format.BY_ENDING.entrySet().stream()
                .filter(ending -> name.endsWith(ending.getKey()))
                .findFirst()
                .orElseThrow(() -> new MlException(
                        "Predictions cannot be written as " + name + ".",
                        "Its name must end with "
                                + String.join(", ", new TreeSet<>(BatchFile.Format.BY_ENDING.keySet())) + "."))
                .getValue();
    }
}
