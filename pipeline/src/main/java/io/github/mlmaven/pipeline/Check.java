package io.github.mlmaven.pipeline;

import io.github.mlmaven.gate.Gates;
import io.github.mlmaven.gate.Gates.Judged;
import io.github.mlmaven.pages.ReportPage;
import io.github.mlmaven.report.ModelReport;
import io.github.mlmaven.report.Remedies;
import io.github.mlmaven.report.VerdictText;
import io.github.mlmaven.step.Curves;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.step.Split;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.step.Verdict;
import io.github.mlmaven.text.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Judges the evaluation by the gates, and writes the report of it all, whatever they say. */
final class Check implements Work<Verdict> {

    @Override
    public Step<Verdict> step() {
        return Steps.CHECK;
    }

    @Override
    public Verdict run(WorkInputs inputs, Path place) {
        Verdict verdict = Gates.judge(
                inputs.spec(),
                new Judged(inputs.result(Steps.EVALUATE), inputs.result(Steps.COMPARE), inputs.result(Steps.BEHAVE)),
                inputs.lock(),
                inputs.strictness(),
                inputs.identity().version());
        ModelReport report = report(inputs, verdict);
        Curves curves = Json.read(inputs.files().curves(), Curves.class);
        ModelFiles files = new ModelFiles(place);
        Json.replace(files.reportPage(), new ReportPage(report, curves, new Remedies(inputs.accept())).bytes());
        Json.replace(files.reportText(), report.markdown().getBytes(StandardCharsets.UTF_8));
        return verdict;
    }

    private static ModelReport report(WorkInputs inputs, Verdict verdict) {
        return new ModelReport(
                inputs.identity().version(),
                new VerdictText(inputs.spec().name(), verdict, inputs.accept()),
                inputs.result(Steps.EVALUATE),
                inputs.result(Steps.COMPARE),
                new ModelReport.Making(
                        new ModelReport.Source(
                                inputs.spec().spec().data().from().words(), inputs.dataHash()),
                        inputs.result(Steps.VALIDATE),
                        Json.read(inputs.files().split(), Split.class),
                        inputs.result(Steps.TRAIN)));
    }
}
