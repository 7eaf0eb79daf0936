package io.github.mlmaven.data;

import io.github.mlmaven.worker.FetchRequest.Access;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How a database is reached that is a file of DuckDB. */
public final class DuckDbAccess {

    private DuckDbAccess() {}

    /** Without a login, and with the driver that the class path has. */
    public static Access create() throws URISyntaxException {
        Path driver = Path.of(org.duckdb.DuckDBDriver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return new Access(List.of(driver), Optional.empty(), 60);
    }
}
