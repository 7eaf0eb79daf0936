package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.data.SelectText.Term;
import io.github.mlmaven.data.SelectText.UnknownTermException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a query in a database's own SQL. */
class SelectTextTest {

    private static final List<String> COLUMNS = List.of("x", "Town", "y");

    private static List<Term> order(String sql) throws UnknownTermException {
        return SelectText.of(sql).order(COLUMNS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1",
                "SELECT ';' as x;  -- ; drop table t\n",
                "with t as (select 1) select * from t",
                "(select 1) union (select 2)",
                "values (1), (2)",
                "table houses",
                "/* first */ select $$it's; $ $$ as x, $tag$ $$ ; $tag$",
                "select e'a\\'; drop' as x",
                "select `a;b`, \"c;\"\"d\" from t"
            })
    void one_selection_is_one(String sql) {
        assertThat(SelectText.of(sql).problem()).isEmpty();
    }

    @Test
    void what_is_sent_ends_before_its_semicolon() {
        assertThat(SelectText.of("select ';' as x ; -- ;\n").statement()).isEqualTo("select ';' as x");
        assertThat(SelectText.of("select 1 -- ;\n").statement()).isEqualTo("select 1 -- ;");
    }

    @Test
    void an_order_is_that_of_the_whole_query() throws UnknownTermException {
        assertThat(order("select * from t")).isEmpty();
        assertThat(order("select x, row_number() over (order by k) as y from (select * from t order by k) t"))
                .isEmpty();
        assertThat(order("select * from t order by x")).containsExactly(new Term(0, false, false));
        assertThat(order("select * from a union all select * from b ORDER  BY t.y DESC, town nulls first limit 5"))
                .containsExactly(new Term(2, true, true), new Term(1, false, true));
        assertThat(order("select * from t order by 2 desc nulls last, \"x\" asc for update"))
                .containsExactly(new Term(1, true, false), new Term(0, false, false));
        assertThat(order("select 'order by k' as x from t -- order by k\n order by /* k */ s.\"Town\" offset 3"))
                .containsExactly(new Term(1, false, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lower(x)", "k", "0", "4", "x + 1", "x collate \"de\"", "", "'x'", "x using >"})
    void an_order_by_something_else_is_told(String term) {
        assertThatThrownBy(() -> order("select * from t order by y, " + term))
                .isInstanceOfSatisfying(
                        UnknownTermException.class, e -> assertThat(e.term()).isEqualTo(term));
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                        "'",
                        "\"",
                        "`",
                        "$$",
                        "$a$",
                        "--",
                        "/*",
                        "*/",
                        ";",
                        "(",
                        ")",
                        "[",
                        "]",
                        "\\",
                        "e'",
                        "x",
                        " ",
                        "\n",
                        "order by",
                        "select ",
                        ",",
                        "ß",
                        "7")
                .list()
                .ofMaxSize(30)
                .map(list -> String.join("", list));
    }

    /** Whatever stands in quotes and comments, a statement behind a semicolon is never sent with the first. */
    @Property(tries = 2_000)
    void any_text_is_read(@ForAll @From("pieces") String text) {
        SelectText select = SelectText.of("select " + text);

        if (select.problem().isEmpty()) {
            String sent = select.statement();
            assertThat(SelectText.of(sent).problem()).isEmpty();
            assertThat(SelectText.of(sent + "\n; drop table t").problem()).contains("it is more than one statement");
        }
    }

    @Test
    void a_long_literal_is_no_deep_one() {
        String sql = "select '" + "it''s ".repeat(200_000) + "' as x, e'" + "\\'".repeat(200_000) + "' as y";

        assertThat(SelectText.of(sql).problem()).isEmpty();
    }
}
