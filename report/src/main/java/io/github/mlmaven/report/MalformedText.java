package io.github.mlmaven.report;

import io.github.mlmaven.step.Malformed;
import java.util.Arrays;
import java.util.Optional;

/** What is no row of a text file, in words. */
final class MalformedText {

    private MalformedText() {}

    /** What was found: the key of a {@link Malformed}, or a number of fields. */
    static String found(String found) {
        return of(found)
                .map(problem -> switch (problem) {
                    case UNCLOSED_QUOTE -> "a quote that is never closed";
                    case TEXT_AFTER_QUOTE -> "text after a closing quote";
                    case NOT_UTF_8 -> "bytes that are not UTF-8, most likely text in Latin-1 or Windows-1252";
                    case UTF_16 -> "bytes of UTF-16";
                    case TOO_LONG -> "a field of more than 16 MB";
                })
                .orElseGet(() -> fields(found));
    }

    /** What to do. */
    static String remedy(String found) {
        String quotes =
                "put fields with separators, quotes or line breaks in double quotes, and double the quotes within";
        return of(found)
                .map(problem -> switch (problem) {
                    case UNCLOSED_QUOTE, TEXT_AFTER_QUOTE -> "Correct the row: " + quotes;
                    case NOT_UTF_8 -> "Convert the file to UTF-8, as 'iconv -f WINDOWS-1252 -t UTF-8' does";
                    case UTF_16 -> "Save the file as UTF-8, as 'iconv -f UTF-16 -t UTF-8' does";
                    case TOO_LONG -> "Close its quote if that is what is missing, or shorten the field";
                })
                .orElse("Correct the row: " + quotes);
    }

    /** Whether it is about the bytes, before any row or header is read from them. */
    static boolean isEncoding(String found) {
        return of(found)
                .filter(problem -> problem == Malformed.NOT_UTF_8 || problem == Malformed.UTF_16)
                .isPresent();
    }

    static String fields(String count) {
        return count + (count.equals("1") ? " field" : " fields");
    }

    /** {@code ';'} or {@code a tab}. */
    static String separator(String separator) {
        return separator.equals("\t") ? "a tab" : "'" + separator + "'";
    }

    /** What the name of a file says. */
    static String separatorOf(String file) {
        return separator(file.contains(".tsv") ? "\t" : ",");
    }

    private static Optional<Malformed> of(String key) {
        return Arrays.stream(Malformed.values())
                .filter(problem -> problem.key().equals(key))
                .findFirst();
    }
}
