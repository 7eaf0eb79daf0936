package io.github.mlmaven.spec;

import java.util.Optional;

/** Where files are: in the project, on a web server, or in the Maven repository. */
@Shorthand("source")
public record FilesSpec(
        @Doc(
                "Files, relative to the project: csv, tsv, json, jsonl (also .gz) or parquet; a path, a directory or a glob."
                        + " Folders named key=value give columns. Or the http or https address of one file.")
        @Example("data/houses.csv")
        Optional<String> source,

        @Doc("The SHA-256 of the file at an address, in hexadecimal: other bytes are refused. An address needs it.")
        Optional<String> sha256,

        @Doc("The id of the server of settings.xml whose login the address's host asks for.")
        Optional<String> server,

        @Doc(
                "A file of the Maven repository in place of source: group:id:version:extension or group:id:version:extension:classifier.")
        @Example("org.example:houses:1.2.0:csv")
        Optional<String> artifact) {

    /** Names nothing. */
    static final FilesSpec NONE = new FilesSpec(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Files of the project. */
    static FilesSpec of(String source) {
        return new FilesSpec(Optional.of(source), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What it names; empty where it names nothing. */
    Optional<Origin> origin() {
        if (source.isEmpty()) {
            return artifact.map(RepositoryFile::new);
        }
        return source.map(text -> WebFile.isAddress(text) ? new WebFile(text, sha256, server) : new FilePattern(text));
    }

    /** What of it says which rows there are: the bytes of a web file are told by their digest alone, and a login is nobody's. */
    FilesSpec told() {
        return origin().filter(WebFile.class::isInstance)
                .map(file -> of(file.name()))
                .orElse(this);
    }
}
