package io.github.mlmaven.report;

import io.github.mlmaven.step.Malformed;
import java.util.Arrays;
import java.util.Optional;

/** What is no row of a text file, in words. */
final class MalformedText {

    private static final String QUOTES =
            "put fields with separators, quotes or line breaks in double quotes, and double the quotes within";

    private MalformedText() {}

    /** What was found: the key of a {@link Malformed}, or a number of fields. */
    static String found(String found) {
        return of(found)
                .map(problem -> switch (problem) {
                    case UNCLOSED_QUOTE -> "a quote that is never closed";
                    case TEXT_AFTER_QUOTE -> "text after a closing quote";
                    case NOT_UTF_8 -> "bytes that are not UTF-8, most likely text in Latin-1 or Windows-1252";
                    case NOT_WINDOWS_1252 -> "bytes that are not Windows-1252";
                    case COMMENT -> "a line that looks like a comment";
                    case MERGE_MARK -> "a line that a merge left, which has both sides of a conflict";
                    case UTF_16 -> "bytes of UTF-16";
                    case TOO_LONG -> "a field of more than 16 MB";
                })
                .orElseGet(() -> fields(found));
    }

    /** What to do with the file, where what is declared of it stays. */
    static String correction(String found) {
        return of(found)
                .filter(problem -> problem == Malformed.NOT_UTF_8 || problem == Malformed.NOT_WINDOWS_1252)
                .map(problem -> problem == Malformed.NOT_UTF_8 ? "Save the file as UTF-8" : "Save it as Windows-1252")
                .or(() -> of(found)
                        .filter(problem -> problem == Malformed.COMMENT)
                        .map(problem -> "Remove the line if it is one, or correct the row: " + QUOTES))
                .orElseGet(() -> remedy(found, Optional.empty()));
    }

    /**
     * What to do.
     *
     * @param format that is proposed, as model.yaml has it
     */
    static String remedy(String found, Optional<String> format) {
        return of(found)
                .map(problem -> switch (problem) {
                    case UNCLOSED_QUOTE, TEXT_AFTER_QUOTE -> "Correct the row: " + QUOTES;
                    case NOT_UTF_8 ->
                        "What is no UTF-8 is mostly Windows-1252, or latin-1: say so below data in model.yaml: %s, or save the file as UTF-8"
                                .formatted(format.orElse("csv: {encoding: windows-1252}"));
                    case NOT_WINDOWS_1252 ->
                        "Save the file as UTF-8, or correct the encoding of data.csv in model.yaml";
                    case COMMENT ->
                        "If it is one, say so below data in model.yaml: %s; else correct the row: %s"
                                .formatted(format.orElse("csv: {comment: \"#\"}"), QUOTES);
                    case MERGE_MARK ->
                        "Keep the rows that should count of both sides, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>";
                    case UTF_16 -> "Save the file as UTF-8, as 'iconv -f UTF-16 -t UTF-8' does";
                    case TOO_LONG -> "Close its quote if that is what is missing, or shorten the field";
                })
                .orElse("Correct the row: " + QUOTES);
    }

    /** Whether it is about the bytes, before any row or header is read from them. */
    static boolean isEncoding(String found) {
        return of(found)
                .filter(problem -> problem == Malformed.NOT_UTF_8 || problem == Malformed.UTF_16)
                .isPresent();
    }

    /** Whether a record has another number of fields, and nothing worse. */
    static boolean isCount(String found) {
        return of(found).isEmpty();
    }

    static String fields(String count) {
        return count + (count.equals("1") ? " field" : " fields");
    }

    /** {@code ';'} or {@code a tab}. */
    static String separator(String separator) {
        return separator.equals("\t") ? "a tab" : "'" + separator + "'";
    }

    private static Optional<Malformed> of(String key) {
        return Arrays.stream(Malformed.values())
                .filter(problem -> problem.key().equals(key))
                .findFirst();
    }
}
