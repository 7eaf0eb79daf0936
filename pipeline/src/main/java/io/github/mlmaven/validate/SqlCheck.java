package io.github.mlmaven.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mlmaven.data.Sql;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.spec.TableCheck;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.text.Json;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A condition in SQL that was written by the user. As with a CHECK in SQL, a row breaks it if it is false; where it is
 * unknown because a value is missing, it holds.
 *
 * <p>It is parsed first and must be one expression, so that it can end no statement of ours and begin another; and the engine
 * that runs it can reach no file but the data.
 */
final class SqlCheck {

    private final Evidence evidence;
    private final Table table;
    private final TableCheck check;
    private final String sql;
    private final SpecPlace place;

    SqlCheck(Evidence evidence, TableCheck check, String sql, SpecPlace place) {
        this.evidence = evidence;
        this.table = evidence.table();
        this.check = check;
        this.sql = sql;
        this.place = place;
    }

    Optional<Finding> run() {
        Optional<String> problem = parse();
        if (problem.isPresent()) {
            return Optional.of(invalid(problem.get()));
        }
        try {
            // A line break, so that a comment at its end does not hide what follows.
            String broken = "from (%s) where not (%s\n)".formatted(rowsByName(), sql);
            long count = table.tryQuery("select count(*) " + broken, row -> row.getLong(1))
                    .get(0);
            if (count == 0) {
                return Optional.empty();
            }
            return Optional.of(
                    failed(evidence.tryRows(count, "select %s, %s %s".formatted(rowName(), found(), broken))));
        } catch (SQLException e) {
            return Optional.of(invalid(firstLine(String.valueOf(e.getMessage()))));
        }
    }

    /** What is wrong with the text as an expression. */
    private Optional<String> parse() {
        String json = table.query(
                        "select cast(json_serialize_sql(%s) as varchar)"
                                .formatted(Sql.literal("select (" + sql + "\n)")),
                        row -> row.getString(1))
                .get(0);
        JsonNode parsed = Json.parse(json, JsonNode.class);
        if (parsed.path("error").asBoolean()) {
            return Optional.of(firstLine(parsed.path("error_message").asText()));
        }
        JsonNode select = parsed.path("statements").path(0).path("node");
        boolean expression = parsed.path("statements").size() == 1
                && select.path("type").asText().equals("SELECT_NODE")
                && select.path("select_list").size() == 1
                && select.path("from_table").path("type").asText().equals("EMPTY")
                && select.path("modifiers").isEmpty()
                && select.path("where_clause").isNull();
        return expression ? Optional.empty() : Optional.of("it is more than one expression");
    }

    private String rowsByName() {
        return evidence.spec().spec().columns().keySet().stream()
                .map(name -> table.sql(name) + " as " + Sql.identifier(name))
                .collect(Collectors.joining(", ", "select rowid as " + rowName() + ", ", " from t"));
    }

    /** A name for the row's number that no column has. */
    private String rowName() {
        String name = "#row";
        while (evidence.spec().spec().columns().containsKey(name)) {
            name += "#";
        }
        return Sql.identifier(name);
    }

    /** The values of the columns that the condition mentions, as an expression. */
    private String found() {
        List<String> mentioned = evidence.spec().spec().columns().keySet().stream()
                .filter(name -> sql.contains(name.replace("\"", "\"\"")))
                .map(name -> "%s || coalesce(regexp_replace(cast(%s as varchar), '[.]0$', ''), 'missing')"
                        .formatted(Sql.literal(name + " = "), Sql.identifier(name)))
                .toList();
        return mentioned.isEmpty() ? "''" : String.join(" || ', ' || ", mentioned);
    }

    private Finding failed(Finding.Rows rows) {
        return finding(FindingCode.SQL_CHECK_FAILED, check.severity()).with(rows);
    }

    private Finding invalid(String reason) {
        return finding(FindingCode.SQL_CHECK_INVALID, Severity.ERROR).with("reason", reason);
    }

    private Finding finding(FindingCode code, Severity severity) {
        Finding finding = Finding.of(code, severity, Subject.rule(place)).with("sql", sql.strip());
        return check.name().map(name -> finding.with("name", name)).orElse(finding);
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("unknown").replaceAll("[.!]+$", "");
    }
}
