package io.github.mlmaven.pages;

import io.github.mlmaven.pages.ColumnView.Fact;
import io.github.mlmaven.pages.ReportView.Command;
import io.github.mlmaven.pages.ReportView.Making;
import io.github.mlmaven.report.ModelReport;
import io.github.mlmaven.step.Split;
import io.github.mlmaven.step.Training;
import io.github.mlmaven.step.Validation;
import io.github.mlmaven.text.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Where a model comes from, and how it comes about again. */
final class ReportFacts {

    private ReportFacts() {}

    static Making of(ModelReport report) {
        return new Making(data(report), training(report), files(report.making().training()), commands(report));
    }

    private static List<Fact> data(ModelReport report) {
        Split split = report.making().split();
        Validation validation = report.making().validation();
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("source", VisibleText.value(report.making().data().words())));
        facts.add(Fact.of("SHA-256 of the data", report.making().data().sha256()));
        facts.add(Fact.of("rows", Numbers.count(validation.rows())));
        if (validation.dropped() > 0) {
            facts.add(Fact.of("left out by data.where", Numbers.count(validation.dropped())));
        }
        facts.add(Fact.of("rows that train", Numbers.count(split.train())));
        if (split.validation() > 0) {
            facts.add(Fact.of("rows for validation", Numbers.count(split.validation())));
        }
        facts.add(Fact.of("rows that test", Numbers.count(split.test())));
        facts.add(Fact.of("split by", VisibleText.value(split.definition().by())));
        facts.add(Fact.of("SHA-256 of the split", split.definitionSha256()));
        facts.add(Fact.of("SHA-256 of the test rows", split.testRows()));
        return facts;
    }

    private static List<Fact> training(ModelReport report) {
        Training training = report.making().training();
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("trainer", VisibleText.value(training.settings().trainer())));
        facts.add(Fact.of("seed", Long.toString(training.settings().seed())));
        training.settings()
                .parameters()
                .forEach((name, value) -> facts.add(Fact.of(VisibleText.name(name), VisibleText.value(value))));
        facts.add(Fact.of("features", Numbers.count(training.features().size())));
        training.versions()
                .forEach((name, version) -> facts.add(Fact.of("version of " + VisibleText.name(name), version)));
        return facts;
    }

    private static List<Fact> files(Training training) {
        return training.files().entrySet().stream()
                .map(file -> Fact.of("SHA-256 of " + VisibleText.name(file.getKey()), file.getValue()))
                .toList();
    }

    private static List<Command> commands(ModelReport report) {
        return List.of(
                new Command(
                        VisibleText.sentence(report.verdict().command("check")),
                        "makes what changed anew, and judges: the same data, model.yaml and versions make the same bytes"),
                new Command(
                        VisibleText.sentence(report.verdict().command("check") + " -Dml.locked"),
                        "fails where data, settings or results are not those of the lock"),
                new Command(
                        VisibleText.sentence(report.verdict().command("compare")),
                        "shows it beside the last release on the same rows"));
    }
}
