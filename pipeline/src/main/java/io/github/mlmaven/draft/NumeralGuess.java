package io.github.mlmaven.draft;

import io.github.mlmaven.data.FoundFormat;
import io.github.mlmaven.data.NumeralText;
import io.github.mlmaven.spec.TextFormat;
import io.github.mlmaven.spec.TextFormat.Numerals;
import io.github.mlmaven.text.Numbers;
import java.util.List;
import java.util.Optional;

/**
 * How the numbers of a file are written, where some columns have none otherwise. A way counts if it makes numbers of all of
 * these columns, and of all that have numbers already.
 */
final class NumeralGuess {

    private static final String DECIMAL = "decimal";
    private static final String THOUSANDS = "thousands";

    private final FoundFormat found;
    private final List<SeenColumn> written;
    private final List<Numerals> fit;

    private NumeralGuess(FoundFormat found, List<SeenColumn> written, List<Numerals> fit) {
        this.found = found;
        this.written = written;
        this.fit = fit;
    }

    /** The format with other numbers; empty if they are as they are everywhere, or if no one way fits. */
    static Optional<FoundFormat> of(FoundFormat found, List<SeenColumn> columns) {
        List<SeenColumn> written =
                columns.stream().filter(NumeralGuess::isWritten).toList();
        if (written.isEmpty()) {
            return Optional.empty();
        }
        List<Numerals> fit = written.get(0).forms().numerals().ways().stream()
                .filter(way -> columns.stream()
                        .filter(column -> column.isNumeric() || isWritten(column))
                        .allMatch(column -> column.forms().numerals().ways().contains(way)))
                .toList();
        return fit.isEmpty() ? Optional.empty() : Optional.of(new NumeralGuess(found, written, fit).said());
    }

    /** Whether a column has no numbers, and would have some if they were written in another way. */
    static boolean isWritten(SeenColumn column) {
        return column.size().values() > 0
                && !column.isNumeric()
                && column.forms().count(TextForm.LEADING_ZERO) == 0
                && !column.forms().numerals().ways().isEmpty();
    }

    private FoundFormat said() {
        Optional<Numerals> comma =
                fit.stream().filter(way -> way.decimal().equals(",")).findFirst();
        Optional<Numerals> point =
                fit.stream().filter(way -> way.decimal().equals(".")).findFirst();
        // Where commas separate fields, numbers mostly have points.
        boolean commas = found.format().fields().delimiter().isPresent();
        Numerals chosen =
                comma.filter(way -> commas || point.isEmpty()).or(() -> point).orElseThrow();
        TextFormat format = found.format().with(chosen);
        FoundFormat said = chosen.decimal().equals(".") ? found : found.with(format, DECIMAL, reason(chosen.decimal()));
        if (chosen.thousands().isPresent()) {
            said = said.with(format, THOUSANDS, reason(chosen.thousands().get()));
        }
        Optional<Numerals> other = chosen.decimal().equals(",") ? point : comma;
        return other.isPresent() ? said.doubted(both(chosen, other.get())) : said;
    }

    private String reason(String mark) {
        return written.stream()
                .filter(column -> column.forms().numerals().example().contains(mark))
                .findFirst()
                .map(column -> "'%s' has numbers such as %s"
                        .formatted(column.name(), column.forms().numerals().example()))
                .orElseThrow();
    }

    private String both(Numerals chosen, Numerals other) {
        String example = written.get(0).forms().numerals().example();
        return "%s is read as %s, and would be %s with %s"
                .formatted(
                        example,
                        read(example, chosen),
                        read(example, other),
                        TextFormat.PLAIN.with(other).yaml());
    }

    private static String read(String text, Numerals way) {
        return Numbers.plain(new NumeralText(way).number(text).orElseThrow());
    }
}
