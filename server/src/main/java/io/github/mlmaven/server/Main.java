package io.github.mlmaven.server;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.model.MlModel;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/**
 * The program that serves a bundle. It ends with 2 for a command line that cannot be read, with 1 if it cannot start, each
 * with one line on standard error; told to stop (SIGTERM, Ctrl-C), it lets requests in flight end first.
 */
public final class Main {

    static final int CANNOT_START = 1;
    static final int CANNOT_READ_ARGUMENTS = 2;

    private Main() {}

    public static void main(String[] arguments) {
        int status = run(List.of(arguments), System.getenv(), System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        if (arguments.contains("--help")) {
            out.print(Settings.USAGE);
            return 0;
        }
        Settings settings;
        try {
            settings = Settings.of(arguments, environment);
        } catch (MlException e) {
            err.println(e.getMessage());
            return CANNOT_READ_ARGUMENTS;
        }
        try {
            serve(settings, out);
            return 0;
        } catch (MlException e) {
            err.println(e.getMessage());
            return CANNOT_START;
        }
    }

    private static void serve(Settings settings, PrintStream out) {
        long start = System.nanoTime();
        MlModel model = MlModel.read(settings.bundle());
        Server server = Server.start(Service.of(new Api(model), settings));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
        out.println(model.manifest().name() + " " + model.manifest().version() + " is served at http://"
                + settings.address().host() + ":" + server.port() + " (started in "
                + (System.nanoTime() - start) / 1_000_000 + " ms)");
    }
}
