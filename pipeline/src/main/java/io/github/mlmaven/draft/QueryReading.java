package io.github.mlmaven.draft;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.data.FormatSearch;
import io.github.mlmaven.data.FoundFormat;
import io.github.mlmaven.data.UntypedTable;
import io.github.mlmaven.data.UntypedTable.Written;
import io.github.mlmaven.spec.SourceSpec;
import io.github.mlmaven.spec.TextFormat;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.text.Numbers;
import io.github.mlmaven.worker.DraftRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads the rows of a query over files that nobody has described: each of its tables of text files by itself first, since a
 * query has only the columns that their format makes, and a column with NA among its numbers is one of texts to it.
 */
final class QueryReading {

    private QueryReading() {}

    /**
     * All rows of a request's query.
     *
     * @throws MlException if its files cannot be read or are not written alike, or if it cannot be evaluated
     */
    static SeenTable of(DraftRequest request, Progress progress) {
        SourceSpec from = request.rows().from();
        Map<String, SeenTable> tables = new LinkedHashMap<>();
        for (String name : from.files().keySet()) {
            if (FormatSearch.isText(request.place(), from.table(name))) {
                tables.put(name, Reading.of(request, from.table(name), progress));
            }
        }
        FoundFormat found = CommonFormat.of(tables);
        SortedSet<String> missing = new TreeSet<>();
        tables.values().forEach(table -> missing.addAll(table.missing()));
        Written written = new Written(found.format(), missing);
        try (UntypedTable rows = UntypedTable.open(request.place(), from, written, request.limits(), progress)) {
            List<Finding> faults = new ArrayList<>(rows.faults());
            faults.addAll(rows.malformed());
            if (!faults.isEmpty()) {
                throw Refusal.unreadable(faults);
            }
            List<SeenColumn> columns = Scans.of(rows, from.words(), TextFormat.PLAIN);
            SeenTable seen = SeenTable.typed(columns, rows.texts());
            if (seen.rows() == 0 && request.wanted() == DraftRequest.Wanted.MODEL) {
                throw empty(from, tables);
            }
            return seen.over(found, missing).timed(rows);
        }
    }

    /** A query that gives no row. */
    private static MlException empty(SourceSpec from, Map<String, SeenTable> tables) {
        List<String> empty = tables.entrySet().stream()
                .filter(table -> table.getValue().rows() == 0)
                .map(table -> "'%s' (%s)"
                        .formatted(table.getKey(), from.table(table.getKey()).words()))
                .toList();
        if (!empty.isEmpty()) {
            return new MlException(
                    "The query of %s gave no row, and %s %s."
                            .formatted(
                                    from.words(),
                                    String.join(", ", empty),
                                    empty.size() == 1 ? "has none itself" : "have none themselves"),
                    "Give %s rows, or have the query do without %s."
                            .formatted(empty.size() == 1 ? "it" : "them", empty.size() == 1 ? "it" : "them"));
        }
        String sizes = tables.entrySet().stream()
                .map(table -> "'%s' has %s"
                        .formatted(
                                table.getKey(), Numbers.count(table.getValue().rows())))
                .collect(Collectors.joining(", "));
        return new MlException(
                "The query of %s gave no row%s."
                        .formatted(
                                from.words(),
                                sizes.isEmpty() ? "" : ", though its tables have some: %s rows".formatted(sizes)),
                "Look at its conditions, and at how the keys of its joins are written in each table: upper and lower case,"
                        + " spaces, leading zeros, texts and numbers.");
    }
}
