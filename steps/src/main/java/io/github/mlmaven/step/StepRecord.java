package io.github.mlmaven.step;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code <step>.record.json}: that a step was carried out. Written last; without it, whatever else there is counts for
 * nothing.
 *
 * @param fingerprint of what the step read
 * @param needs SHA-256 of the records of the steps that it needs: so each record vouches for all before it
 * @param outputs every file that the step wrote, the result's among them
 */
record StepRecord(
        int format,
        String step,
        String fingerprint,
        SortedMap<String, String> needs,
        SortedMap<String, OutputFile> outputs) {

    static final int FORMAT = 1;

    StepRecord {
        needs = new TreeMap<>(needs);
        outputs = new TreeMap<>(outputs);
    }

    record OutputFile(long bytes, String sha256) {}
}
