package io.github.mlmaven.step;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/** A value that a result tells, for whoever makes a sentence of it. In JSON it is a number, a text or a list of texts. */
public sealed interface Value {

    /** What JSON writes. */
    @JsonValue
    Object raw();

    /** A whole number. */
    record Whole(long number) implements Value {
        @Override
        public Object raw() {
            return number;
        }
    }

    /** A finite number. */
    record Real(double number) implements Value {
        @Override
        public Object raw() {
            return number;
        }
    }

    /** A text. */
    record Text(String text) implements Value {
        @Override
        public Object raw() {
            return text;
        }
    }

    /** Texts in an order that means something. */
    record Texts(List<String> texts) implements Value {
        public Texts {
            texts = List.copyOf(texts);
        }

        @Override
        public Object raw() {
            return texts;
        }
    }

    /** The value that JSON wrote. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Value of(Object raw) {
        if (raw instanceof Double || raw instanceof Float) {
            return new Real(((Number) raw).doubleValue());
        }
        if (raw instanceof Number whole) {
            return new Whole(whole.longValue());
        }
        if (raw instanceof List<?> list) {
            return new Texts(list.stream().map(String::valueOf).toList());
        }
        return new Text(String.valueOf(raw));
    }
}
