package io.github.mlmaven.validate;

import io.github.mlmaven.data.Table;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SourceSpec;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Profile;
import io.github.mlmaven.step.Value;
import io.github.mlmaven.validate.Constraint.Judgement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a validation found: everything that could be computed, none hiding another.
 *
 * @param findings errors first, then in the order of the schema
 * @param profile statistics of all rows
 * @param training statistics of the training rows
 */
public record DataValidation(List<Finding> findings, Profile profile, Profile training) {

    private static final int SHOWN = 5;

    public DataValidation {
        findings = List.copyOf(findings);
    }

    /** Holds a table to its spec: in one pass over the rows, and a second where that leaves a doubt. */
    public static DataValidation of(Table table, SpecFile spec) {
        return of(table, spec, ToldChecks.NOTHING);
    }

    /**
     * The same where checks ask for more than the rows.
     *
     * @param told what they ask for
     */
    public static DataValidation of(Table table, SpecFile spec, ToldChecks told) {
        DataValidation found = of(table, spec, Constraints.of(spec, told));
        List<Finding> other = told.references().findings();
        if (other.isEmpty()) {
            return found;
        }
        List<Finding> findings = new ArrayList<>(found.findings());
        findings.addAll(other);
        findings.sort(order(spec));
        return new DataValidation(findings, found.profile(), found.training());
    }

    /**
     * What is wrong with the cells of a table, held to the schema of their columns and to nothing that is said of training data
     * alone: errors first.
     */
    public static List<Finding> ofCells(Table table, SpecFile spec) {
        return ofCells(table, spec, table.plan());
    }

    /** @param fold knows what else is measured in the pass */
    static List<Finding> ofCells(Table table, SpecFile spec, Fold fold) {
        CountedCells cells = new CountedCells(spec.spec(), fold);
        List<Judgement> planned = plan(Constraints.ofCells(spec).ofRows(), fold);
        table.fold(fold);
        List<Finding> findings = new ArrayList<>(table.findings());
        findings.addAll(judge(planned, table, new Evidence(table, spec, cells, name -> {
            throw new IllegalStateException("a rule about cells looks at the statistics of '" + name + "'");
        })));
        findings.sort(order(spec));
        return OneCause.each(findings);
    }

    static DataValidation of(Table table, SpecFile spec, Constraints constraints) {
        Fold fold = table.plan();
        CountedCells cells = new CountedCells(spec.spec(), fold);
        TableProfile profile = new TableProfile(spec.spec(), fold);
        List<Judgement> ofRows = plan(constraints.ofRows(), fold);
        List<Judgement> ofTable = plan(constraints.ofTable(), fold);
        table.fold(fold);
        Evidence evidence = new Evidence(table, spec, cells, profile::column);
        List<Finding> findings = new ArrayList<>(table.findings());
        if (table.leftOut().quarantined() > 0) {
            findings.add(quarantined(spec, table));
        }
        if (table.count() > 0 && evidence.isWhole() && table.leftOut().isIdle()) {
            findings.add(allKept(spec, table));
        }
        if (table.count() > 0) {
            findings.addAll(judge(ofRows, table, evidence));
        } else if (evidence.isWhole() && table.leftOut().quarantined() == 0) {
            findings.add(
                    table.leftOut().dropped() > 0
                            ? noneKept(spec, table.leftOut().dropped())
                            : noRows(spec));
        }
        findings.addAll(judge(ofTable, table, evidence));
        findings.removeAll(findings.stream()
                .filter(finding -> isSaidMoreExactly(finding, findings))
                .toList());
        findings.sort(order(spec));
        return new DataValidation(
                OneCause.each(findings),
                profile.ofAll(table.count()),
                profile.ofTraining(table.split().train()));
    }

    /** That a column is the label again says all that it tells of the label. */
    private static boolean isSaidMoreExactly(Finding finding, List<Finding> all) {
        return finding.code() == FindingCode.COLUMN_TELLS_LABEL
                && all.stream()
                        .anyMatch(other -> other.code() == FindingCode.FEATURE_EQUALS_LABEL
                                && other.about().column().equals(finding.about().column()));
    }

    private static List<Judgement> plan(List<Constraint> constraints, Fold fold) {
        return constraints.stream().map(constraint -> constraint.plan(fold)).toList();
    }

    private static List<Finding> judge(List<Judgement> judgements, Table table, Evidence evidence) {
        Fold again = table.plan();
        List<Judgement> sure = new ArrayList<>();
        boolean doubt = false;
        for (Judgement judgement : judgements) {
            Optional<Constraint> doubted = judgement.doubt();
            doubt |= doubted.isPresent();
            sure.add(doubted.map(constraint -> constraint.plan(again)).orElse(judgement));
        }
        if (doubt) {
            table.fold(again);
        }
        return sure.stream()
                .flatMap(judgement -> judgement.findings(evidence).stream())
                .toList();
    }

    private static Finding noRows(SpecFile spec) {
        SourceSpec from = spec.spec().data().from();
        boolean query = from.query().isPresent();
        String[] key = query
                ? new String[] {"data", "query"}
                : from.origins().keySet().iterator().next().split("[.]");
        return Finding.of(FindingCode.DATA_NO_ROWS, Severity.ERROR, Subject.rule(spec.place(key)))
                .with("source", query ? spec.keys().query() : from.words());
    }

    private static Finding quarantined(SpecFile spec, Table table) {
        double allowed = spec.spec().data().badRows().quarantine().value();
        long of = table.count() + table.leftOut().quarantined();
        Severity severity =
                table.count() > 0 && table.leftOut().quarantined() <= allowed * of ? Severity.WARNING : Severity.ERROR;
        return Finding.of(
                        FindingCode.ROWS_QUARANTINED,
                        severity,
                        Subject.rule(spec.place("data", "bad-rows", "quarantine")))
                .with(new Finding.Rows(
                        table.leftOut().quarantined(),
                        of,
                        table.locate(table.leftOut().quarantined(SHOWN))))
                .with("allowed", new Value.Real(allowed));
    }

    private static Finding noneKept(SpecFile spec, long dropped) {
        return Finding.of(FindingCode.WHERE_KEEPS_NOTHING, Severity.ERROR, Subject.rule(spec.place("data", "where")))
                .with("where", spec.spec().data().where().orElseThrow())
                .with("dropped", new Value.Whole(dropped));
    }

    private static Finding allKept(SpecFile spec, Table table) {
        return Finding.of(FindingCode.WHERE_KEEPS_ALL, Severity.WARNING, Subject.rule(spec.place("data", "where")))
                .with("where", spec.spec().data().where().orElseThrow())
                .with("kept", new Value.Whole(table.count() + table.leftOut().quarantined()));
    }

    private static Comparator<Finding> order(SpecFile spec) {
        List<String> columns = List.copyOf(spec.spec().columns().keySet());
        return Comparator.comparing(Finding::severity)
                .thenComparing(finding ->
                        finding.about().column().map(columns::indexOf).orElse(-1));
    }
}
