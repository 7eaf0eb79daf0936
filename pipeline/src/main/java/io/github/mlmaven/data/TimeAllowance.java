package io.github.mlmaven.data;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.List;

/** The time that all statements for one check have together; what one takes is not there for the next. */
final class TimeAllowance {

    private final CheckEngine engine;
    private final String check;
    private final Duration total;
    private Duration left;

    /** @param check its condition */
    TimeAllowance(CheckEngine engine, String check, Duration total) {
        this.engine = engine;
        this.check = check;
        this.total = total;
        this.left = total;
    }

    /**
     * All rows of a query.
     *
     * @throws SQLTimeoutException if the time is used up, before it or on the way
     * @throws UnstoppableCheckException if it goes on
     */
    <T> List<T> query(String sql, RowReader<T> reader) throws SQLException {
        if (left.isZero() || left.isNegative()) {
            throw new SQLTimeoutException("The time is used up");
        }
        long began = System.nanoTime();
        try {
            return engine.tryQuery(left, sql, reader).orElseThrow(() -> new UnstoppableCheckException(check, total));
        } finally {
            use(Duration.ofNanos(System.nanoTime() - began));
        }
    }

    /** Takes away what was used elsewhere. */
    void use(Duration time) {
        left = left.minus(time);
    }
}
