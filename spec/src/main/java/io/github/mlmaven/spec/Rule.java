package io.github.mlmaven.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A rule that may have terms of its own: {@code min: {value: 0, severity: warning}} for {@code min: 0}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Rule {

    /** The key of what the rule says, beside its terms. */
    String VALUE = "value";
}
