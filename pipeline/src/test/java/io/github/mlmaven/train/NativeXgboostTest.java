package io.github.mlmaven.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;

class NativeXgboostTest {

    @Test
    void a_missing_libgomp_is_one_sentence_that_names_the_package() {
        LinkageError error = new UnsatisfiedLinkError(
                "/tmp/libxgboost4j.so: libgomp.so.1: cannot open shared object file:" + " No such file or directory");

        assertThatThrownBy(() -> NativeXgboost.call(() -> {
                    throw error;
                }))
                .isInstanceOf(MlException.class)
                .hasMessage("XGBoost needs the OpenMP runtime libgomp; install it: apt-get install libgomp1"
                        + " (Debian, Ubuntu), dnf install libgomp (Fedora, RHEL), apk add libgomp (Alpine).")
                .hasCause(error);
    }

    @Test
    void a_class_that_failed_to_initialise_before_says_the_same() {
        LinkageError later = new NoClassDefFoundError("Could not initialize class XGBoostJNI");
        later.initCause(new ExceptionInInitializerError("UnsatisfiedLinkError: libgomp.so.1: cannot open"));

        assertThat(NativeXgboost.unloadable(later, "Linux amd64"))
                .hasMessageStartingWith("XGBoost needs the OpenMP runtime libgomp;");
    }

    @Test
    void a_platform_without_a_library_is_named() {
        LinkageError error =
                new UnsatisfiedLinkError("Error loading shared library ld-linux-x86-64.so.2: No such file");

        assertThat(NativeXgboost.unloadable(error, "Linux amd64"))
                .hasMessage(
                        "XGBoost has no native library that loads on this platform (Linux amd64): Error loading shared"
                                + " library ld-linux-x86-64.so.2: No such file. It runs on Linux with the GNU C library"
                                + " (x86_64, aarch64), on macOS with libomp, and on Windows (x86_64). Elsewhere, use the"
                                + " trainer linear-regression or logistic-regression.");
    }

    @Test
    void a_refusal_keeps_its_first_line_without_time_and_source() {
        assertThatThrownBy(() -> NativeXgboost.call(() -> {
                    throw new XGBoostError(
                            "[12:01:02] /workspace/src/data/data.cc:1: Input data contains `inf`\nStack");
                }))
                .hasMessage(
                        "XGBoost refused to train: Input data contains `inf`. Correct what it names, or report it.");
    }
}
