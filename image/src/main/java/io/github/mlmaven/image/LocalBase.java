package io.github.mlmaven.image;

import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.image.Stage.StagedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A base made from this machine, for which no registry is needed: a runtime linked from the JDK that runs the build, and the
 * system's libraries that it needs, on nothing. No shell, no package manager, and no update but by building again.
 */
final class LocalBase implements Base {

    private static final String JAVA = "/opt/java";
    private static final FilePermissions PROGRAM = FilePermissions.fromOctalString("755");
    private static final FilePermissions FILE = FilePermissions.fromOctalString("644");

    private static final String ARCHITECTURE = architecture(System.getProperty("os.arch"));

    private final LinkedRuntime runtime;
    private final ImageLayer system;
    private final Path empty;

    private LocalBase(LinkedRuntime runtime, ImageLayer system, Path empty) {
        this.runtime = runtime;
        this.system = system;
        this.empty = empty;
    }

    /**
     * Makes the base.
     *
     * @param natives whether JARs with native libraries will run on it
     * @throws MlException where it cannot be made
     */
    static LocalBase of(Path cache, boolean natives, Stage stage, Progress progress) {
        requireLinux(System.getProperty("os.name"));
        LinkedRuntime runtime = LinkedRuntime.of(Path.of(System.getProperty("java.home")), cache, progress);
        Map<String, StagedFile> files = new TreeMap<>();
        SharedLibraries.of(runtime, natives).forEach(library -> files.put(library.toString(), stage.add(library)));
        files.put("/etc/passwd", stage.add("passwd", """
                root:x:0:0:root:/root:/sbin/nologin
                app:x:10001:10001:app:/app:/sbin/nologin
                """));
        files.put("/etc/group", stage.add("group", """
                root:x:0:
                app:x:10001:
                """));
        files.put("/etc/nsswitch.conf", stage.add("nsswitch.conf", """
                passwd: files
                group: files
                hosts: files dns
                """));
        Path empty = EmptyBase.in(stage, ARCHITECTURE).path();
        return new LocalBase(runtime, new ImageLayer("system", new TreeMap<>(files)), empty);
    }

    static void requireLinux(String system) {
        if (!system.equals("Linux")) {
            throw new MlException(
                    "The base image 'local' is made from the machine that builds, which must run Linux; this one runs "
                            + system + ".",
                    "Set " + Side.BASE.property() + " to a registry's image, such as eclipse-temurin:"
                            + Runtime.version().feature() + "-jre, or to tar://<path>.");
        }
    }

    @Override
    public JibContainerBuilder start() {
        return Jib.from(TarImage.at(empty))
                .setPlatforms(Set.of(new Platform(ARCHITECTURE, "linux")))
                .addFileEntriesLayer(systemLayer())
                .addFileEntriesLayer(javaLayer())
                .addEnvironmentVariable("PATH", JAVA + "/bin")
                .addEnvironmentVariable("LANG", "C.UTF-8");
    }

    @Override
    public String pinned() {
        return "local: Java " + Runtime.version() + ", system libraries sha256:"
                + system.described().contents();
    }

    @Override
    public String java() {
        return JAVA + "/bin/java";
    }

    @Override
    public Path javaHere() {
        return runtime.java();
    }

    /** The name that images use for what Java calls an architecture. */
    static String architecture(String java) {
        return switch (java) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            default -> java;
        };
    }

    private FileEntriesLayer systemLayer() {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(system.name());
        system.files()
                .forEach((path, file) -> layer.addEntry(
                        file.path(),
                        AbsoluteUnixPath.get(path),
                        path.startsWith("/etc/") ? FILE : PROGRAM,
                        Stage.TIME));
        return layer.build();
    }

    private FileEntriesLayer javaLayer() {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName("java");
        for (Path file : runtime.files()) {
            String path = JAVA + "/" + runtime.folder().relativize(file);
            layer.addEntry(
                    real(file), AbsoluteUnixPath.get(path), Files.isExecutable(file) ? PROGRAM : FILE, Stage.TIME);
        }
        return layer.build();
    }

    // jlink links a licence that several modules share; Jib keeps no links.
    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            throw new MlException(file + " could not be read: " + e.getMessage() + ".", "Delete its folder.", e);
        }
    }
}
