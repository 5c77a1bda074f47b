package org.laurel.boot;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Holds the database to its promise: what is committed is on disk. */
final class PostgresDurability {

    private PostgresDurability() {}

    /** Makes the database when it is not there yet, and refuses to go on unless commits are durable. */
    static void assertDurable(Settings.Database server, String database) {
        String postgres = "jdbc:" + server.url().substring(0, server.url().lastIndexOf('/')) + "/postgres";
        try (Connection connection = DriverManager.getConnection(postgres, server.username(), server.password());
                Statement statement = connection.createStatement()) {
            requireOn(statement, "fsync");
            requireOn(statement, "synchronous_commit");
            requireOn(statement, "full_page_writes");
            try (ResultSet there =
                    statement.executeQuery("select 1 from pg_database where datname = '" + database + "'")) {
                if (there.next()) {
                    return;
                }
            }
            statement.execute("create database " + database);
        } catch (SQLException e) {
            throw new StartException("The embedded PostgreSQL does not answer: " + e.getMessage(), e);
        }
    }

    private static void requireOn(Statement statement, String setting) throws SQLException {
        try (ResultSet result = statement.executeQuery("show " + setting)) {
            if (!result.next() || !"on".equals(result.getString(1))) {
                throw new StartException("PostgreSQL runs with " + setting
                        + " other than on; an acknowledged award could be lost. Remove that setting.");
            }
        }
    }
}
