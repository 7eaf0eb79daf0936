package io.github.mlmaven.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.MetricDescriptor;
import io.github.mlmaven.api.MetricDescriptor.Better;
import io.github.mlmaven.api.MetricDescriptor.Extent;
import io.github.mlmaven.api.MetricDescriptor.Unit;
import io.github.mlmaven.api.Parameter;
import io.github.mlmaven.api.ParameterType;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.api.TrainerDescriptor;
import io.github.mlmaven.api.TrainerDescriptor.Traits;
import io.github.mlmaven.api.TransformDescriptor;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code descriptors.json}: descriptors as data, so that they are read without loading a class of the code behind them. */
record DescriptorFile(
        Optional<List<TrainerEntry>> trainers,
        Optional<List<MetricEntry>> metrics,
        Optional<List<TransformEntry>> transforms) {

    List<CatalogEntry> entries() {
        return Stream.of(
                        trainers.stream().flatMap(List::stream).map(TrainerEntry::entry),
                        metrics.stream().flatMap(List::stream).map(MetricEntry::entry),
                        transforms.stream().flatMap(List::stream).map(TransformEntry::entry))
                .flatMap(entries -> entries)
                .toList();
    }

    record TrainerEntry(
            String name,
            String doc,
            Optional<List<String>> aliases,
            Set<Task> tasks,
            Traits traits,
            Optional<List<ParameterEntry>> parameters) {

        CatalogEntry entry() {
            return new CatalogEntry(
                    new TrainerDescriptor(name, tasks, ParameterEntry.all(parameters), traits, doc),
                    aliases.orElse(List.of()),
                    ParameterEntry.aliases(parameters));
        }
    }

    record MetricEntry(
            String name,
            String doc,
            Optional<List<String>> aliases,
            Set<Task> tasks,
            Better better,
            Unit unit,
            Optional<BigDecimal> min,
            Optional<BigDecimal> max,
            Optional<String> follows,
            Optional<Boolean> usual,
            Optional<List<ParameterEntry>> parameters) {

        CatalogEntry entry() {
            return new CatalogEntry(
                    new MetricDescriptor(
                            name,
                            tasks,
                            better,
                            new Extent(unit, min, max, follows),
                            usual.orElse(true),
                            ParameterEntry.all(parameters),
                            doc),
                    aliases.orElse(List.of()),
                    ParameterEntry.aliases(parameters));
        }
    }

    record TransformEntry(
            String name,
            String doc,
            Optional<List<String>> aliases,
            Set<Task> tasks,
            Set<ColumnType> types,
            Optional<List<ParameterEntry>> parameters) {

        CatalogEntry entry() {
            return new CatalogEntry(
                    new TransformDescriptor(name, tasks, types, ParameterEntry.all(parameters), doc),
                    aliases.orElse(List.of()),
                    ParameterEntry.aliases(parameters));
        }
    }

    /** A parameter; of a number with its bounds, of a choice with its values, and without a default where it must be told. */
    record ParameterEntry(
            String name,
            String doc,
            Optional<List<String>> aliases,
            Kind type,
            Optional<BigDecimal> min,
            Optional<BigDecimal> max,
            Optional<List<String>> values,
            @JsonProperty("default") Optional<String> defaultValue) {

        enum Kind {
            WHOLE,
            REAL,
            FLAG,
            CHOICE,
            RANK,
            SHARE,
            LABEL,
            LABEL_OR_ALL,
            COSTS
        }

        static List<Parameter> all(Optional<List<ParameterEntry>> entries) {
            return entries.stream()
                    .flatMap(List::stream)
                    .map(ParameterEntry::parameter)
                    .toList();
        }

        static Map<String, List<String>> aliases(Optional<List<ParameterEntry>> entries) {
            Map<String, List<String>> aliases = new LinkedHashMap<>();
            entries.stream()
                    .flatMap(List::stream)
                    .forEach(entry -> entry.aliases().ifPresent(words -> aliases.put(entry.name(), words)));
            return aliases;
        }

        private Parameter parameter() {
            return new Parameter(name, parameterType(), defaultValue.orElse(""), doc);
        }

        private ParameterType parameterType() {
            return switch (type) {
                case WHOLE ->
                    new ParameterType.Whole(
                            given(min, "min").intValueExact(), given(max, "max").intValueExact());
                case REAL -> new ParameterType.Real(given(min, "min"), given(max, "max"));
                case FLAG -> new ParameterType.Flag();
                case CHOICE -> new ParameterType.Choice(given(values, "values"));
                case RANK -> new ParameterType.Rank();
                case SHARE -> new ParameterType.Share(given(min, "min"), given(max, "max"));
                case LABEL -> new ParameterType.Label(false);
                case LABEL_OR_ALL -> new ParameterType.Label(true);
                case COSTS -> new ParameterType.Costs();
            };
        }

        private <T> T given(Optional<T> value, String key) {
            return value.orElseThrow(() -> new IllegalArgumentException("the parameter '" + name + "' has no " + key));
        }
    }
}
