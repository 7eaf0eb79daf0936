package io.github.mlmaven.spec;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How a record is written in model.yaml. Each is looked at once: for thousands of columns that costs more than to read them. */
final class RecordForm {

    private static final ClassValue<RecordForm> FORMS = new ClassValue<>() {
        @Override
        protected RecordForm computeValue(Class<?> type) {
            return new RecordForm(type);
        }
    };

    private final Constructor<?> constructor;
    private final List<Part> parts;
    private final List<String> keys;

    private RecordForm(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
        parts = Arrays.stream(components).map(Part::of).toList();
        keys = Keys.names(type);
    }

    static RecordForm of(Class<?> type) {
        return FORMS.get(type);
    }

    List<Part> parts() {
        return parts;
    }

    /** The keys that stand in its mapping. */
    List<String> keys() {
        return keys;
    }

    Object make(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * One component.
     *
     * @param key in the mapping; of what is inlined, nowhere
     * @param absent what stands where the key is absent; empty where it must be there
     */
    record Part(String key, Type type, Optional<Object> absent, RecordComponent component) {

        static Part of(RecordComponent component) {
            return new Part(Keys.of(component), component.getGenericType(), absentValue(component), component);
        }

        boolean isInline() {
            return component.isAnnotationPresent(Inline.class);
        }

        /** Whether it holds the terms of the rules before it. */
        boolean isOfRules() {
            return component.isAnnotationPresent(OfRules.class);
        }

        <A extends Annotation> Optional<A> says(Class<A> annotation) {
            return Optional.ofNullable(component.getAnnotation(annotation));
        }

        private static Optional<Object> absentValue(RecordComponent component) {
            Default absent = component.getAnnotation(Default.class);
            if (absent != null) {
                return Optional.of(SpecBinder.constant(absent.value(), component.getGenericType()));
            }
            if (component.isAnnotationPresent(OfRules.class)) {
                return Optional.of(Map.of());
            }
            if (component.getType() == Optional.class) {
                return Optional.of(Optional.empty());
            }
            if (component.getType() == OptionalDouble.class) {
                return Optional.of(OptionalDouble.empty());
            }
            return component.getType() == OptionalLong.class ? Optional.of(OptionalLong.empty()) : Optional.empty();
        }
    }
}
