package io.github.mlmaven.report;

import static io.github.mlmaven.report.FindingValues.named;

import java.util.List;

/** The names of a file's columns held to those of the schema, in words. */
final class HeaderText {

    private final FindingValues says;

    HeaderText(FindingValues says) {
        this.says = says;
    }

    /** Which columns of the schema a file lacks. */
    String missing() {
        List<String> columns = says.texts("columns");
        List<String> unknown = says.texts("unknown");
        boolean predicted = says.isOfPrediction();
        String wants = predicted ? "the model needs" : "the schema declares";
        String lacks = columns.size() == 1
                ? "%s no column '%s', which %s (%s)".formatted(has(), columns.get(0), wants, says.place())
                : "%s %s columns that %s (%s): %s"
                        .formatted(lacks(), columns.size(), wants, says.place(), named(columns));
        return unknown.isEmpty()
                ? lacks
                : lacks + "; it has " + named(unknown) + ", which "
                        + (predicted ? "the model does not take" : "the schema lacks");
    }

    private String has() {
        return isMisread() ? misread() + " it has" : says.file() + " has";
    }

    private String lacks() {
        return isMisread() ? misread() + " it lacks" : says.file() + " lacks";
    }

    private boolean isMisread() {
        return says.has("encoding");
    }

    private String misread() {
        return "%s looks like UTF-8, and model.yaml says that it is %s (%s). Read so,"
                .formatted(says.file(), says.text("encoding"), says.text("said"));
    }

    /** That rows in UTF-8 are read otherwise. */
    String misreadRows() {
        return "%s: found \"%s\", which is \"%s\" in UTF-8: the whole file is UTF-8, and model.yaml says that it is %s"
                .formatted(says.row(), says.first(), says.text("meant"), says.text("encoding"));
    }

    /** What to do about a file in UTF-8 that is read otherwise; who predicts rows corrects them alone. */
    static String remedy(FindingValues says) {
        String declared = says.text("encoding");
        return says.isOfPrediction()
                ? "Save the file as %s, as 'iconv -f UTF-8 -t %s' does; where all rows are UTF-8, write encoding: utf-8 in model.yaml and build the model anew"
                        .formatted(declared, declared.equals("latin-1") ? "ISO-8859-1" : declared)
                : "Write encoding: utf-8 below data.csv in model.yaml, or save the file as " + declared;
    }

    /** Which columns of a file the schema lacks. */
    String unknown() {
        List<String> columns = says.texts("columns");
        if (columns.size() > 1) {
            return "%s has %s columns that the schema lacks: %s".formatted(says.file(), columns.size(), named(columns));
        }
        return columns.get(0).isEmpty()
                ? says.file() + " has a column without a name"
                : "%s has a column '%s' that the schema lacks".formatted(says.file(), columns.get(0));
    }
}
