package io.github.mlmaven.spec;

import java.util.Locale;
import java.util.regex.Pattern;

/** Which files are read, by the endings of their names. */
public final class TableFormat {

    /** The endings, for a message. */
    public static final String WORDS =
            "csv, tsv, json, jsonl, ndjson, csv.gz, tsv.gz, json.gz, jsonl.gz, ndjson.gz or parquet";

    private static final Pattern READABLE = Pattern.compile(".*[.](parquet|(csv|tsv|json|jsonl|ndjson)([.]gz)?)");

    private TableFormat() {}

    public static boolean isReadable(String fileName) {
        return READABLE.matcher(fileName.toLowerCase(Locale.ROOT)).matches();
    }
}
