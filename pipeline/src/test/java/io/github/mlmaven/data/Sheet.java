package io.github.mlmaven.data;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** How a file is written, and with what in its cells. */
record Sheet(List<String> header, List<List<String>> rows, Sheet.Style style) {

    /**
     * See {@link Sheet}.
     *
     * @param end between records
     * @param open whether the last line has no break
     * @param mark whether it begins with a byte order mark
     * @param quoted whether cells are quoted that need not be
     */
    record Style(char delimiter, String end, boolean open, boolean mark, boolean quoted) {}

    static Arbitrary<Sheet> any() {
        Arbitrary<List<String>> headers = Arbitraries.of(
                List.of("n", "i", "k", "b", "t", "w"),
                List.of("t", "x", "b", "k", "i", "n"),
                List.of("n"),
                List.of("t"),
                List.of("i", "k"),
                List.of("k", "w", "b", "a \"quoted\", name"),
                List.of("w"),
                List.of("d", "m", "f", "k"),
                List.of("m"));
        Arbitrary<Style> styles = Combinators.combine(
                        Arbitraries.of(',', ',', '\t'),
                        Arbitraries.of("\n", "\n", "\r\n"),
                        Arbitraries.of(false, true),
                        Arbitraries.of(false, false, true),
                        Arbitraries.of(false, true))
                .as(Style::new);
        return headers.flatMap(header -> Combinators.combine(
                        cells().list().ofSize(header.size()).list().ofMaxSize(12), styles)
                .as((rows, style) -> new Sheet(header, rows, style)));
    }

    private static Arbitrary<String> cells() {
        Arbitrary<String> numbers = Arbitraries.oneOf(
                Arbitraries.integers().between(-99, 9999).map(String::valueOf),
                Arbitraries.longs().map(String::valueOf),
                Arbitraries.doubles().map(String::valueOf),
                Arbitraries.bigDecimals().map(number -> number.toPlainString()),
                Arbitraries.integers().between(-99, 9999).map(number -> number + ".0"),
                Arbitraries.strings().numeric().ofMaxLength(24),
                Arbitraries.strings().withChars("0123456789.-+eE_ ").ofMaxLength(9));
        Arbitrary<String> odd = Arbitraries.of(
                "",
                " ",
                "NaN",
                "nan",
                "inf",
                "-Infinity",
                "0x10",
                "1_000",
                "+-1",
                "--1",
                "1e999",
                "-1e999",
                "1e-999",
                "-0",
                "-0.0",
                "007",
                " 7",
                "7 ",
                "\t8\f",
                ".5",
                "5.",
                ".",
                "-",
                "+",
                "e5",
                "1e",
                "1e+",
                "+5",
                "1,5",
                "1f",
                "1d",
                "0b1",
                "\u0661",
                "9007199254740993",
                "9007199254740993.0",
                "999999999999999999",
                "1000000000000000000",
                "-999999999999999999",
                "0.1000000000000000055511151231257827",
                "2.2250738585072011e-308",
                "4.9e-324",
                "1.7976931348623159e308",
                "123456789012345678",
                "0.00000000000000000000001",
                "12345678.12345678",
                "NA",
                "-9",
                "-9.0",
                "1e3",
                "1000",
                "true",
                "FALSE",
                "tRue",
                "TRUE ",
                "yes",
                "Yes",
                "no",
                "fal\u017Fe",
                "t",
                "0",
                "1",
                "00",
                "red",
                "green",
                "RED",
                "ä",
                "\u20ac\u2028",
                "\uD83D\uDE00",
                "a\"b",
                "\"",
                "\"\"",
                "a,b",
                "a\nb",
                "a\r\nb",
                "a\tb",
                "\n",
                ",",
                "#",
                "'",
                "\\",
                "\\N",
                "null",
                "\uFEFF");
        return Arbitraries.frequencyOf(
                Tuple.of(4, numbers),
                Tuple.of(4, odd),
                Tuple.of(4, times()),
                Tuple.of(1, Arbitraries.strings().alpha().ofMaxLength(40)),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(6).filter(Sheet::isUtf8)));
    }

    /** Times, those of few days so that they come again, and what nearly is one. */
    private static Arbitrary<String> times() {
        Arbitrary<LocalDate> days = Arbitraries.oneOf(
                Arbitraries.longs().between(20_000, 20_009).map(LocalDate::ofEpochDay),
                Arbitraries.longs().between(-800_000, 3_000_000).map(LocalDate::ofEpochDay));
        Arbitrary<String> hours = Arbitraries.of(
                "T10:15",
                " 10:15:30",
                "T10:15:30.25Z",
                "T23:59:59.999999+05:30",
                " 02:30:00",
                "T24:00",
                "T10:15:30.1234567",
                "");
        Arbitrary<String> odd = Arbitraries.of(
                "2026-02-30",
                "30.2.2026",
                "31.01.2026",
                "1.2.26",
                "2026-1-31",
                "2026-03-29T02:30:00",
                "2026-10-25 02:30:00",
                "2026-01-31 ",
                " 2026-01-31",
                "20260131",
                "infinity",
                "now",
                "٢٠٢٦-01-31",
                "2026-01-31t10:15:30z");
        return Arbitraries.oneOf(
                days.map(LocalDate::toString),
                days.map(day -> day.getDayOfMonth() + "." + day.getMonthValue() + "." + day.getYear()),
                Combinators.combine(days, hours).as((day, hour) -> day + hour),
                odd);
    }

    private static boolean isUtf8(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text) && text.indexOf('\0') < 0;
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder(style.mark() ? "\uFEFF" : "");
        append(header, style, text);
        rows.forEach(row -> {
            text.append(style.end());
            append(row, style, text);
        });
        if (!style.open()) {
            text.append(style.end());
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void append(List<String> cells, Style style, StringBuilder out) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            boolean needed = cell.chars().anyMatch(c -> c == '"' || c == '\n' || c == '\r' || c == style.delimiter());
            out.append(i == 0 ? "" : style.delimiter());
            out.append(
                    needed || (style.quoted() && cell.length() % 2 == 0)
                            ? '"' + cell.replace("\"", "\"\"") + '"'
                            : cell);
        }
    }

    /** Of files, hardly any of which is well-formed. */
    static Arbitrary<List<String>> pieces() {
        return Arbitraries.of(
                        ",",
                        ",",
                        ",",
                        "\n",
                        "\n",
                        "\r\n",
                        "\r",
                        "\"",
                        "\"\"",
                        "a",
                        "1",
                        "-9",
                        "NA",
                        "1.5",
                        "2026-01-31",
                        "2026-01-31T10:15",
                        "true",
                        "red",
                        " ",
                        "\t",
                        "\u00c3\u00a4",
                        "\u00c3",
                        "\u00ff",
                        "\u00ed\u00a0\u0080",
                        "\0",
                        "1,2,3,0,5\n",
                        "1.5,20,red,true,x\n",
                        "2,3,\"a\"\"b\",1,\"c\nd\"\n",
                        ",,,,\n",
                        ",,,,,\n",
                        "1,2,3,4\n",
                        "\n\n",
                        "\u00ef\u00bb\u00bf")
                .list()
                .ofMaxSize(25);
    }
}
