package io.github.mlmaven.data;

import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * A driver that a user brings, with classes of its own: what it needs can be of another version than what the engine has, and
 * neither sees the other's.
 */
final class DatabaseDriver implements AutoCloseable {

    private final URLClassLoader classes;
    private final Driver driver;

    private DatabaseDriver(URLClassLoader classes, Driver driver) {
        this.classes = classes;
        this.driver = driver;
    }

    /**
     * The driver that knows a URL.
     *
     * @param jars in which it is looked for
     * @throws MlException if there is none, with what to write into the POM
     */
    static DatabaseDriver of(String url, List<Path> jars) {
        URLClassLoader classes = new URLClassLoader(
                "drivers",
                jars.stream().map(DatabaseDriver::url).toArray(URL[]::new),
                ClassLoader.getPlatformClassLoader());
        Optional<Driver> found = ServiceLoader.load(Driver.class, classes).stream()
                .map(ServiceLoader.Provider::get)
                .filter(driver -> driver.getClass().getClassLoader() == classes)
                .filter(driver -> knows(driver, url))
                .findFirst();
        if (found.isEmpty()) {
            close(classes);
            throw new MlException(
                    "No driver for %s is among the dependencies of ml-maven-plugin.".formatted(shown(url)),
                    KnownDatabase.of(url)
                            .map(database -> "Add it to the POM, in the version that you use:\n" + database.pom())
                            .orElse("Add the JAR that has it as a <dependency> of the plugin in the POM."));
        }
        return new DatabaseDriver(classes, found.get());
    }

    private static boolean knows(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException e) {
            // Of a URL that is its own and that it cannot read; connecting says what is wrong.
            return true;
        }
    }

    /** The beginning of a URL. */
    private static String shown(String url) {
        return url.substring(0, url.indexOf(':', "jdbc:".length()) + 1) + "...";
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    Driver driver() {
        return driver;
    }

    @Override
    public void close() {
        close(classes);
    }

    private static void close(URLClassLoader classes) {
        try {
            classes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
