package io.github.mlmaven.draft;

import io.github.mlmaven.draft.TimePattern.Order;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether the dates of a table begin with the day or with the month: a column that shows it shows it for those that do not. */
final class DayOrder {

    /** By separator and order the first column that shows it. */
    private final Map<Sign, String> shown = new HashMap<>();

    private final Set<Character> contradicted = new HashSet<>();

    private record Sign(char separator, Order order) {}

    private DayOrder() {}

    /** The same columns, where others that are written alike tell how their dates are to be read. */
    static List<SeenColumn> decided(List<SeenColumn> columns) {
        DayOrder order = new DayOrder();
        columns.stream()
                .filter(column -> column.isTimes() && !column.forms().times().isDoubtful())
                .forEach(order::show);
        return columns.stream().map(order::decided).toList();
    }

    private void show(SeenColumn column) {
        TimePattern pattern = column.forms().times().patterns().get(0);
        pattern.separator().filter(mark -> pattern.order() != Order.YEAR).ifPresent(mark -> {
            shown.putIfAbsent(new Sign(mark, pattern.order()), column.name());
            if (shown.containsKey(new Sign(mark, Order.DAY)) && shown.containsKey(new Sign(mark, Order.MONTH))) {
                contradicted.add(mark);
            }
        });
    }

    private SeenColumn decided(SeenColumn column) {
        TimeForms.Facts times = column.forms().times();
        if (!column.isTimes() || !times.isDoubtful()) {
            return column;
        }
        char mark = times.patterns().get(0).separator().orElseThrow();
        for (Order order : List.of(Order.DAY, Order.MONTH)) {
            String other = shown.get(new Sign(mark, order));
            if (other != null && !contradicted.contains(mark)) {
                return column.timed(times.ordered(order, other));
            }
        }
        return column;
    }
}
