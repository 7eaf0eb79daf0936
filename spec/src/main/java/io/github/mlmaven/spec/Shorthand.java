package io.github.mlmaven.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The key that a bare scalar stands for where a mapping is expected: {@code [cut]} for {@code [{column: cut}]}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Shorthand {
    String value();
}
