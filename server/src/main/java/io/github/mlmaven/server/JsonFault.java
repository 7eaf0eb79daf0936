package io.github.mlmaven.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with a text that is no JSON, or too long, in our words: the parser's speak of its own settings and classes. */
final class JsonFault {

    static final int NUMBER = 400;
    static final int NAME = 256;
    static final int TEXT = 16_384;

    private static final List<Kind> KINDS = List.of(
            new Kind("Duplicate field (?:name )?'(.*)'", key -> "the key '" + key + "' stands twice"),
            new Kind(
                    "(?:Unrecognized|Non-standard) token '(.*?)'.*",
                    word -> "found " + word
                            + " where a value was expected: a text in double quotes, a number, true, false or null"),
            new Kind("Invalid numeric value: Leading zeroes.*", none -> "a number begins with a needless 0"),
            new Kind("Unexpected character \\('(.)' .* in numeric value.*", sign -> "found '" + sign + "' in a number"),
            new Kind("Unexpected character \\('(.)' .*", sign -> "found '" + sign + "' where it cannot stand"),
            new Kind("Unexpected close marker '(.)'.*", sign -> "found '" + sign + "', which closes nothing here"),
            new Kind(
                    "Illegal unquoted character.*",
                    none -> "a text has a line break, or another control character, that is not escaped"),
            new Kind("Unrecognized character escape.*", none -> "a text has an escape that JSON does not have"),
            new Kind("Invalid UTF-8.*", none -> "it is not UTF-8"));

    private static final List<Kind> LIMITS = List.of(
            new Kind("Number value length.*", none -> "The number %s has more than " + NUMBER + " characters"),
            new Kind("Name length.*", none -> "A key of the object %s has more than " + NAME + " characters"),
            new Kind("String value length.*", none -> "The text %s has more than " + TEXT + " characters"));

    private JsonFault() {}

    private record Kind(Pattern pattern, UnaryOperator<String> sentence) {

        Kind(String pattern, UnaryOperator<String> sentence) {
            this(Pattern.compile(pattern, Pattern.DOTALL), sentence);
        }
    }

    /** A clause without an end. */
    static String of(JsonProcessingException e) {
        if (e instanceof JsonEOFException) {
            return "it ends too early";
        }
        return said(e, KINDS).orElse("it is not well formed");
    }

    /**
     * What is JSON, and longer than a request may have it. A sentence without an end.
     *
     * @param context where the parser is
     */
    static String of(StreamConstraintsException e, JsonStreamContext context) {
        return said(e, LIMITS)
                .map(sentence ->
                        sentence.formatted("at " + pointer(sentence.contains("key") ? outer(context) : context)))
                .orElse("The body is larger than a request may be");
    }

    /** A key that is too long is no key yet: what is known is its object. */
    private static JsonStreamContext outer(JsonStreamContext context) {
        return context.inObject() && context.getParent() != null ? context.getParent() : context;
    }

    /** {@code /rows/0/cut}. */
    private static String pointer(JsonStreamContext context) {
        return context.pathAsPointer().toString();
    }

    private static Optional<String> said(JsonProcessingException e, List<Kind> kinds) {
        String message = String.valueOf(e.getOriginalMessage());
        for (Kind kind : kinds) {
            Matcher matcher = kind.pattern().matcher(message);
            if (matcher.matches()) {
                return Optional.of(kind.sentence().apply(matcher.groupCount() == 0 ? "" : matcher.group(1)));
            }
        }
        return Optional.empty();
    }
}
