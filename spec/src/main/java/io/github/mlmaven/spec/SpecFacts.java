package io.github.mlmaven.spec;

import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.KebabCase;
import io.github.mlmaven.text.Numbers;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Parts of a spec as facts that a person can read and compare: a name that says where in model.yaml it stands, and what
 * stands there, in YAML's flow style and without what is the default. Two parts have the same facts exactly if they mean the
 * same.
 */
public final class SpecFacts {

    /** What a part says that is empty. */
    private static final String NONE = "none";

    /** What a part says in which everything is the default. */
    private static final String DEFAULT = "default";

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./-]([\\p{L}\\p{N} _./-]*[\\p{L}\\p{N}_./-])?");

    private SpecFacts() {}

    /**
     * The facts of a part; at least one, so that a part that was emptied is a difference.
     *
     * @param key its place in model.yaml, and the beginning of each fact's name
     */
    public static SortedMap<String, String> of(String key, Object part) {
        SortedMap<String, String> facts = new TreeMap<>();
        if (part instanceof Map<?, ?> map) {
            map.forEach((name, value) -> facts.put(key + "." + name, text(value)));
        } else if (part instanceof List<?> list && list.stream().allMatch(Record.class::isInstance)) {
            facts.putAll(elements(key, list));
        } else if (part instanceof Record record && isMapping(record)) {
            written(record).forEach((name, value) -> facts.put(key + "." + name, value));
            facts.putAll(facts.isEmpty() ? Map.of(key, DEFAULT) : Map.of());
        } else {
            facts.put(key, text(part));
        }
        return facts.isEmpty() ? new TreeMap<>(Map.of(key, NONE)) : facts;
    }

    private static SortedMap<String, String> elements(String key, List<?> list) {
        SortedMap<String, String> facts = new TreeMap<>();
        for (Object element : list) {
            if (element instanceof GateSpec gate) {
                GateFact.of(gate).forEach(fact -> facts.put(free(key + "." + fact.name(), facts), fact.text()));
            } else if (element instanceof BehaviourSpec test) {
                BehaviourFact fact = BehaviourFact.of(test);
                facts.put(free(key + "." + fact.name(), facts), fact.text());
            } else {
                facts.put(free(key + ".1", facts), text(element));
            }
        }
        return facts;
    }

    // The first has its plain name, others of the same name are counted.
    private static String free(String name, Map<String, String> taken) {
        String stem = name.endsWith(".1") ? name.substring(0, name.length() - 1) : name + "#";
        String free = name;
        for (int i = 2; taken.containsKey(free); i++) {
            free = stem + i;
        }
        return free;
    }

    private static boolean isMapping(Record part) {
        return !ScalarBinder.reads(part.getClass());
    }

    private static String text(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(SpecFacts::text).orElse(NONE);
        }
        if (value instanceof Record record) {
            return isMapping(record) ? mapping(record) : amount(record);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(SpecFacts::text).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return new TreeMap<>(map)
                    .entrySet().stream()
                            .map(entry -> text(entry.getKey()) + ": " + text(entry.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
        }
        return scalar(value);
    }

    private static String scalar(Object value) {
        if (value instanceof Enum<?> constant) {
            return KebabCase.of(constant);
        }
        if (value instanceof Double number) {
            return Numbers.plain(number);
        }
        if (value instanceof OptionalDouble number) {
            return Numbers.plain(number.orElseThrow());
        }
        if (value instanceof OptionalLong number) {
            return Long.toString(number.orElseThrow());
        }
        if (value instanceof String text) {
            return PLAIN.matcher(text).matches() ? text : Json.line(text);
        }
        return String.valueOf(value);
    }

    /** A single value of a kind of our own. */
    static String amount(Record value) {
        if (value instanceof Tolerance tolerance) {
            return tolerance.text();
        }
        if (value instanceof Edge edge) {
            return edge.text();
        }
        return Numbers.plain(value instanceof GateLimit limit ? limit.value() : ((Share) value).value());
    }

    /** A record as a mapping in YAML's flow style. */
    static String mapping(Record record) {
        SortedMap<String, String> sorted = written(record);
        Shorthand shorthand = record.getClass().getAnnotation(Shorthand.class);
        if (shorthand != null && sorted.size() == 1 && sorted.containsKey(shorthand.value())) {
            return sorted.get(shorthand.value());
        }
        List<String> entries = new ArrayList<>();
        for (String key : Keys.names(record.getClass())) {
            if (sorted.containsKey(key)) {
                entries.add(key + ": " + sorted.get(key));
            }
        }
        return "{" + String.join(", ", entries) + "}";
    }

    /** The keys of a record that say something else than the default. */
    private static SortedMap<String, String> written(Record record) {
        SortedMap<String, String> written = new TreeMap<>();
        for (RecordForm.Part part : RecordForm.of(record.getClass()).parts()) {
            Object value = value(record, part.component());
            if (part.isOfRules()) {
                ((Map<?, ?>) value)
                        .forEach((rule, terms) -> written.computeIfPresent(
                                String.valueOf(rule), (key, text) -> longForm(text, (Record) terms)));
            } else if (part.isInline()) {
                written.putAll(written((Record) value));
            } else if (!part.absent().equals(Optional.of(value))) {
                written.put(part.key(), text(value));
            }
        }
        return written;
    }

    /** A rule with its terms. */
    private static String longForm(String value, Record terms) {
        return "{" + Rule.VALUE + ": " + value + ", " + mapping(terms).substring(1);
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
