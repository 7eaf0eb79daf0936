package io.github.mlmaven.spec;

import io.github.mlmaven.api.Descriptor;
import java.util.List;
import java.util.Map;

/**
 * What can be named, with what users of other tools call it.
 *
 * @param aliases other names of it
 * @param parameters other names of each of its parameters that has some
 */
record CatalogEntry(Descriptor descriptor, List<String> aliases, Map<String, List<String>> parameters) {

    CatalogEntry {
        aliases = List.copyOf(aliases);
        parameters = Ordered.copy(parameters);
    }
}
