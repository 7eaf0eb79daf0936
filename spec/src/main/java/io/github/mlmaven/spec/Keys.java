package io.github.mlmaven.spec;

import io.github.mlmaven.text.KebabCase;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** How components of records are named in model.yaml. */
final class Keys {

    private Keys() {}

    /** {@code maxMissing} is {@code max-missing}. */
    static String of(RecordComponent component) {
        return KebabCase.of(component.getName());
    }

    /** The components that stand as keys in the mapping of a record: its own and those of its inlined records. */
    static List<RecordComponent> components(Class<?> type) {
        List<RecordComponent> found = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.isAnnotationPresent(OfRules.class)) {
                continue;
            }
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
