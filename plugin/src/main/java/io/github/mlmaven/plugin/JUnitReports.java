package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.report.JUnitXml;
import io.github.mlmaven.step.Verdict;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;

/**
 * The JUnit reports of a model, which CI servers show among the tests.
 *
 * @param model its name
 * @param weakened the switches that make the build vouch for less
 */
record JUnitReports(Path directory, String model, List<String> weakened) {

    Path gates() {
        return JUnitXml.gatesFile(directory, model);
    }

    Path data() {
        return JUnitXml.dataFile(directory, model);
    }

    /** @param accept what accepts the model */
    void write(Verdict verdict, AcceptCommand accept) {
        write(gates(), JUnitXml.gates(model, verdict, accept));
    }

    /** In the place of what a build before said of the gates. */
    void skipGates(String why) {
        write(gates(), JUnitXml.skippedGates(model, why, weakened));
    }

    /** In the place of what a build before said of the data. */
    void skipData(String why) {
        write(data(), JUnitXml.skippedData(model, why, weakened));
    }

    /** Does work that needs the data to be valid, and writes the report on the data, whether it is or not. */
    <R> R withData(ModelBuild build, Judged<R> work) throws MojoFailureException {
        try {
            R result = work.run();
            writeData(build);
            return result;
        } catch (MojoFailureException e) {
            writeData(build);
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
    private void writeData(ModelBuild build) {
        build.validation()
                .ifPresent(validation -> write(data(), JUnitXml.data(model, validation, build.profile(), weakened)));
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
