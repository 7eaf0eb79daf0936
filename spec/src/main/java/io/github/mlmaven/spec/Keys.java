package io.github.mlmaven.spec;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How components of records and constants of enums are named in model.yaml. */
final class Keys {

    private Keys() {}

    /** {@code maxMissing} is {@code max-missing}. */
    static String of(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** {@code ONE_HOT} is {@code one-hot}. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The components that stand as keys in the mapping of a record: its own and those of its inlined records. */
    static List<RecordComponent> components(Class<?> type) {
        List<RecordComponent> found = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.isAnnotationPresent(Inline.class)) {
                found.addAll(components(component.getType()));
            } else {
                found.add(component);
            }
        }
        return found;
    }

    /** The keys that stand in the mapping of a record. */
    static List<String> names(Class<?> type) {
        return components(type).stream().map(Keys::of).toList();
    }
}
