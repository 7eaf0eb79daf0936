package io.github.mlmaven.data;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.Encoding;
import io.github.mlmaven.spec.SourceKeys;
import io.github.mlmaven.spec.SourceSpec;
import io.github.mlmaven.spec.TextFormat;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.DataFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How text files are written that nobody has described: what separates and quotes their fields, which lines are no rows, and
 * whether the first one names the columns. It goes by the first records of the first file, and by what all of these have in
 * common; whether the rest is so too shows when it is read.
 */
public final class FormatSearch {

    /** What is looked at of a file. */
    private static final int LOOKED_AT = 1 << 20;

    private static final String COMMENT = "#";
    private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");
    private static final List<String> QUOTES = List.of("\"", "", "'");
    private static final Map<String, String> WORDS = Map.of("\t", "a tab", ",", "','", ";", "';'", "|", "'|'");

    private final FileName file;
    private final byte[] bytes;
    private final boolean whole;

    private FormatSearch(FileName file, byte[] bytes, boolean whole) {
        this.file = file;
        this.bytes = bytes;
        this.whole = whole;
    }

    /** Whether the files that parameters of a goal name are text files. */
    public static boolean isText(BuildPlace place, SourceSpec from) {
        return first(place, from).format() == FileName.Format.TEXT;
    }

    private static FileName first(BuildPlace place, SourceSpec from) {
        Path first = DataFiles.resolve(place, from, SourceKeys.PARAMETERS)
                .values()
                .iterator()
                .next()
                .get(0);
        return new FileName(first, DataFiles.name(place, first), 0);
    }

    /**
     * The format of the files that parameters of a goal name; the plain one if they are no text files, and where none fits.
     *
     * @param from as they stand
     * @throws MlException if there is no file, or if it takes a person to tell what its first line is
     */
    public static FoundFormat of(BuildPlace place, SourceSpec from) {
        FileName file = first(place, from);
        if (file.format() != FileName.Format.TEXT) {
            return FoundFormat.PLAIN;
        }
        try (InputStream in = RecordScanner.bytes(file.path())) {
            byte[] bytes = in.readNBytes(LOOKED_AT);
            return new FormatSearch(file, bytes, bytes.length < LOOKED_AT).found();
        } catch (IOException e) {
            throw UnreadableFile.of(file.name(), e);
        }
    }

    private FoundFormat found() throws IOException {
        // Letters do not matter here, and every byte is one.
        TextFormat letters = TextFormat.PLAIN.with(Encoding.LATIN_1);
        boolean comments = beginsAsComment(records(letters));
        List<FirstRecords> tried = new ArrayList<>();
        for (String delimiter : delimiters()) {
            for (String quote : quotes()) {
                TextFormat format = letters.withDelimiter(delimiter).withQuote(quote);
                FirstRecords records = records(comments ? format.withComment(COMMENT) : format);
                if (!records.losesQuotes()) {
                    tried.add(records);
                }
            }
        }
        Optional<FirstRecords> best = best(tried);
        if (best.isEmpty()) {
            Optional<TitleLines> title = TitleLines.among(tried);
            if (title.isPresent()) {
                throw title.get().refusal(file);
            }
            return FoundFormat.PLAIN;
        }
        FoundFormat found = said(best.get(), comments);
        if (best.get().hasSingleQuotedNames()) {
            found = found.doubted(
                    "the names in the first line are in single quotes, which are read as parts of them, since as quotes they"
                            + " would not fit each row: remove them");
        }
        return doubt(best.get(), tried).map(found::doubted).orElse(found);
    }

    private FirstRecords records(TextFormat format) throws IOException {
        return FirstRecords.of(file, bytes, whole, format);
    }

    private static boolean beginsAsComment(FirstRecords records) {
        return !records.all().isEmpty() && records.all().get(0).get(0).startsWith(COMMENT);
    }

    /** What the file's name says comes first. */
    private List<String> delimiters() {
        List<String> all = new ArrayList<>(DELIMITERS);
        String named = byName();
        all.removeIf(mark -> mark.equals(named) || !holds(mark));
        all.add(0, named);
        return all;
    }

    /** Where there are no double quotes, no quotes and double quotes are the same. */
    private List<String> quotes() {
        return QUOTES.stream()
                .filter(quote -> quote.equals(QUOTES.get(0)) || holds(quote.isEmpty() ? QUOTES.get(0) : quote))
                .toList();
    }

    private boolean holds(String mark) {
        for (byte found : bytes) {
            if (found == mark.charAt(0)) {
                return true;
            }
        }
        return false;
    }

    private String byName() {
        return Marks.of(file.path(), TextFormat.PLAIN).between();
    }

    /** Of those that fit alike the one with the most fields; of equals the first. */
    private static Optional<FirstRecords> best(List<FirstRecords> tried) {
        Optional<FirstRecords> best =
                widest(tried.stream().filter(FirstRecords::isTable).toList());
        Optional<FirstRecords> found = best.isPresent()
                ? best
                : widest(tried.stream().filter(FirstRecords::isNearlyTable).toList());
        return found.map(records -> records.hasSingleQuotes()
                ? tried.stream()
                        .filter(other -> other.isTable() && isQuoted(other, records))
                        .findFirst()
                        .orElse(records)
                : records);
    }

    private static boolean isQuoted(FirstRecords other, FirstRecords records) {
        return other.format().fields().quote().equals("'")
                && other.format()
                        .fields()
                        .delimiter()
                        .equals(records.format().fields().delimiter());
    }

    private static Optional<FirstRecords> widest(List<FirstRecords> fit) {
        int width = fit.stream().mapToInt(FirstRecords::width).max().orElse(0);
        return fit.stream().filter(records -> records.width() == width).findFirst();
    }

    private FoundFormat said(FirstRecords records, boolean comments) throws IOException {
        TreeMap<String, String> reasons = new TreeMap<>();
        TextFormat format = TextFormat.PLAIN;
        String delimiter = records.format().fields().delimiter().orElseThrow();
        if (!delimiter.equals(byName())) {
            format = format.withDelimiter(delimiter);
            reasons.put(
                    "delimiter",
                    "%s makes %s fields of each of the first lines".formatted(WORDS.get(delimiter), records.width()));
        }
        String quote = records.format().fields().quote();
        if (!quote.equals(QUOTES.get(0))) {
            format = format.withQuote(quote);
            reasons.put(
                    "quote",
                    quote.isEmpty()
                            ? "double quotes stand within fields, and not around them"
                            : "single quotes are around fields");
        }
        if (comments) {
            requireComment(records);
            format = format.withComment(COMMENT);
            reasons.put("comment", "the first line begins so, and is no row");
        }
        Optional<String> noHeader = HeaderSearch.none(records.all());
        if (noHeader.isPresent()) {
            reasons.put("header", noHeader.get());
            format = format.withNames(IntStream.rangeClosed(1, records.width())
                    .mapToObj(column -> "column" + column)
                    .toList());
        }
        return new FoundFormat(format, reasons, Optional.empty());
    }

    /** A line that begins as comments do and has the fields of a row may have the names. */
    private void requireComment(FirstRecords records) throws IOException {
        TextFormat without = TextFormat.PLAIN
                .with(Encoding.LATIN_1)
                .withDelimiter(records.format().fields().delimiter().orElseThrow())
                .withQuote(records.format().fields().quote());
        FirstRecords all = records(without);
        if (all.width() == records.width()) {
            throw new MlException(
                    "%s begins with '#', and its first line has %s fields, as its rows have: it may be a comment, or the names of"
                                    .formatted(file.name(), all.width())
                            + " the columns.",
                    "Remove the line if it is a comment, or the '#' if it has the names.");
        }
    }

    /** Another separator that makes as much sense. */
    private static Optional<String> doubt(FirstRecords best, List<FirstRecords> tried) {
        String chosen = best.format().fields().delimiter().orElseThrow();
        return tried.stream()
                .filter(FirstRecords::isTable)
                .filter(other ->
                        !other.format().fields().delimiter().orElseThrow().equals(chosen))
                .findFirst()
                .map(other -> "%s would fit too, and make %s columns in the place of %s"
                        .formatted(
                                WORDS.get(other.format().fields().delimiter().orElseThrow()),
                                other.width(),
                                best.width()));
    }
}
