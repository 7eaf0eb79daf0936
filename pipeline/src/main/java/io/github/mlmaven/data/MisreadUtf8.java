package io.github.mlmaven.data;

import io.github.mlmaven.spec.Encoding;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Offender;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.text.Excerpt;
import io.github.mlmaven.text.KebabCase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the records of a file that is read in another encoding are all UTF-8, and not ASCII alone: a text in another one is so
 * about never.
 */
final class MisreadUtf8 {

    private static final int SHOWN = 80;

    private final TextFile file;
    private boolean possible;
    private long count;
    private @Nullable Offender first;
    private String meant = "";

    MisreadUtf8(TextFile file) {
        this.file = file;
        this.possible = file.format().encoding() != Encoding.UTF_8;
    }

    /** Looks at a record. */
    void add(RecordScanner record) {
        if (!possible) {
            return;
        }
        Optional<byte[]> letters = record.beyondAscii();
        if (letters.isEmpty()) {
            return;
        }
        possible = record.isUtf8();
        count++;
        if (first == null) {
            String read = new String(letters.get(), file.format().encoding().charset());
            first = new Offender(file.name(), record.line(), Excerpt.of(read, SHOWN));
            meant = Excerpt.of(new String(letters.get(), StandardCharsets.UTF_8), SHOWN);
        }
    }

    /** A warning, if they are. */
    Optional<Finding> finding(long rows) {
        return possible && first != null
                ? Optional.of(Finding.of(FindingCode.ENCODING_UNEXPECTED, Severity.WARNING, Subject.file(file.name()))
                        .with(new Finding.Rows(count, rows, List.of(first)))
                        .with("encoding", KebabCase.of(file.format().encoding()))
                        .with("meant", meant))
                : Optional.empty();
    }
}
