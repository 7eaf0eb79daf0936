package io.github.mlmaven.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.github.mlmaven.report.ModelReport;
import io.github.mlmaven.report.Remedies;
import io.github.mlmaven.step.Curves;
import java.nio.charset.StandardCharsets;

/**
 * {@code report.html}: what became of a model, the verdict first, then each gate drawn, the metrics, the slices, and where it all
 * comes from. One file that asks for nothing else; every text of the data in it is shown, and never understood. The same results
 * make the same bytes.
 *
 * @param curves what drawings need of single test rows
 * @param remedies what to do about findings in the data
 */
public record ReportPage(ModelReport report, Curves curves, Remedies remedies) {

    /** The page's text. */
    public String html() {
        StringOutput text = new StringOutput();
        engine().render("report.jte", ReportView.of(this), text);
        return text.toString();
    }

    /** The page's bytes, in UTF-8. */
    public byte[] bytes() {
        return html().getBytes(StandardCharsets.UTF_8);
    }

    // The templates are classes of this package: nothing is compiled here.
    private static TemplateEngine engine() {
        return TemplateEngine.createPrecompiled(
                null, ContentType.Html, ReportPage.class.getClassLoader(), ReportPage.class.getPackageName());
    }
}
