package io.github.mlmaven.train;

import io.github.mlmaven.api.MlException;
import java.util.Optional;
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
            throw unloadable(e, System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        }
    }

    /** What to tell about a native library that does not load. */
    static MlException unloadable(LinkageError error, String platform) {
        Optional<String> openMp =
                messages(error).filter(text -> text.contains("libgomp")).findFirst();
        if (openMp.isPresent()) {
            return new MlException(
                    "XGBoost needs the OpenMP runtime libgomp;",
                    "install it: apt-get install libgomp1 (Debian, Ubuntu), dnf install libgomp (Fedora, RHEL),"
                            + " apk add libgomp (Alpine).",
                    error);
        }
        String reason = messages(error).reduce((first, last) -> last).orElse(error.toString());
        return new MlException(
                "XGBoost has no native library that loads on this platform (" + platform + "): " + reason + ".",
                "It runs on Linux with the GNU C library (x86_64, aarch64), on macOS with libomp, and on Windows (x86_64)."
                        + " Elsewhere, use the trainer linear-regression or logistic-regression.",
                error);
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
