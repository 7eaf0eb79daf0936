package io.github.mlmaven.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.mlmaven.api.Arguments;
import io.github.mlmaven.api.Descriptor;
import io.github.mlmaven.api.MetricDescriptor;
import io.github.mlmaven.api.MetricName;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.api.TrainerDescriptor;
import io.github.mlmaven.api.TransformDescriptor;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What a model.yaml can name: the descriptors of trainers, metrics and transforms, those of this build first. Immutable. It is
 * read from data alone; what the descriptors describe need not be on the class path.
 */
public final class Catalog {

    /** The file in a folder of classes or a JAR that describes what it adds. */
    public static final String FILE = "META-INF/ml/descriptors.json";

    private static final Catalog BUILT_IN = new Catalog(readBuiltIn());

    private final List<CatalogEntry> entries;
    private final List<Descriptor> descriptors;

    private Catalog(List<CatalogEntry> entries) {
        this.entries = List.copyOf(entries);
        this.descriptors = entries.stream().map(CatalogEntry::descriptor).toList();
    }

    /** What this build brings itself. */
    public static Catalog builtIn() {
        return BUILT_IN;
    }

    /**
     * What this build and a class path bring.
     *
     * @param classPath folders and JARs; what does not exist brings nothing
     * @throws MlException naming a file that cannot be read, or that describes what another one does
     */
    public static Catalog of(List<Path> classPath) {
        Catalog catalog = BUILT_IN;
        for (Path entry : classPath) {
            catalog = catalog.with(entry);
        }
        return catalog;
    }

    /**
     * What this build and the class path of a running program bring.
     *
     * @throws MlException as {@link #of(List)}
     */
    public static Catalog of(ClassLoader loader) {
        Catalog catalog = BUILT_IN;
        try {
            for (URL file : Collections.list(loader.getResources(FILE))) {
                try (InputStream in = file.openStream()) {
                    catalog = catalog.with(file.toString(), in.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw unreadable("of the class path", e);
        }
        return catalog;
    }

    private Catalog with(Path entry) {
        try {
            if (Files.isDirectory(entry)) {
                Path file = entry.resolve(FILE);
                return Files.isRegularFile(file) ? with(file.toString(), Files.readAllBytes(file)) : this;
            }
            return Files.isRegularFile(entry) ? withJar(entry) : this;
        } catch (IOException e) {
            throw unreadable("in " + entry, e);
        }
    }

    private static MlException unreadable(String where, IOException e) {
        return new MlException(
                "The descriptors " + where + " could not be read: " + Json.reason(e) + ".",
                "Build it again, or remove it from the class path.",
                e);
    }

    private Catalog withJar(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry file = zip.getEntry(FILE);
            if (file == null) {
                return this;
            }
            try (InputStream in = zip.getInputStream(file)) {
                return with(jar + "!/" + FILE, in.readAllBytes());
            }
        }
    }

    private Catalog with(String source, byte[] file) {
        List<CatalogEntry> all = new ArrayList<>(entries);
        for (CatalogEntry added : parse(source, file)) {
            if (all.stream().anyMatch(known -> isSame(known.descriptor(), added.descriptor()))) {
                throw new MlException(
                        "%s describes '%s', which is described already."
                                .formatted(source, added.descriptor().name()),
                        "Give it another name, or remove one of them.");
            }
            all.add(added);
        }
        return new Catalog(all);
    }

    private static boolean isSame(Descriptor one, Descriptor other) {
        return one.getClass() == other.getClass() && one.name().equals(other.name());
    }

    private static List<CatalogEntry> readBuiltIn() {
        try (InputStream in = Catalog.class.getResourceAsStream("built-in.json")) {
            if (in == null) {
                throw new IllegalStateException("built-in.json is not beside " + Catalog.class);
            }
            return parse("built-in.json", in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<CatalogEntry> parse(String source, byte[] file) {
        try {
            return Json.parse(new String(file, StandardCharsets.UTF_8), DescriptorFile.class)
                    .entries();
        } catch (UncheckedIOException e) {
            throw undescribed(source, reason(e), e);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw undescribed(source, String.valueOf(e.getMessage()), e);
        }
    }

    private static String reason(UncheckedIOException e) {
        return e.getCause() instanceof JsonProcessingException json
                ? json.getOriginalMessage() + " (near line "
                        + json.getLocation().getLineNr() + ")"
                : String.valueOf(e.getMessage());
    }

    private static MlException undescribed(String source, String reason, RuntimeException cause) {
        return new MlException(
                source + " does not describe trainers, metrics and transforms: " + reason + ".",
                "Correct the file.",
                cause);
    }

    /** All of a kind, those of this build first. */
    public <D extends Descriptor> List<D> all(Class<D> kind) {
        return descriptors.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The names of all of a kind, in the order of {@link #all}. */
    public List<String> names(Class<? extends Descriptor> kind) {
        return all(kind).stream().map(Descriptor::name).toList();
    }

    /** Those of a kind that are for a task, in the order of {@link #all}. */
    public <D extends Descriptor> List<D> of(Class<D> kind, Task task) {
        return all(kind).stream()
                .filter(descriptor -> descriptor.tasks().contains(task))
                .toList();
    }

    /** The trainer of a name that {@link SpecReader} accepted. */
    public TrainerDescriptor trainer(String name) {
        return named(TrainerDescriptor.class, name);
    }

    /** The metric of a name that {@link SpecReader} accepted; what it is told does not matter. */
    public MetricDescriptor metric(String name) {
        return named(MetricDescriptor.class, MetricName.parse(name).base());
    }

    /** The metric of a name that {@link SpecReader} accepted, with what it is told. */
    public AskedMetric asked(String name) {
        MetricDescriptor metric = metric(name);
        return new AskedMetric(
                metric, Arguments.of(metric, MetricName.parse(name).arguments()));
    }

    /** The transform of a name that {@link SpecReader} accepted. */
    public TransformDescriptor transform(String name) {
        return named(TransformDescriptor.class, name);
    }

    /** The name of what users of other tools call by a word. */
    Optional<String> meant(Class<? extends Descriptor> kind, String word) {
        Words words = new Words();
        entries.stream()
                .filter(entry -> kind.isInstance(entry.descriptor()))
                .forEach(entry -> words.addAll(entry.descriptor().name(), entry.aliases()));
        return words.meant(word);
    }

    /** The parameter that users of other tools call by a word. */
    Optional<String> meantParameter(Descriptor owner, String word) {
        Words words = new Words();
        entry(owner).parameters().forEach(words::addAll);
        return words.meant(word);
    }

    /** What is known of one of the descriptors of this catalog. */
    CatalogEntry entry(Descriptor descriptor) {
        return entries.stream()
                .filter(entry -> entry.descriptor().equals(descriptor))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is not here".formatted(descriptor.name())));
    }

    private <D extends Descriptor> D named(Class<D> kind, String name) {
        return all(kind).stream()
                .filter(descriptor -> descriptor.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is none of %s".formatted(name, names(kind))));
    }
}
