package io.github.mlmaven.lock;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.MergeMark;
import io.github.mlmaven.text.NamedFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a lock: a JSON object of texts, or what a merge made of two.
 *
 * @param accept what accepts its model anew
 */
record LockText(NamedFile file, String text, AcceptCommand accept) {

    /** Far more than the facts of any model. */
    private static final long MAX_BYTES = 1L << 26;

    private static final Pattern TWICE = Pattern.compile("Duplicate field '(.*)'", Pattern.DOTALL);

    static LockText read(NamedFile file, AcceptCommand accept) {
        if (Files.isDirectory(file.path())) {
            throw new MlException(
                    file.name() + " is a folder, where the lock belongs.",
                    "Remove it, and restore the lock from version control or accept the model anew: " + accept + ".");
        }
        LockText empty = new LockText(file, "", accept);
        byte[] bytes = file.whole(MAX_BYTES, empty.restore());
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return new LockText(file, text.toString(), accept);
        } catch (CharacterCodingException e) {
            throw empty.damaged("is not UTF-8", e);
        }
    }

    /** The line at which a conflict begins, from 1; 0 where there is none. */
    int conflict() {
        return MergeMark.line(text);
    }

    /**
     * The facts.
     *
     * @throws MlException if it is no such object, or a merge left both sides in it
     */
    SortedMap<String, String> facts() {
        if (conflict() > 0) {
            throw new MlException(
                    file.name() + " line " + conflict() + ": a merge left both sides of a conflict in the lock.",
                    "Merge model.yaml and the data first, then run " + accept
                            + ": it writes the lock of what they make now, and says how it differs from both sides.");
        }
        if (text.isBlank()) {
            throw new MlException(file.name() + " is empty.", restore());
        }
        try {
            return new TreeMap<>(Json.parse(text, FlatObject.class).facts());
        } catch (UncheckedIOException e) {
            throw damaged(reason(e), e);
        }
    }

    // In our own words: those of what reads JSON are for programmers, and have a place of their own.
    private static String reason(UncheckedIOException e) {
        Throwable cause = e.getCause();
        // What reads a lock as a whole wraps what reads its text.
        while (cause != null && cause.getCause() instanceof JsonProcessingException inner) {
            cause = inner;
        }
        // A text beyond the reader's limits has no place.
        if (!(cause instanceof JsonProcessingException json) || json.getLocation() == null) {
            return "is no lock: a text in it is longer than any that is read";
        }
        String at = "line " + json.getLocation().getLineNr() + ", column "
                + json.getLocation().getColumnNr();
        if (json.getOriginalMessage().startsWith("Unexpected end-of-input")) {
            return at + " ends in the middle of the lock";
        }
        Matcher twice = TWICE.matcher(json.getOriginalMessage());
        String why = json instanceof MismatchedInputException
                ? ": a lock is an object of texts alone"
                : twice.matches() ? ": the fact '" + twice.group(1) + "' stands in it twice" : "";
        return at + " is no line of a lock" + why;
    }

    private MlException damaged(String what, Exception cause) {
        return new MlException(file.name() + " " + what + ".", restore(), cause);
    }

    private String restore() {
        return "Restore it from version control, or accept the model anew: " + accept + ".";
    }

    record FlatObject(Map<String, String> facts) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        FlatObject {}
    }
}
