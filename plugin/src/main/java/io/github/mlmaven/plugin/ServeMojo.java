package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Serves the model over HTTP on this machine, until Ctrl-C. */
@Mojo(name = "serve", threadSafe = true)
class ServeMojo extends ModelGoal {

    /** Where the server listens; 0 is any free port. */
    @Parameter(property = "ml.port", defaultValue = "8080")
    int port;

    /** The interface on which the server listens. */
    @Parameter(property = "ml.host", defaultValue = "127.0.0.1")
    String host = "127.0.0.1";

    private @Nullable Path bundle;

    @Override
    void run(ModelBuild build) throws MojoFailureException {
        bundle = build.place().outputDirectory().resolve(build.bundled().file());
    }

    // The model is made, and another Maven may have its turn while this one serves.
    @Override
    void finish() {
        WorkerJvm jvm = jvm("ml-server", "io.github.mlmaven.server.Main", absolute(outputDirectory));
        List<String> arguments =
                List.of("--bundle", String.valueOf(bundle), "--port", Integer.toString(port), "--host", host);
        try {
            Process server = jvm.startInForeground(engines().classPath().of(jvm.name()), arguments);
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
