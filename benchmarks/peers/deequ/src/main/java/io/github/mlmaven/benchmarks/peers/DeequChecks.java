package io.github.mlmaven.benchmarks.peers;

import com.amazon.deequ.VerificationResult;
import com.amazon.deequ.VerificationSuite;
import com.amazon.deequ.checks.Check;
import com.amazon.deequ.checks.CheckLevel;
import com.amazon.deequ.checks.CheckStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.Function1;
import scala.Option;
import scala.collection.immutable.List$;

/**
 * The checks of model.yaml by Deequ on local Spark: types, ranges, value sets, missing values, a unique id. Reads one line with
 * the file's name from standard input and stays until that is closed, as a worker does.
 */
public final class DeequChecks {

    private static final Pattern CSV = Pattern.compile("\"csv\":\"([^\"]+)\"");
    private static final Pattern THREADS = Pattern.compile("\"threads\":([0-9]+)");
    private static final Function1<Object, Object> ALL = share -> ((Double) share) == 1.0;
    private static final Function1<Object, Object> MOST = share -> ((Double) share) >= 0.9;
    private static final Map<String, String[]> VALUES = Map.of(
            "grade", new String[] {"poor", "fair", "good", "fine", "best"},
            "size", new String[] {"xxs", "xs", "s", "m", "l", "xl", "xxl", "huge"},
            "tier", new String[] {"t0", "t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8", "t9"},
            "region", new String[] {"north", "east", "south", "west"},
            "channel", new String[] {"web", "shop", "phone"},
            "kind", new String[] {"ash", "birch", "cedar", "elm", "fir", "oak"});
    private static final Map<String, Integer> MAXIMA = Map.of("i1", 99, "i2", 9_999, "i3", 999_999);

    private DeequChecks() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream answers = System.out;
        System.setOut(System.err);
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String request = requests.readLine();
        try (SparkSession spark = SparkSession.builder()
                .master("local[" + found(THREADS, request) + "]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "4")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .getOrCreate()) {
            Dataset<Row> table = spark.read()
                    .option("header", "true")
                    .option("mode", "FAILFAST")
                    .schema(schema())
                    .csv(found(CSV, request));
            VerificationResult result =
                    new VerificationSuite().onData(table).addCheck(check()).run();
            if (!result.status().equals(CheckStatus.Success())) {
                throw new IllegalStateException("The table is sound, and Deequ says: " + result.status());
            }
            answers.println("{\"event\":\"done\"}");
            answers.flush();
            requests.readLine();
        }
    }

    private static String found(Pattern pattern, String request) {
        Matcher matcher = pattern.matcher(request);
        if (!matcher.find()) {
            throw new IllegalArgumentException(request);
        }
        return matcher.group(1);
    }

    private static Map<String, String> types() {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("id", "bigint");
        for (int i = 1; i <= 16; i++) {
            types.put("n%02d".formatted(i), "double");
        }
        List.of("grade", "size", "tier", "region", "channel", "kind").forEach(name -> types.put(name, "string"));
        List.of("b1", "b2", "b3").forEach(name -> types.put(name, "boolean"));
        List.of("i1", "i2", "i3").forEach(name -> types.put(name, "bigint"));
        types.put("y", "double");
        return types;
    }

    private static String schema() {
        StringBuilder schema = new StringBuilder();
        types().forEach((name, type) ->
                schema.append(schema.isEmpty() ? "" : ", ").append(name).append(' ').append(type));
        return schema.toString();
    }

    private static Check check() {
        Check check = new Check(CheckLevel.Error(), "model.yaml", List$.MODULE$.empty())
                .isUnique("id", Option.empty(), Option.empty())
                .isContainedIn("id", 0, Double.MAX_VALUE, true, true, Option.empty(), Option.empty());
        for (String name : types().keySet()) {
            check = name.matches("n1[3-6]")
                    ? check.hasCompleteness(name, MOST, Option.empty(), Option.empty())
                    : check.isComplete(name, Option.empty(), Option.empty());
            if (name.startsWith("n")) {
                check = check.isContainedIn(name, -7, 7, true, true, Option.empty(), Option.empty());
            } else if (VALUES.containsKey(name)) {
                check = check.isContainedIn(name, VALUES.get(name), ALL);
            } else if (MAXIMA.containsKey(name)) {
                check = check.isContainedIn(name, 0, MAXIMA.get(name), true, true, Option.empty(), Option.empty());
            }
        }
        return check;
    }
}
