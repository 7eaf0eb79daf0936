package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.step.BundleFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Serves the model over HTTP on this machine, until Ctrl-C. */
@Mojo(name = "serve", threadSafe = true)
class ServeMojo extends ModelGoal {

    /** Where the server listens; 0 is any free port. */
    @Parameter(property = "ml.port", defaultValue = "8080")
    int port;

    /** The interface on which the server listens. */
    @Parameter(property = "ml.host", defaultValue = "127.0.0.1")
    String host = "127.0.0.1";

    @Override
    void run(ModelBuild build) throws MojoFailureException {
        BundleFile bundle = build.bundled();
        Path file = build.place().outputDirectory().resolve(bundle.file());
        WorkerJvm jvm = jvm("ml-server", "io.github.mlmaven.server.Main");
        List<String> arguments = List.of("--bundle", file.toString(), "--port", Integer.toString(port), "--host", host);
        try {
            Process server = jvm.startInForeground(classPath().of(jvm.name()), arguments);
            Thread stop = new Thread(server::destroy, "stop " + jvm.name());
            Runtime.getRuntime().addShutdownHook(stop);
            int status = server.waitFor();
            if (status != 0) {
                throw new MlException("The server ended with exit code " + status + ".", "Its output above says why.");
            }
        } catch (IOException e) {
            throw new MlException(
                    "The server could not be started: " + e.getMessage() + ".", "See the cause with -e.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
