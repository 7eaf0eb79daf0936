package io.github.mlmaven.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

/** A stand-in for the server, under its name: the price is the carat times what the bundle's file {@code factor} says. */
public final class Main {

    private static final Pattern CARAT = Pattern.compile("\"carat\":([0-9.]+)");

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        List<String> options = List.of(arguments);
        double factor = factor(options.get(options.indexOf("--bundle") + 1));
        if (factor < 0) {
            System.err.println("The factor is negative.");
            System.exit(1);
        }
        Map<String, String> environment = System.getenv();
        String host = option(options, "--host", environment.getOrDefault("HOST", "0.0.0.0"));
        int port = Integer.parseInt(option(options, "--port", environment.getOrDefault("PORT", "8080")));
        HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] answer = answer(body, factor).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(answer);
            }
        });
        server.start();
    }

    private static String answer(String body, double factor) {
        return CARAT.matcher(body)
                .results()
                .map(MatchResult.class::cast)
                .map(carat -> "{\"value\":" + Double.parseDouble(carat.group(1)) * factor + "}")
                .collect(Collectors.joining(",", "{\"predictions\":[", "]}"));
    }

    private static String option(List<String> options, String name, String fallback) {
        return options.contains(name) ? options.get(options.indexOf(name) + 1) : fallback;
    }

    private static double factor(String bundle) throws IOException {
        try (ZipFile zip = new ZipFile(bundle)) {
            byte[] text = zip.getInputStream(zip.getEntry("META-INF/ml/diamonds/factor"))
                    .readAllBytes();
            return Double.parseDouble(new String(text, StandardCharsets.UTF_8));
        }
    }
}
