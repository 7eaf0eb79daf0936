package io.github.mlmaven.measure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.IntStream;

/** What numpy, pandas and scipy say, see {@code references.py}, and the numbers that both sides make. */
public final class OtherTools {

    private static final Properties FOUND = read();

    private OtherTools() {}

    private static Properties read() {
        Properties found = new Properties();
        try (InputStream file = Objects.requireNonNull(OtherTools.class.getResourceAsStream("references.properties"))) {
            found.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    public static String text(String name) {
        return Objects.requireNonNull(FOUND.getProperty(name), name);
    }

    public static double[] numbers(String name) {
        return Arrays.stream(text(name).split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    public static double number(String name) {
        return numbers(name)[0];
    }

    /** Numbers from 0 to 1 that are the same in Python. */
    public static double[] uniform(int rows, long from) {
        return IntStream.range(0, rows)
                .mapToDouble(i -> (Hash.mix(i + from) >>> 11) * 0x1p-53)
                .toArray();
    }
}
