package io.github.mlmaven.train;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Calls into XGBoost's native library, with what can go wrong there in words. */
final class NativeXgboost {

    private NativeXgboost() {}

    @FunctionalInterface
    interface Call<T> {
        T run() throws XGBoostError;
    }

    /**
     * Loads the library, which otherwise the first call does. Only this can bring the OpenMP runtime for it where the machine
     * has none.
     *
     * @throws MlException if the library cannot be loaded
     */
    static void load(Progress progress) {
        load(progress, NativeXgboost::initialize, file -> System.load(file.toString()));
    }

    // The system's loader is asked by loading: no list of folders knows better what it finds.
    static void load(Progress progress, Runnable initialize, Consumer<Path> loadFile) {
        try {
            initialize.run();
        } catch (LinkageError e) {
            if (!OpenMp.isMissing(messages(e))) {
                throw unloadable(e, platform());
            }
            Path library = OpenMp.supplied(progress).orElseThrow(() -> unloadable(e, platform()));
            try {
                loadFile.accept(library);
                initialize.run();
            } catch (LinkageError again) {
                again.addSuppressed(e);
                throw unloadable(again, platform());
            }
        }
    }

    // Not by way of a class that needs the library: one that failed to initialise fails for good.
    private static void initialize() {
        try {
            Method initialize =
                    Class.forName("ml.dmlc.xgboost4j.java.NativeLibLoader").getDeclaredMethod("initXGBoost");
            initialize.setAccessible(true);
            initialize.invoke(null);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            throw cause instanceof LinkageError error ? error : new LinkageError(String.valueOf(cause), cause);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("XGBoost's classes are not those of the version that this was made for", e);
        }
    }

    /**
     * Runs a call.
     *
     * @throws MlException if the library cannot be loaded, or rejects the call
     */
    static <T> T call(Call<T> call) {
        try {
            return call.run();
        } catch (XGBoostError e) {
            throw new MlException(
                    "XGBoost refused to train: " + firstLine(e) + ".", "Correct what it names, or report it.", e);
        } catch (LinkageError e) {
            throw unloadable(e, platform());
        }
    }

    /** What to tell about a native library that does not load. */
    static MlException unloadable(LinkageError error, String platform) {
        Optional<String> openMp =
                messages(error).filter(text -> text.contains("libgomp")).findFirst();
        if (openMp.isPresent()) {
            return new MlException("XGBoost needs the OpenMP runtime libgomp;", OpenMp.INSTALL + ".", error);
        }
        String reason = messages(error).reduce((first, last) -> last).orElse(error.toString());
        return new MlException(
                "XGBoost has no native library that loads on this platform (" + platform + "): " + reason + ".",
                "It runs on Linux with the GNU C library (x86_64, aarch64), on macOS with libomp, and on Windows (x86_64)."
                        + " Elsewhere, use the trainer linear-regression or logistic-regression.",
                error);
    }

    private static String platform() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    private static Stream<String> messages(Throwable error) {
        return Stream.<Throwable>iterate(error, cause -> cause != null, Throwable::getCause)
                .map(Throwable::getMessage)
                .filter(text -> text != null);
    }

    private static String firstLine(XGBoostError error) {
        String text = String.valueOf(error.getMessage()).strip();
        String line = text.lines().findFirst().orElse("");
        return line.replaceFirst("^\\[[0-9:]+\\] [^ ]*: ", "");
    }
}
