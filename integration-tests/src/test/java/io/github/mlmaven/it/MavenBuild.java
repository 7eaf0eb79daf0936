package io.github.mlmaven.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A copy of a small project, and real Maven that builds it: offline, with the artifacts that this build staged. */
final class MavenBuild {

    private static final Path PROJECTS = Path.of(System.getProperty("it.projects"));
    private static final Path WORK = Path.of(System.getProperty("it.work"));
    private static final long TIMEOUT_SECONDS = 180;
    /** Which run of all tests this is, in however many JVMs. */
    private static final String RUN = System.getProperty("it.run");

    private final Path maven;
    private final Path project;
    private final SortedMap<String, String> variables = new TreeMap<>();
    private final Path log;
    private Path repository = Path.of(System.getProperty("it.repo"));
    private String profile = "";
    private String servers = "";
    private List<String> network = List.of("-o");

    private MavenBuild(Path maven, Path project, Path log) {
        this.maven = maven;
        this.project = project;
        this.log = log;
    }

    /** The Maven homes to test with. */
    static Stream<Path> mavens() {
        return Arrays.stream(System.getProperty("it.mavens").split(",", -1)).map(Path::of);
    }

    /** The project {@code src/it/base}, in a folder that is named after the behaviour that it is to show. */
    static MavenBuild base(Path maven, String behaviour) {
        return in(maven, behaviour, List.of("base"));
    }

    /** The base project with the files of {@code src/it/over-base/<name>} laid over it. */
    static MavenBuild over(Path maven, String name) {
        return in(maven, name, List.of("base", "over-base/" + name));
    }

    /** The project {@code src/it/alone/<name>}. */
    static MavenBuild alone(Path maven, String name) {
        return in(maven, name, List.of("alone/" + name));
    }

    /** The folder {@code src/it/alone/init}, which has data and no POM, named after the behaviour that it is to show. */
    static MavenBuild data(Path maven, String behaviour) {
        return in(maven, behaviour, List.of("alone/init")).online();
    }

    private static MavenBuild in(Path maven, String behaviour, List<String> layers) {
        Path project = WORK.resolve(maven.getFileName().toString()).resolve(behaviour);
        try {
            take(project);
            delete(project);
            for (String layer : layers) {
                copy(PROJECTS.resolve(layer), project);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MavenBuild(maven, project, project.resolveSibling(project.getFileName() + ".log"));
    }

    private static void take(Path project) throws IOException {
        Path mark = project.resolveSibling(project.getFileName() + ".taken");
        if (Files.exists(mark) && Files.readString(mark).equals(RUN)) {
            throw new IllegalArgumentException("Two tests build in " + project + ": name the behaviour otherwise.");
        }
        Files.createDirectories(project.getParent());
        Files.writeString(mark, RUN);
    }

    /** Another Maven for the same project, with a log of its own. */
    MavenBuild besides(String name) {
        return new MavenBuild(maven, project, project.resolveSibling(name + ".log"));
    }

    /** With a project of {@code src/it} as a folder of this one. */
    MavenBuild withModule(String layer, String folder) {
        try {
            copy(PROJECTS.resolve(layer), project.resolve(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** With a variable in Maven's environment. */
    MavenBuild withVariable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    /** With a login in its settings.xml, and no other. */
    MavenBuild withServer(String id, String user, String password) {
        servers = "<servers><server><id>" + id + "</id><username>" + user + "</username><password>" + password
                + "</password></server></servers>";
        return this;
    }

    /** Not offline, though all repositories are files. */
    MavenBuild online() {
        network = List.of();
        return this;
    }

    /** Offline, as it is without a word. */
    MavenBuild offline() {
        network = List.of("-o");
        return this;
    }

    /** With a property of a profile in its settings.xml that is always active. */
    MavenBuild withSetting(String property, String value) {
        profile = "<profiles><profile><id>own</id><properties><" + property + ">" + value + "</" + property
                + "></properties></profile></profiles><activeProfiles><activeProfile>own</activeProfile></activeProfiles>";
        return this;
    }

    /** A file of the project. */
    Path file(String path) {
        return project.resolve(path);
    }

    String text(String path) {
        try {
            return Files.readString(file(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces a text of a file, which must be there. */
    void edit(String path, String found, String replacement) {
        String text = text(path);
        if (!text.contains(found)) {
            throw new IllegalArgumentException(path + " has no '" + found + "'");
        }
        write(path, text.replace(found, replacement));
    }

    void write(String path, String text) {
        try {
            Files.createDirectories(file(path).getParent());
            Files.writeString(file(path), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a file, which must be there. */
    void delete(String path) {
        try {
            Files.delete(file(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a local repository of its own, which is empty, and remote ones that have everything. */
    MavenBuild withEmptyRepository() {
        repository = project.resolveSibling(project.getFileName() + "-repository");
        try {
            delete(repository);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String staged = Path.of(System.getProperty("it.repo")).toUri().toString();
        String enabled = "<id>staged</id><url>" + staged + "</url><snapshots><enabled>true</enabled></snapshots>";
        profile = "<profiles><profile><id>staged</id><repositories><repository>" + enabled
                + "</repository></repositories><pluginRepositories><pluginRepository>" + enabled
                + "</pluginRepository></pluginRepositories></profile></profiles>"
                + "<activeProfiles><activeProfile>staged</activeProfile></activeProfiles>";
        return this;
    }

    /** A file of the local repository. */
    Path kept(String path) {
        return repository.resolve(path);
    }

    /** With nothing in a folder of the local repository, which earlier builds may have filled. */
    MavenBuild without(String folder) {
        try {
            delete(kept(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Runs Maven to its end. */
    Result run(String... arguments) {
        try {
            Process process = start(arguments);
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("Maven did not end within " + TIMEOUT_SECONDS + " s:\n" + log());
            }
            return new Result(process.exitValue(), log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Starts Maven; {@link #log} is what it has printed so far. */
    Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(maven.resolve("bin/mvn").toString()));
        command.addAll(network);
        command.addAll(List.of("-B", "-ntp", "-Dstyle.color=never", "-Daether.offline.protocols=file"));
        command.addAll(List.of("-s", settings().toString(), "-Dmaven.repo.local=" + repository));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(project.toFile());
        builder.environment()
                .keySet()
                .removeAll(List.of("MAVEN_ARGS", "MAVEN_PROJECTBASEDIR", "CI", "GITHUB_STEP_SUMMARY"));
        builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(variables);
        builder.redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.redirectOutput(log.toFile());
        return builder.start();
    }

    String log() {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The user's own repository as a mirror of everything, so that nothing leaves the machine. */
    private Path settings() throws IOException {
        Path settings = project.resolveSibling(project.getFileName() + "-settings.xml");
        String url = Path.of(System.getProperty("it.repo.tail")).toUri().toString();
        Files.writeString(
                settings,
                "<settings>" + servers + "<mirrors><mirror><id>tail</id><mirrorOf>*,!staged,!data</mirrorOf><url>" + url
                        + "</url></mirror></mirrors>" + profile + "</settings>");
        return settings;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                if (file.getFileName().toString().equals("pom.xml")) {
                    String version = System.getProperty("it.version");
                    Files.writeString(target, Files.readString(file).replace("@project.version@", version));
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }

    /** What became of a build. */
    record Result(int exit, String log) {

        boolean succeeded() {
            return exit == 0;
        }
    }
}
