package io.github.mlmaven.model;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives the XGBoost of tests the libgomp that the machine lacks, out of the artifact that a build takes it from. It comes
 * before all tests, because a class of XGBoost that failed to initialise fails for good.
 */
public final class LoadXgboost implements BeforeAllCallback {

    private static final String LIBGOMP = "/org/bytedeco/dnnl/linux-x86_64/libgomp.so.1";

    @Override
    public void beforeAll(ExtensionContext context) throws ReflectiveOperationException, IOException {
        Method load = Class.forName("ml.dmlc.xgboost4j.java.NativeLibLoader").getDeclaredMethod("initXGBoost");
        load.setAccessible(true);
        try {
            load.invoke(null);
        } catch (InvocationTargetException e) {
            try (InputStream libgomp = LoadXgboost.class.getResourceAsStream(LIBGOMP)) {
                // Elsewhere, the tests that need XGBoost say what is missing.
                if (libgomp != null && String.valueOf(e.getCause()).contains("libgomp.so.1")) {
                    Path file = Files.createTempFile("libgomp", ".so.1");
                    file.toFile().deleteOnExit();
                    Files.copy(libgomp, file, StandardCopyOption.REPLACE_EXISTING);
                    System.load(file.toString());
                }
            }
        }
    }
}
