package io.github.mlmaven.train;

import io.github.mlmaven.api.Extensions;
import io.github.mlmaven.api.Transform;
import java.util.List;

/** The transforms that there is code for. */
final class Transforms {

    private Transforms() {}

    static Extensions<Transform> known() {
        return Extensions.of(
                "transform",
                Transform.class,
                List.of(new NumberTransform(), new CalendarTransform(), new OrdinalTransform(), new OneHotTransform()));
    }
}
