package io.github.mlmaven.spec;

import io.github.mlmaven.api.Descriptor;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text that is the name of something in the {@link Catalog}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Named {
    Class<? extends Descriptor> value();
}
