package io.github.mlmaven.spec;

import java.util.List;
import java.util.Optional;

/**
 * How text files are written. What is read by another way than the one that knows all of this asks {@link #isPlain} and
 * leaves the other files alone.
 */
public record TextFormat(
        @Inline FieldFormat fields,
        @Inline Numerals numerals,
        @Doc("How the bytes are letters.") @Default("utf-8") Encoding encoding,
        @Inline HeaderFormat lines) {

    /** What a file is where nothing is said of it. */
    public static final TextFormat PLAIN = (TextFormat) SpecBinder.constant("{}", TextFormat.class);

    private static final String YAML_KEY = "csv: ";

    /**
     * How fields are told from each other.
     *
     * @param delimiter absent: what the file's name says
     * @param quote empty: none
     */
    public record FieldFormat(
            @Doc("The character between fields. Default: a tab in tsv files, ',' in others.") @Example("';'")
            Optional<String> delimiter,

            @Doc(
                    "The character around fields that hold delimiters, quotes or line breaks; within them it is doubled. '' for none.")
            @Default("'\"'")
            String quote,

            @Doc("The character that begins lines that are no rows.") @Example("'#'")
            Optional<String> comment) {}

    /** How numbers are written in number and integer columns. */
    public record Numerals(
            @Doc("The character before the decimals of a number: '.' or ','.") @Default("'.'")
            String decimal,

            @Doc("The character between groups of three digits of a number.") @Example("'.'")
            Optional<String> thousands) {

        /** Digits, a point, and nothing between thousands. */
        public boolean isPlain() {
            return decimal.equals(".") && thousands.isEmpty();
        }
    }

    /** What names the columns. */
    public record HeaderFormat(
            @Doc("Whether the first line names the columns.") @Default("true")
            boolean header,

            @Doc("The columns in their order, of files without a header. Default: those of the schema.")
            @Default("[]")
            @Example("[carat, cut, price]")
            @AtMost(10_000)
            List<String> names) {

        public HeaderFormat {
            names = List.copyOf(names);
        }
    }

    /** The format that {@link #yaml} says. */
    public static TextFormat of(String yaml) {
        return (TextFormat) SpecBinder.constant(yaml.substring(YAML_KEY.length()), TextFormat.class);
    }

    /** Whether a file is UTF-8 with a header, double quotes, numbers with a point, and the delimiter that its name says. */
    public boolean isPlain() {
        return equals(PLAIN);
    }

    /** The same with another delimiter. */
    public TextFormat withDelimiter(String delimiter) {
        FieldFormat other = new FieldFormat(Optional.of(delimiter), fields.quote(), fields.comment());
        return new TextFormat(other, numerals, encoding, lines);
    }

    /** The same with other quotes. */
    public TextFormat withQuote(String quote) {
        FieldFormat other = new FieldFormat(fields.delimiter(), quote, fields.comment());
        return new TextFormat(other, numerals, encoding, lines);
    }

    /** The same with lines that are no rows. */
    public TextFormat withComment(String comment) {
        FieldFormat other = new FieldFormat(fields.delimiter(), fields.quote(), Optional.of(comment));
        return new TextFormat(other, numerals, encoding, lines);
    }

    /** The same with other numbers. */
    public TextFormat with(Numerals other) {
        return new TextFormat(fields, other, encoding, lines);
    }

    /** The same in another encoding. */
    public TextFormat with(Encoding other) {
        return new TextFormat(fields, numerals, other, lines);
    }

    /** The same without a header. */
    public TextFormat withNames(List<String> names) {
        return new TextFormat(fields, numerals, encoding, new HeaderFormat(false, names));
    }

    /** The format as model.yaml has it, without what is the default: {@code csv: {delimiter: ";"}}. */
    public String yaml() {
        return YAML_KEY + SpecFacts.mapping(this).replaceAll(": ([._])(?=[,}])", ": \"$1\"");
    }
}
