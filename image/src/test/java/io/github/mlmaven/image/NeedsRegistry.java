package io.github.mlmaven.image;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests of a class need a {@link DockerRegistry}. Where the program is not installed they are skipped, which a warning at
 * the end of the run tells; where the environment says CI they fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RegistryGuard.class)
public @interface NeedsRegistry {

    /** What is not tested without one. */
    String value();
}
