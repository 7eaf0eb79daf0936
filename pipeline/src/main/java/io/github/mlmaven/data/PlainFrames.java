package io.github.mlmaven.data;

import io.github.mlmaven.api.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Makes the frames of one reading of a plain text file, which share the texts of its columns. */
final class PlainFrames {

    private final List<String> header;
    /** By name; the first of two. */
    private final Map<String, Integer> places = new HashMap<>();

    private final PlainMarks marks;
    private final List<TableColumn> wanted;
    /** Of the wanted columns. */
    private final List<PlainDictionary> dictionaries;

    PlainFrames(List<String> header, PlainMarks marks, List<TableColumn> wanted) {
        this.header = List.copyOf(header);
        for (int i = 0; i < header.size(); i++) {
            places.putIfAbsent(header.get(i), i);
        }
        this.marks = marks;
        this.wanted = List.copyOf(wanted);
        this.dictionaries = wanted.stream()
                .map(column -> new PlainDictionary(column.values()))
                .toList();
    }

    PlainFrame frame(PlainBlock block) {
        List<PlainField> fields = new ArrayList<>();
        header.forEach(name -> fields.add(new PlainSkipped(marks)));
        Map<String, IntFunction<Column>> columns = new LinkedHashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            TableColumn column = wanted.get(i);
            int index = places.getOrDefault(column.name(), -1);
            if (index < 0) {
                columns.put(column.name(), new AbsentCells(column.type())::column);
            } else {
                PlainField field = field(column, dictionaries.get(i));
                fields.set(index, field);
                columns.put(column.name(), field::column);
            }
        }
        return new PlainFrame(marks, block, fields, columns);
    }

    private PlainField field(TableColumn column, PlainDictionary dictionary) {
        return switch (column.type()) {
            case NUMBER -> new PlainNumbers(marks);
            case INTEGER -> new PlainIntegers(marks);
            case BOOLEAN -> new PlainBooleans(marks, column.booleans());
            case CATEGORY, TEXT -> new PlainTexts(marks, dictionary);
            case DATE, TIMESTAMP -> new PlainTimes(marks, column);
        };
    }
}
