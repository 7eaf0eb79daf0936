package io.github.mlmaven.postgres;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests of a class need a {@link PostgresServer}. Where the programs are not installed they are skipped, which a warning at
 * the end of the run tells; where the environment says CI they fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PostgresGuard.class)
public @interface NeedsPostgres {

    /** What is not tested without one. */
    String value();
}
