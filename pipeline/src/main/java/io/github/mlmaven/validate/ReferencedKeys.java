package io.github.mlmaven.validate;

import io.github.mlmaven.data.Table;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.measure.KeysOfRows;
import io.github.mlmaven.measure.LongSet;
import io.github.mlmaven.spec.ColumnSpec;
import io.github.mlmaven.spec.DataSpec;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.ReferenceCheck;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.Share;
import io.github.mlmaven.spec.SourceSpec;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.SplitSpec;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.FindingCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The keys of the tables that checks refer to.
 *
 * @param found by check the hashes of the keys
 * @param faulty the checks with whose tables something is wrong
 * @param findings what that is, which fails the build
 */
public record ReferencedKeys(Map<ReferenceCheck, LongSet> found, Set<ReferenceCheck> faulty, List<Finding> findings) {

    static final ReferencedKeys NONE = new ReferencedKeys(Map.of(), Set.of(), List.of());

    public ReferencedKeys {
        found = Map.copyOf(found);
        faulty = Set.copyOf(faulty);
        findings = List.copyOf(findings);
    }

    /**
     * Reads the tables.
     *
     * @param tables opens a table of a spec
     */
    public static ReferencedKeys read(SpecFile file, Function<SpecFile, Table> tables) {
        Map<ReferenceCheck, LongSet> keys = new HashMap<>();
        Set<ReferenceCheck> faulty = new HashSet<>();
        List<Finding> findings = new ArrayList<>();
        for (ReferenceCheck reference : file.spec().references()) {
            SpecFile spec = spec(file, reference);
            try (Table table = tables.apply(spec)) {
                Fold fold = new Fold();
                Fold.Result<LongSet> found = fold.plan(new KeysOfRows(reference.key()));
                List<Finding> wrong = DataValidation.ofCells(table, spec, fold).stream()
                        .filter(finding -> finding.code() != FindingCode.COLUMN_UNKNOWN)
                        .toList();
                wrong.stream().filter(finding -> !findings.contains(finding)).forEach(findings::add);
                if (wrong.stream().anyMatch(Finding::isError)) {
                    faulty.add(reference);
                }
                keys.put(reference, found.value());
            }
        }
        return new ReferencedKeys(keys, faulty, findings);
    }

    /** The other table has the key's columns, of the types of ours, and whatever else it has. */
    private static SpecFile spec(SpecFile file, ReferenceCheck reference) {
        ModelSpec spec = file.spec();
        Map<String, ColumnSpec> columns = new LinkedHashMap<>();
        for (int i = 0; i < reference.columns().size(); i++) {
            ColumnSpec column = spec.column(reference.columns().get(i));
            columns.put(reference.key().get(i), ColumnSpec.of(column.type(), column.spelling(), Severity.ERROR));
        }
        List<String> key = columns.keySet().stream().limit(1).toList();
        DataSpec data = spec.data().of(SourceSpec.of(reference.file()), SplitSpec.byHash(Share.NONE, key));
        return file.with(spec.of(data, columns));
    }

    /** Whether the other table has errors, which are findings: that rows lack its keys would only repeat them. */
    boolean isFaulty(ReferenceCheck reference) {
        return faulty.contains(reference);
    }

    LongSet keys(ReferenceCheck reference) {
        LongSet keys = found.get(reference);
        if (keys == null) {
            throw new IllegalArgumentException(reference.file() + " was not read");
        }
        return keys;
    }
}
