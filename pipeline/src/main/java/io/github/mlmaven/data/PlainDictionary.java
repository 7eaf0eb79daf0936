package io.github.mlmaven.data;

import io.github.mlmaven.api.Dictionary;
import java.util.List;

/** The texts of one column over all blocks, in the order of the rows. Of the thread that uses the batches. */
final class PlainDictionary {

    private final List<String> known;
    private Dictionary dictionary;

    /** @param known texts that it begins with */
    PlainDictionary(List<String> known) {
        this.known = List.copyOf(known);
        this.dictionary = Dictionary.of(known);
    }

    /** For the next batch: another one where the last has too many texts. */
    Dictionary next() {
        if (dictionary.size() > TextCells.LARGEST_DICTIONARY) {
            dictionary = Dictionary.of(known);
        }
        return dictionary;
    }
}
