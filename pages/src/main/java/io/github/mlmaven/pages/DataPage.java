package io.github.mlmaven.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.report.Remedies;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.step.DataDrift;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Profile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code data.html}: what is wrong with data, and what each column looks like, beside what was accepted. One file that asks for
 * nothing else; every text of the data in it is shown, and never understood. The same data makes the same bytes.
 *
 * @param table what the data is
 * @param profiles its statistics
 * @param findings what is wrong with it, drift among it; empty where nobody looked
 * @param drift how far its columns moved; empty where nobody asked
 * @param remedies what to do about findings
 */
public record DataPage(
        Table table,
        Profiles profiles,
        Optional<List<Finding>> findings,
        Optional<DataDrift> drift,
        Remedies remedies) {

    public DataPage {
        findings = findings.map(List::copyOf);
    }

    /** Data of which nobody asked how far it moved: then there is nothing to accept. */
    public DataPage(Table table, Profiles profiles, Optional<List<Finding>> findings) {
        this(table, profiles, findings, Optional.empty(), Remedies.ONLY);
    }

    /**
     * Statistics of rows that are drawn together.
     *
     * @param rows of all rows
     * @param training of those among them that train
     * @param accepted of the data that was accepted
     */
    public record Profiles(Profile rows, Optional<Profile> training, Optional<Profile> accepted) {

        /** Of all rows alone. */
        public static Profiles of(Profile rows) {
            return new Profiles(rows, Optional.empty(), Optional.empty());
        }
    }

    /**
     * What the data is.
     *
     * @param name of the model, or of the table
     * @param source where the rows come from, in model.yaml's words
     * @param fields the columns in the order of the page
     */
    public record Table(String name, String source, List<Field> fields) {

        public Table {
            fields = List.copyOf(fields);
        }

        /** Data that no model is known of: its columns in the order of the map. */
        public static Table of(String name, String source, Map<String, ColumnType> types) {
            return new Table(
                    name,
                    source,
                    types.entrySet().stream()
                            .map(column -> new Field(column.getKey(), column.getValue(), Role.OTHER))
                            .toList());
        }

        /** The data of a model. */
        public static Table of(String name, ModelSpec spec) {
            Set<String> inputs = Set.copyOf(spec.inputs());
            return new Table(
                    name,
                    spec.data().from().words(),
                    spec.columns().entrySet().stream()
                            .map(column -> new Field(
                                    column.getKey(), column.getValue().type(), Role.of(column.getKey(), spec, inputs)))
                            .toList());
        }
    }

    /** A column. */
    public record Field(String name, ColumnType type, Role role) {}

    /** What a column is to a model. */
    public enum Role {
        LABEL,
        INPUT,
        ID,
        /** It is there, and no model sees it; or there is no model. */
        OTHER;

        static Role of(String column, ModelSpec spec, Set<String> inputs) {
            if (column.equals(spec.data().label())) {
                return LABEL;
            }
            if (spec.data().id().contains(column)) {
                return ID;
            }
            return inputs.contains(column) ? INPUT : OTHER;
        }
    }

    /** The page's text. */
    public String html() {
        return html(PageView.of(this));
    }

    static String html(PageView view) {
        StringOutput text = new StringOutput();
        engine().render("data.jte", view, text);
        return text.toString();
    }

    /** The page's bytes, in UTF-8. */
    public byte[] bytes() {
        return html().getBytes(StandardCharsets.UTF_8);
    }

    // The templates are classes of this package: nothing is compiled here.
    private static TemplateEngine engine() {
        return TemplateEngine.createPrecompiled(
                null, ContentType.Html, DataPage.class.getClassLoader(), DataPage.class.getPackageName());
    }
}
