package io.github.mlmaven.draft;

import io.github.mlmaven.data.NumeralText;
import io.github.mlmaven.spec.TextFormat.Numerals;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** In which ways of writing numbers all texts of a column are some. */
final class NumeralForms {

    /** The most usual first. */
    private static final List<Numerals> ALL = Stream.of(
                    Stream.of(new Numerals(",", Optional.empty())),
                    marked(",", ".", " ", "\u00a0", "\u202f", "'", "’"),
                    marked(".", ",", " ", "\u00a0", "\u202f", "'", "’", "_"))
            .flatMap(ways -> ways)
            .toList();

    private static final List<NumeralText> TEXTS =
            ALL.stream().map(NumeralText::new).toList();

    private int possible = (1 << ALL.size()) - 1;
    private String example = "";

    private static Stream<Numerals> marked(String decimal, String... thousands) {
        return Stream.of(thousands).map(mark -> new Numerals(decimal, Optional.of(mark)));
    }

    /** @param plain whether it is a number as numbers are written everywhere */
    void add(String text, boolean plain) {
        if (plain && text.indexOf('.') < 0) {
            return;
        }
        for (int i = 0; i < ALL.size() && possible != 0; i++) {
            // With a decimal point every plain number is one.
            boolean asked =
                    (possible & 1 << i) != 0 && !(plain && ALL.get(i).decimal().equals("."));
            if (asked && TEXTS.get(i).number(text).isEmpty()) {
                possible &= ~(1 << i);
            }
        }
        if (!plain && possible != 0 && text.length() > example.length()) {
            example = text;
        }
    }

    Facts facts() {
        List<Numerals> ways = IntStream.range(0, ALL.size())
                .filter(i -> (possible & 1 << i) != 0)
                .mapToObj(ALL::get)
                .toList();
        return new Facts(ways, example.strip());
    }

    /**
     * What was seen.
     *
     * @param ways in which every text is a number, the most usual first
     * @param example the longest text that is no plain number; empty if there is none
     */
    record Facts(List<Numerals> ways, String example) {

        Facts {
            ways = List.copyOf(ways);
        }
    }
}
