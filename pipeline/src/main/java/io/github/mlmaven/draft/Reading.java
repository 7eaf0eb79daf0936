package io.github.mlmaven.draft;

import io.github.mlmaven.api.Progress;
import io.github.mlmaven.data.FormatGuess;
import io.github.mlmaven.data.FormatSearch;
import io.github.mlmaven.data.FoundFormat;
import io.github.mlmaven.data.UntypedTable;
import io.github.mlmaven.data.UntypedTable.Written;
import io.github.mlmaven.spec.SourceSpec;
import io.github.mlmaven.spec.TextFormat;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Value;
import io.github.mlmaven.worker.DraftRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads data whose format nobody told: as its first lines look, and once more where all of it says otherwise. What is wrong
 * with a record can be a matter of the encoding or of comments, and what is no number of the way in which numbers are written.
 */
final class Reading {

    private final DraftRequest request;
    private final SourceSpec from;
    private final Progress progress;
    private final Set<TextFormat> tried = new HashSet<>();
    private FoundFormat found;

    private Reading(DraftRequest request, SourceSpec from, Progress progress) {
        this.request = request;
        this.progress = progress;
        this.from = from;
        this.found = FormatSearch.of(request.place(), from);
    }

    /**
     * All rows of a request's data.
     *
     * @throws io.github.mlmaven.api.MlException if they cannot be read, in whatever format
     */
    static SeenTable of(DraftRequest request, Progress progress) {
        if (request.database().isPresent()) {
            return DatabaseReading.of(request, request.database().get(), progress);
        }
        return request.rows().from().query().isPresent()
                ? QueryReading.of(request, progress)
                : of(request, request.rows().from(), progress);
    }

    /** All rows of files as they stand, which may be those of one table of the request's query. */
    static SeenTable of(DraftRequest request, SourceSpec from, Progress progress) {
        Reading reading = new Reading(request, from, progress);
        Optional<SeenTable> read = Optional.empty();
        while (read.isEmpty()) {
            read = reading.attempt();
        }
        return read.get();
    }

    /** What was seen; empty if it is to be read in another format. */
    private Optional<SeenTable> attempt() {
        tried.add(found.format());
        try (UntypedTable table =
                UntypedTable.open(request.place(), from, Written.of(found.format()), request.limits(), progress)) {
            if (!table.faults().isEmpty()) {
                propose(table.faults());
                return Optional.empty();
            }
            List<SeenColumn> columns = Scans.of(table, from.words(), found.format());
            if (!table.malformed().isEmpty()) {
                propose(table.malformed());
                return Optional.empty();
            }
            Optional<FoundFormat> numerals =
                    found.format().numerals().isPlain() ? NumeralGuess.of(found, columns) : Optional.empty();
            if (numerals.isPresent()) {
                found = numerals.get();
                return Optional.empty();
            }
            SeenTable seen = table.isText() ? SeenTable.decided(columns) : SeenTable.typed(columns, table.texts());
            return Optional.of(seen.written(found).timed(table));
        }
    }

    private void propose(List<Finding> faults) {
        FoundFormat proposed = faults.stream()
                .flatMap(fault -> Optional.ofNullable(fault.values().get(FormatGuess.KEY)).stream()
                        .map(value -> proposed(fault, TextFormat.of(((Value.Text) value).text()))))
                .filter(format -> !tried.contains(format.format()))
                .findFirst()
                .orElseThrow(() -> Refusal.unreadable(faults));
        found = proposed;
    }

    private FoundFormat proposed(Finding fault, TextFormat format) {
        if (format.encoding() != found.format().encoding()) {
            return found.with(found.format().with(format.encoding()), "encoding", place(fault) + " is no UTF-8");
        }
        if (!format.fields().comment().equals(found.format().fields().comment())) {
            return found.with(
                    found.format().withComment(format.fields().comment().orElseThrow()),
                    "comment",
                    place(fault) + " begins so, and is no row");
        }
        return found.with(format, "delimiter", "its first line has one field otherwise");
    }

    private static String place(Finding fault) {
        return fault.rows().first().stream()
                .findFirst()
                .map(row -> "line " + row.line())
                .orElse("the first line");
    }
}
