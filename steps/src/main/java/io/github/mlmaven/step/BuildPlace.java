package io.github.mlmaven.step;

import io.github.mlmaven.lock.AcceptCommand;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a build happens.
 *
 * @param basedir the project's folder, absolute; data sources are relative to it
 * @param decided the files that people decide in
 * @param outputDirectory {@code target}, absolute
 * @param identity who is built
 * @param strictness how strictly
 * @param today what day it is, as ISO 8601 writes it, if somebody said so: no clock is asked
 * @param fetched data that is no file of the project
 * @param baseline the model that gates compare with
 */
public record BuildPlace(
        Path basedir,
        Decided decided,
        Path outputDirectory,
        Identity identity,
        Strictness strictness,
        Optional<String> today,
        Fetched fetched,
        BaselineModel baseline) {

    private static final String LOCK = ".lock.json";

    public BuildPlace {
        today.ifPresent(LocalDate::parse);
    }

    /** A build whose data is all in the project, and that compares with no other model. */
    public BuildPlace(
            Path basedir,
            Decided decided,
            Path outputDirectory,
            Identity identity,
            Strictness strictness,
            Optional<String> today) {
        this(basedir, decided, outputDirectory, identity, strictness, today, Fetched.NOTHING, BaselineModel.NOT_ASKED);
    }

    /** The same build, once data was fetched. */
    public BuildPlace with(Fetched data) {
        return new BuildPlace(basedir, decided, outputDirectory, identity, strictness, today, data, baseline);
    }

    /** The same build, once it is known what its gates compare with. */
    public BuildPlace with(BaselineModel model) {
        return new BuildPlace(basedir, decided, outputDirectory, identity, strictness, today, fetched, model);
    }

    /** The same build, decided by other files and more or less strictly. */
    public BuildPlace with(Decided others, Strictness otherwise) {
        return new BuildPlace(basedir, others, outputDirectory, identity, otherwise, today, fetched, baseline);
    }

    /** A build that nobody told what day it is. */
    public BuildPlace(Path basedir, Decided decided, Path outputDirectory, Identity identity, Strictness strictness) {
        this(basedir, decided, outputDirectory, identity, strictness, Optional.empty());
    }

    public Path spec() {
        return decided.spec();
    }

    public Path lock() {
        return decided.lock();
    }

    /** The profile of the accepted data, beside the lock: {@code model.profile.json}. */
    public Path acceptedProfile() {
        return profileBeside(lock());
    }

    /** The profile that belongs to a lock. */
    public static Path profileBeside(Path lock) {
        String name = lock.getFileName().toString();
        String stem = name.endsWith(LOCK) ? name.substring(0, name.length() - LOCK.length()) : name;
        return lock.resolveSibling(stem + ".profile.json");
    }

    /**
     * What people decided and accepted.
     *
     * @param spec {@code model.yaml}, absolute
     * @param lock {@code model.lock.json}, absolute; need not exist
     * @param accept what a person types to write the lock
     */
    public record Decided(Path spec, Path lock, AcceptCommand accept) {

        /** Of the only model of a project. */
        public Decided(Path spec, Path lock) {
            this(spec, lock, AcceptCommand.ONLY);
        }
    }

    /**
     * Who is built.
     *
     * @param artifactId the default name of the model, and the start of the bundle's file name
     * @param version the project's version
     * @param classifier of the bundle; tells the models of a module apart
     * @param pluginVersion part of every fingerprint
     */
    public record Identity(String artifactId, String version, String classifier, String pluginVersion) {

        /** The only model of a module. */
        public Identity(String artifactId, String version, String pluginVersion) {
            this(artifactId, version, BundleFile.CLASSIFIER, pluginVersion);
        }
    }
}
