package io.github.mlmaven.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Looks for texts as whole fields of files, until all were found: for those that stand for missing values and occur, hardly
 * anything is read. Line breaks and separators within quotes count as ends of fields too.
 */
final class MissingTextSearch {

    private final TreeSet<String> wanted;
    private final int longest;

    private MissingTextSearch(Collection<String> texts) {
        this.wanted = new TreeSet<>(texts);
        this.longest = texts.stream()
                .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .max()
                .orElse(0);
    }

    /** Those of the texts that are a field of no file, sorted. */
    static List<String> absent(Collection<String> texts, List<TextFile> files) {
        MissingTextSearch search = new MissingTextSearch(texts);
        for (TextFile file : files) {
            if (!search.wanted.isEmpty()) {
                search.read(file);
            }
        }
        return List.copyOf(search.wanted);
    }

    private void read(TextFile file) {
        try (InputStream in = new BufferedInputStream(RecordScanner.bytes(file.readable()), 1 << 16)) {
            byte separator = (byte) file.delimiter().charAt(0);
            int quote = file.quote().isEmpty() ? Marks.NONE : file.quote().charAt(0);
            byte[] block = new byte[1 << 16];
            byte[] field = new byte[longest + 1];
            int size = 0;
            for (int read = in.read(block); read > 0 && !wanted.isEmpty(); read = in.read(block)) {
                for (int i = 0; i < read; i++) {
                    byte next = block[i];
                    if (next == separator || next == '\n' || next == '\r' || next == quote) {
                        found(field, size);
                        size = 0;
                    } else if (size <= longest) {
                        field[size++] = next;
                    }
                }
            }
            found(field, size);
        } catch (IOException e) {
            throw UnreadableFile.of(file.name(), e);
        }
    }

    private void found(byte[] field, int size) {
        if (size > 0 && size <= longest) {
            wanted.remove(new String(field, 0, size, StandardCharsets.UTF_8));
        }
    }
}
