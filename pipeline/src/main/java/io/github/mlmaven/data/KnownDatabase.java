package io.github.mlmaven.data;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Databases of which is known who their driver is, and how it is told to read only and to read row by row. */
enum KnownDatabase {
    POSTGRESQL("postgresql", "org.postgresql:postgresql"),
    MYSQL("mysql", "com.mysql:mysql-connector-j"),
    MARIADB("mariadb", "org.mariadb.jdbc:mariadb-java-client"),
    SQLSERVER("sqlserver", "com.microsoft.sqlserver:mssql-jdbc"),
    ORACLE("oracle", "com.oracle.database.jdbc:ojdbc11"),
    H2("h2", "com.h2database:h2"),
    /** Opened so that nobody can write, which its driver does not take back. */
    SQLITE("sqlite", "org.xerial:sqlite-jdbc", Map.of("open_mode", "1")),
    /** The same. */
    DUCKDB("duckdb", "org.duckdb:duckdb_jdbc", Map.of("duckdb.read_only", "true"));

    private static final int ROWS_AT_ONCE = 2_000;

    private final String word;
    private final String driver;
    private final Map<String, String> readOnly;

    KnownDatabase(String word, String driver) {
        this(word, driver, Map.of());
    }

    KnownDatabase(String word, String driver, Map<String, String> readOnly) {
        this.word = word;
        this.driver = driver;
        this.readOnly = readOnly;
    }

    /** By the first word of its URLs. */
    static Optional<KnownDatabase> of(String url) {
        return Arrays.stream(values())
                .filter(database -> url.startsWith("jdbc:" + database.word + ":"))
                .findFirst();
    }

    /** Properties of a connection by which it only reads; none where every connection can be told so. */
    Map<String, String> readOnly() {
        return readOnly;
    }

    /** How many rows a driver is to fetch at once: without a word some fetch them all. */
    int rowsAtOnce() {
        // That of MySQL takes this, and no number, for row by row.
        return this == MYSQL ? Integer.MIN_VALUE : ROWS_AT_ONCE;
    }

    /** What a POM says to have its driver; which version is its author's to say. */
    String pom() {
        int colon = driver.indexOf(':');
        return """
                <plugin>
                  <groupId>io.github.mlmaven</groupId>
                  <artifactId>ml-maven-plugin</artifactId>
                  <dependencies>
                    <dependency>
                      <groupId>%s</groupId>
                      <artifactId>%s</artifactId>
                      <version>...</version>
                    </dependency>
                  </dependencies>
                </plugin>""".formatted(driver.substring(0, colon), driver.substring(colon + 1));
    }
}
