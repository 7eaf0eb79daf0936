package io.github.mlmaven.api;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a trainer, a transform or a metric is told: a value for each of its parameters. Immutable. */
public final class Arguments {

    private final String owner;
    private final List<Parameter> parameters;
    private final SortedMap<String, String> texts;

    private Arguments(String owner, List<Parameter> parameters, SortedMap<String, String> texts) {
        this.owner = owner;
        this.parameters = parameters;
        this.texts = Collections.unmodifiableSortedMap(texts);
    }

    /** The arguments of a trainer; see {@link #of(String, List, Map)}. */
    public static Arguments of(TrainerDescriptor trainer, Map<String, String> given) {
        return of("the trainer " + trainer.name(), trainer.parameters(), given);
    }

    /** The arguments of a transform; see {@link #of(String, List, Map)}. */
    public static Arguments of(TransformDescriptor transform, Map<String, String> given) {
        return of("the transform " + transform.name(), transform.parameters(), given);
    }

    /** The arguments of a metric; see {@link #of(String, List, Map)}. */
    public static Arguments of(MetricDescriptor metric, Map<String, String> given) {
        return of("the metric " + metric.name(), metric.parameters(), given);
    }

    /**
     * Given values, and defaults for the others.
     *
     * @param owner whose parameters they are, for messages
     * @param given values by parameter, as a file writes them
     * @throws MlException if a parameter is none of the owner's, or a value is not allowed
     */
    private static Arguments of(String owner, List<Parameter> parameters, Map<String, String> given) {
        Set<String> unknown = new HashSet<>(given.keySet());
        SortedMap<String, String> texts = new TreeMap<>();
        for (Parameter parameter : parameters) {
            unknown.remove(parameter.name());
            String text = given.getOrDefault(parameter.name(), parameter.defaultValue());
            texts.put(
                    parameter.name(),
                    parameter
                            .type()
                            .plain(text)
                            .orElseThrow(() -> new MlException(
                                    text.isEmpty()
                                            ? "The parameter %s of %s is missing.".formatted(parameter.name(), owner)
                                            : "The parameter %s of %s is '%s'."
                                                    .formatted(parameter.name(), owner, text),
                                    "Write " + parameter.type().allowed() + ".")));
        }
        if (!unknown.isEmpty()) {
            throw new MlException(
                    "There is no parameter %s of %s.".formatted(named(unknown), owner),
                    "Choose from " + parameters.stream().map(Parameter::name).collect(Collectors.joining(", ")) + ".");
        }
        return new Arguments(owner, parameters, texts);
    }

    /** The values in their plain form, by parameter. */
    public SortedMap<String, String> texts() {
        return texts;
    }

    /**
     * Turns the values into settings, once and all of them.
     *
     * @param binding reads every parameter
     * @throws MlException naming a declared parameter that was not read: it would have no effect
     */
    public <S> S bind(Function<Reading, S> binding) {
        Reading reading = new Reading();
        S settings = binding.apply(reading);
        Set<String> left = new HashSet<>(texts.keySet());
        left.removeAll(reading.read);
        if (!left.isEmpty()) {
            throw new MlException(
                    "Nothing takes the parameter %s of %s.".formatted(named(left), owner),
                    "Read it where the others are read, or remove it from the descriptor.");
        }
        return settings;
    }

    private static String named(Set<String> names) {
        return names.stream().sorted().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }

    /** Reads values by the names and types that the descriptor declares; another name or type is a programming error. */
    public final class Reading {

        private final Set<String> read = new HashSet<>();

        private Reading() {}

        public int whole(String parameter) {
            return Integer.parseInt(text(parameter, ParameterType.Whole.class));
        }

        /** How many of the model's labels, which perhaps are not as many. */
        public int rank(String parameter) {
            return Integer.parseInt(text(parameter, ParameterType.Rank.class));
        }

        public double real(String parameter) {
            return Double.parseDouble(text(parameter, ParameterType.Real.class));
        }

        public boolean flag(String parameter) {
            return Boolean.parseBoolean(text(parameter, ParameterType.Flag.class));
        }

        public String choice(String parameter) {
            return text(parameter, ParameterType.Choice.class);
        }

        /** A share of a whole: 10 % is 0.1. */
        public double share(String parameter) {
            return ParameterType.Share.value(text(parameter, ParameterType.Share.class))
                    .doubleValue();
        }

        /** A label of the model; empty for all of them. */
        public Optional<String> label(String parameter) {
            return Optional.of(text(parameter, ParameterType.Label.class)).filter(label -> !label.isEmpty());
        }

        /** Costs by the true label and then by the predicted one; a right answer that is not there costs nothing. */
        public SortedMap<String, SortedMap<String, BigDecimal>> costs(String parameter) {
            return ParameterType.Costs.values(text(parameter, ParameterType.Costs.class));
        }

        private String text(String name, Class<? extends ParameterType> type) {
            Parameter parameter = Parameter.named(name, owner, parameters);
            if (!type.isInstance(parameter.type())) {
                throw new IllegalArgumentException("the parameter '%s' of %s is %s"
                        .formatted(name, owner, parameter.type().allowed()));
            }
            read.add(name);
            return Objects.requireNonNull(texts.get(name));
        }
    }
}
