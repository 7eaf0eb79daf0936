package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.report.JUnitXml;
import io.github.mlmaven.report.Sarif;
import io.github.mlmaven.step.Verdict;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;

/**
 * The reports of a model for CI servers: JUnit XML, which they show among the tests, and SARIF, which they show at the lines
 * that it is about.
 *
 * @param junit the folder of JUnit reports
 * @param results the model's folder of the build
 * @param sarif what is written of it
 * @param weakened the switches that make the build vouch for less
 */
record ReportFiles(Path junit, Path results, Sarif sarif, List<String> weakened) {

    /** All that tells of the gates. */
    List<Path> gates() {
        return List.of(JUnitXml.gatesFile(junit, model()), Sarif.gatesFile(results));
    }

    /** All that tells of the data. */
    List<Path> data() {
        return List.of(JUnitXml.dataFile(junit, model()), Sarif.dataFile(results));
    }

    private String model() {
        return sarif.model();
    }

    /** @param accept what accepts the model */
    void write(Verdict verdict, AcceptCommand accept) {
        write(JUnitXml.gatesFile(junit, model()), JUnitXml.gates(model(), verdict, accept));
        write(Sarif.gatesFile(results), sarif.gates(verdict, accept));
    }

    // A SARIF log without results would say that nothing is wrong: there is none.
    /** In the place of what a build before said of the gates. */
    void skipGates(String why) {
        delete(gates());
        write(JUnitXml.gatesFile(junit, model()), JUnitXml.skippedGates(model(), why, weakened));
    }

    /** In the place of what a build before said of the data. */
    void skipData(String why) {
        delete(data());
        write(JUnitXml.dataFile(junit, model()), JUnitXml.skippedData(model(), why, weakened));
    }

    /** Does work that needs the data to be valid, and writes the reports on the data, whether it is or not. */
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
        AcceptCommand accept = build.log().accept();
        build.validation().ifPresent(validation -> {
            write(
                    JUnitXml.dataFile(junit, model()),
                    JUnitXml.data(model(), validation, build.profile(), weakened, accept));
            write(Sarif.dataFile(results), sarif.data(validation, accept));
        });
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
    static void delete(List<Path> files) {
        for (Path file : files) {
            // Where the folder is none, there is nothing to delete.
            if (!Files.exists(file)) {
                continue;
            }
            try {
                Files.delete(file);
            } catch (IOException e) {
                throw new MlException(file + " could not be deleted: " + Json.reason(e) + ".", "Make it writable.", e);
            }
        }
    }
}
