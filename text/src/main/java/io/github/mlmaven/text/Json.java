package io.github.mlmaven.text;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.ContentReference;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How every JSON file of ours is written and read: UTF-8, keys sorted, two spaces, {@code \n}, numbers that round-trip,
 * keys and enums in kebab case, absent optionals left out. The same record makes the same bytes.
 */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    // The same digits on every JDK; Double.toString changed with JDK 19.
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .addModule(new Jdk8Module())
            .annotationIntrospector(new KebabCaseEnums())
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            // Only components are written: Finding.isError() follows from them.
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            // A number is written as one, and a whole one without a point.
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // Nor is a number a text.
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> Stream.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)
                            .forEach(shape -> text.setCoercion(shape, CoercionAction.Fail)))
            // A null in a list or a map is no value: nothing of ours writes one.
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .build();

    private static final ObjectWriter PRETTY = MAPPER.writer(new DefaultPrettyPrinter()
            .withSeparators(Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private static final JsonLocation BEGIN = new JsonLocation(ContentReference.unknown(), 0, 1, 1);

    private Json() {}

    /** The file's text for a record: pretty, with a final line break. */
    public static String text(Object value) {
        try {
            return PRETTY.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A record on one line, without a line break. */
    public static String line(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A record from text that {@link #line} or {@link #text} made. */
    public static <T> T parse(String text, Class<T> type) {
        try {
            return required(MAPPER.readValue(text, type), type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A record as the tree that {@link #line} writes. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /**
     * A record from a tree.
     *
     * @throws IllegalArgumentException if it is of another form
     */
    public static <T> T convert(JsonNode tree, Class<T> type) {
        if (tree.isNull() || tree.isMissingNode()) {
            throw new IllegalArgumentException("null in the place of a " + type.getSimpleName());
        }
        return MAPPER.convertValue(tree, type);
    }

    /** Writes a record to a file, which then has either its old or its new content, whatever happens in between. */
    public static void write(Path file, Object value) {
        replace(file, text(value).getBytes(StandardCharsets.UTF_8));
    }

    /** Writes bytes to a file, which then has either its old or its new content, whatever happens in between. */
    public static void replace(Path file, byte[] content) {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(temporary, content);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Optional<Path> obstacle = obstacle(file.toAbsolutePath());
            throw new MlException(
                    file + " could not be written: "
                            + obstacle.map(path -> path + " is no folder").orElseGet(() -> reason(e)) + ".",
                    obstacle.isPresent()
                            ? "Remove what lies there, or give it another name: a folder belongs there."
                            : "Make the folder writable, or free space on its disk.",
                    e);
        }
    }

    /** What lies where a folder of a file belongs. */
    private static Optional<Path> obstacle(Path file) {
        return Stream.iterate(file.getParent(), Objects::nonNull, Path::getParent)
                .filter(path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS))
                .findFirst()
                .filter(path -> !Files.isDirectory(path));
    }

    /** Reads a record from a file that {@link #write} made. */
    public static <T> T read(Path file, Class<T> type) {
        try {
            return required(MAPPER.readValue(file.toFile(), type), type);
        } catch (JsonProcessingException e) {
            throw new MlException(
                    file + line(e.getLocation()) + " is not what this version writes: " + e.getOriginalMessage() + ".",
                    "Delete the file and run the build again.",
                    e);
        } catch (IOException e) {
            throw new MlException(file + " could not be read: " + reason(e) + ".", "Run the build again.", e);
        }
    }

    private static String line(@Nullable JsonLocation place) {
        return place == null || place.getLineNr() < 1 ? "" : " line " + place.getLineNr();
    }

    // Jackson reads the document "null" as no object at all.
    private static <T> T required(@Nullable T read, Class<T> type) throws JsonProcessingException {
        if (read == null) {
            throw new JsonMappingException(null, "null in the place of a " + type.getSimpleName(), BEGIN);
        }
        return read;
    }

    /** What an I/O error says, with its kind where its message is only a path. */
    public static String reason(IOException e) {
        String kind = e.getClass().getSimpleName().replace("Exception", "");
        return e.getMessage() == null ? kind : kind + ": " + e.getMessage();
    }

    private static final class KebabCaseEnums extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public String[] findEnumValues(
                MapperConfig<?> config, AnnotatedClass enumType, Enum<?>[] enumValues, String[] names) {
            String[] found = super.findEnumValues(config, enumType, enumValues, names);
            for (int i = 0; i < enumValues.length; i++) {
                if (found[i] == null) {
                    found[i] = KebabCase.of(enumValues[i]);
                }
            }
            return found;
        }
    }
}
