package io.github.mlmaven.data;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.text.MergeMark;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Lines above the table of a text file, such as a title: they have fewer fields than all records below, which have as many as
 * each other.
 *
 * @param lines how many there are
 * @param fields of the first of them
 * @param width how many fields the records below have
 */
record TitleLines(int lines, int fields, int width) {

    private static final int MOST = 10;
    /** Fewer records below are no table that could be told. */
    private static final int FEWEST_BELOW = 2;

    /** Those by which the table below is widest, of the records of a file as they are in some formats. */
    static Optional<TitleLines> among(List<FirstRecords> tried) {
        return tried.stream().flatMap(records -> of(records).stream()).max(Comparator.comparingInt(TitleLines::width));
    }

    private static Optional<TitleLines> of(FirstRecords records) {
        List<Integer> sizes = records.all().stream().map(List::size).toList();
        if (sizes.isEmpty() || MergeMark.is(records.all().get(0).get(0))) {
            return Optional.empty();
        }
        int width = sizes.get(sizes.size() - 1);
        int lines = sizes.size();
        while (lines > 0 && sizes.get(lines - 1) == width) {
            lines--;
        }
        boolean above = lines > 0
                && lines <= MOST
                && sizes.size() - lines >= FEWEST_BELOW
                && sizes.subList(0, lines).stream().allMatch(size -> size < width);
        // A header that lacks one name is mostly one without a name for what the rows are called.
        boolean names = lines == 1 && width == sizes.get(0) + 1;
        return above && !names ? Optional.of(new TitleLines(lines, sizes.get(0), width)) : Optional.empty();
    }

    /** What is told of a file that has them. */
    MlException refusal(FileName file) {
        return lines == 1
                ? new MlException(
                        "%s line 1 has %s, and the lines below have %s: it is probably no header, but a title or a comment."
                                .formatted(file.name(), fields(fields), width),
                        "Remove it, or begin it with '#', by which comments are known; the first line below names the"
                                + " columns.")
                : new MlException(
                        "The first %s lines of %s have fewer fields than the lines below, which have %s: they are probably no"
                                        .formatted(lines, file.name(), width)
                                + " header, but a title or comments.",
                        "Remove them, or begin them with '#', by which comments are known; the first line below names the"
                                + " columns.");
    }

    private static String fields(int count) {
        return count + (count == 1 ? " field" : " fields");
    }
}
