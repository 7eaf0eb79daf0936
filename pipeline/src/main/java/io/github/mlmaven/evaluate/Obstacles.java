package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.Schema;
import io.github.mlmaven.api.Schema.Input;
import io.github.mlmaven.spec.ColumnSpec;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.step.Obstacle;
import io.github.mlmaven.step.Obstacle.Kind;
import io.github.mlmaven.text.KebabCase;
import java.util.ArrayList;
import java.util.List;

/** What keeps another build's model from the rows of a spec. */
record Obstacles(ModelSpec spec) {

    List<Obstacle> of(Schema wanted) {
        if (wanted.task() != spec.task()) {
            return List.of(
                    new Obstacle(Kind.TASK, wanted.label(), KebabCase.of(wanted.task()), KebabCase.of(spec.task())));
        }
        if (!wanted.label().equals(spec.data().label())) {
            return List.of(new Obstacle(
                    Kind.LABEL, wanted.label(), wanted.label(), spec.data().label()));
        }
        List<Obstacle> obstacles = new ArrayList<>();
        for (Input input : wanted.inputs()) {
            ColumnSpec column = spec.columns().get(input.name());
            if (column == null) {
                obstacles.add(new Obstacle(Kind.MISSING_INPUT, input.name(), KebabCase.of(input.type()), ""));
            } else if (!isRead(column.type(), input.type())) {
                obstacles.add(new Obstacle(
                        Kind.INPUT_TYPE, input.name(), KebabCase.of(input.type()), KebabCase.of(column.type())));
            }
        }
        return obstacles;
    }

    /** Whether an encoder that was fitted to one type takes columns of another one. */
    private static boolean isRead(ColumnType found, ColumnType wanted) {
        return found == wanted
                || (isWhole(found) && wanted == ColumnType.NUMBER)
                || (isText(found) && isText(wanted))
                || (found == ColumnType.NUMBER && isWhole(wanted));
    }

    private static boolean isWhole(ColumnType type) {
        return type == ColumnType.INTEGER;
    }

    private static boolean isText(ColumnType type) {
        return type == ColumnType.CATEGORY || type == ColumnType.TEXT;
    }
}
