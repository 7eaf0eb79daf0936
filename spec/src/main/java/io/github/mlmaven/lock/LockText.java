package io.github.mlmaven.lock;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.WholeFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The text of a lock: a JSON object of texts, or what a merge made of two.
 *
 * @param file for messages
 * @param accept what accepts its model anew
 */
record LockText(Path file, String text, AcceptCommand accept) {

    /** Far more than the facts of any model. */
    private static final long MAX_BYTES = 1L << 26;

    /** What git writes before one side of a conflict, between the sides, and after the other. */
    static final String OURS = "<<<<<<<";

    static final String BASE = "|||||||";
    static final String THEIRS = "=======";
    static final String END = ">>>>>>>";

    static LockText read(Path file, AcceptCommand accept) {
        if (Files.isDirectory(file)) {
            throw new MlException(
                    file + " is a folder, where the lock belongs.",
                    "Remove it, and restore the lock from version control or accept the model anew: " + accept + ".");
        }
        LockText empty = new LockText(file, "", accept);
        byte[] bytes = new WholeFile(file, MAX_BYTES, empty.restore()).bytes();
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return new LockText(file, text.toString(), accept);
        } catch (CharacterCodingException e) {
            throw empty.damaged("is not UTF-8", e);
        }
    }

    /** The line at which a conflict begins, from 1; 0 where there is none. */
    int conflict() {
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.startsWith(OURS)) {
                return number;
            }
        }
        return 0;
    }

    /**
     * The facts.
     *
     * @throws MlException if it is no such object, or a merge left both sides in it
     */
    SortedMap<String, String> facts() {
        if (conflict() > 0) {
            throw new MlException(
                    file + " line " + conflict() + ": a merge left both sides of a conflict in the lock.",
                    "Merge model.yaml and the data first, then run " + accept
                            + ": it writes the lock of what they make now, and says how it differs from both sides.");
        }
        if (text.isBlank()) {
            throw new MlException(file + " is empty.", restore());
        }
        try {
            return new TreeMap<>(Json.parse(text, FlatObject.class).facts());
        } catch (UncheckedIOException e) {
            throw damaged(reason(e), e);
        }
    }

    private static String reason(UncheckedIOException e) {
        Throwable cause = e.getCause();
        // What reads a lock as a whole wraps what reads its text, and repeats its words with its own.
        while (cause != null && cause.getCause() instanceof JsonProcessingException inner) {
            cause = inner;
        }
        if (!(cause instanceof JsonProcessingException json)) {
            return String.valueOf(e.getMessage());
        }
        // A text beyond the reader's limits has no place.
        return json.getLocation() == null
                ? "is no lock: " + json.getOriginalMessage()
                : "line " + json.getLocation().getLineNr() + " is no line of a lock: " + json.getOriginalMessage();
    }

    private MlException damaged(String what, Exception cause) {
        return new MlException(file + " " + what + ".", restore(), cause);
    }

    private String restore() {
        return "Restore it from version control, or accept the model anew: " + accept + ".";
    }

    record FlatObject(Map<String, String> facts) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        FlatObject {}
    }
}
