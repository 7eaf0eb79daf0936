package io.github.mlmaven.spec;

import java.util.Optional;

/** A database that rows are asked of. Who asks is never written here. */
public record JdbcSpec(
        @Doc("The database's JDBC URL, without user and password.")
        @Example("jdbc:postgresql://db.example.org:5432/shop")
        String url,

        @Doc("The id of the <server> in settings.xml that has user and password. Default: the database wants none.")
        @Example("shop-db")
        Optional<String> server) {}
