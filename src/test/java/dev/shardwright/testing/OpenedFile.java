package dev.shardwright.testing;

import dev.shardwright.introspect.Introspector;
import dev.shardwright.introspect.JdbcSource;
import dev.shardwright.introspect.Session;
import dev.shardwright.introspect.dump.Loaded;
import dev.shardwright.introspect.dump.MySqlDump;
import dev.shardwright.introspect.dump.PostgresDump;
import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Schema;
import dev.shardwright.sql.MySqlTables;
import dev.shardwright.testing.TestServer.TestDatabase;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A .sql file as the program opens it, but on a server that the tests share: many files in the time
 * of one start.
 *
 * @param schema empty of loading's own facts: rows are estimates, skipped statements are in loaded
 */
public record OpenedFile(Schema schema, Loaded loaded) {

  /** Loads the file into a new database of the server and reads its schema. */
  public static OpenedFile on(TestServer server, Path file) throws SQLException, IOException {
    TestDatabase database = server.newDatabase();
    String name = String.valueOf(file.getFileName());
    try (InputStream text = new BufferedInputStream(Files.newInputStream(file))) {
      if (server.product() == Product.POSTGRESQL) {
        Loaded loaded =
            PostgresDump.load(database.source(), text, name, Files.size(file), Progress.SILENT);
        return new OpenedFile(read(database.source(), loaded, name), loaded);
      }
      Loaded loaded =
          MySqlDump.load(
              database.source(), database::admin, text, name, Files.size(file), Progress.SILENT);
      Schema schema = read(database.source(), loaded, name);
      drop(database, loaded.schemas());
      return new OpenedFile(schema, loaded);
    }
  }

  /** Reads the file by its grammar, without a server. */
  public static Schema parsed(Product product, Path file) throws IOException {
    try (InputStream text = new BufferedInputStream(Files.newInputStream(file))) {
      return MySqlTables.read(
          text,
          product,
          String.valueOf(file.getFileName()),
          Files.size(file),
          MySqlDump.DEFAULT_DATABASE,
          Progress.SILENT);
    }
  }

  private static Schema read(JdbcSource source, Loaded loaded, String name) {
    try (Session session = Session.open(source, Progress.SILENT)) {
      return Introspector.read(session, loaded.schemas(), name, Progress.SILENT);
    }
  }

  // The next file wants a database main of its own.
  private static void drop(TestDatabase database, List<String> databases) throws SQLException {
    try (Connection admin = database.admin();
        Statement statement = admin.createStatement()) {
      for (String name : databases) {
        statement.execute("DROP DATABASE `" + name.replace("`", "``") + "`");
      }
      statement.execute("DROP DATABASE IF EXISTS `" + MySqlDump.DEFAULT_DATABASE + "`");
    }
  }
}
