package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.report.JUnitXml;
import io.github.mlmaven.step.Verdict;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.maven.plugin.MojoFailureException;

/** The JUnit reports of a model, which CI servers show among the tests. */
record JUnitReports(Path directory, ModelBuild build) {

    Path gates() {
        return JUnitXml.gatesFile(directory, build.name());
    }

    Path data() {
        return JUnitXml.dataFile(directory, build.name());
    }

    void write(Verdict verdict) {
        write(gates(), JUnitXml.gates(build.name(), verdict));
    }

    /** Does work that needs the data to be valid, and writes the report on the data, whether it is or not. */
    <R> R withData(Judged<R> work) throws MojoFailureException {
        try {
            R result = work.run();
            writeData();
            return result;
        } catch (MojoFailureException e) {
            writeData();
            throw e;
        } catch (MlException e) {
            delete(data());
            throw e;
        }
    }

    /** Work that the data or the model may not be good enough for. */
    @FunctionalInterface
    interface Judged<R> {
        R run() throws MojoFailureException;
    }

    // Nothing where no validation of this data is known.
    private void writeData() {
        build.validation()
                .ifPresent(validation -> write(data(), JUnitXml.data(build.name(), validation, build.profile())));
    }

    // Several goals write and watch these: a file that says the same already keeps its time.
    private static void write(Path file, byte[] content) {
        try {
            if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), content)) {
                return;
            }
        } catch (IOException e) {
            throw new MlException(file + " could not be read: " + Json.reason(e) + ".", "Make it readable.", e);
        }
        Json.replace(file, content);
    }

    /** Before the work: a build that gets no result must not leave the one of an earlier build. */
    static void delete(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new MlException(file + " could not be deleted: " + Json.reason(e) + ".", "Make it writable.", e);
        }
    }
}
