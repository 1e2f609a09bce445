package dev.shardwright.introspect;

import dev.shardwright.introspect.dump.Loaded;
import dev.shardwright.introspect.dump.MySqlDump;
import dev.shardwright.introspect.dump.PostgresDump;
import dev.shardwright.introspect.server.MySqlProgram;
import dev.shardwright.introspect.server.MySqlServer;
import dev.shardwright.introspect.server.PostgresServer;
import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Schema;
import dev.shardwright.model.UserError;
import dev.shardwright.sql.Flavours;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Opens .sql files: loads them into a throwaway server, or parses them where there is none. */
final class SqlFiles {
  private static final double SERVER_RUNS = 0.15;
  private static final double LOADED = 0.7;

  private SqlFiles() {}

  /**
   * Opens a file.
   *
   * @throws UserError if it holds no schema, or its flavour cannot be told
   */
  static OpenSource open(SqlContent content, Progress progress) {
    Product flavour = flavour(content);
    if (flavour == Product.POSTGRESQL) {
      return postgres(content, progress);
    }
    Progress searching = new PartOfProgress(progress, 0, SERVER_RUNS);
    return MySqlProgram.choose(flavour, content.server(), System.getenv(), searching)
        .map(program -> mySql(content, flavour, program, progress))
        .orElseGet(() -> ParsedFiles.open(content, flavour, progress));
  }

  private static Product flavour(SqlContent content) {
    try (InputStream file = content.opener().open()) {
      if (content.flavour().isPresent()) {
        Flavours.requireSql(file, content.described());
        return content.flavour().get();
      }
      return Flavours.detect(file, content.described());
    } catch (IOException e) {
      throw new UserError("The file " + content.described() + " cannot be read.", e);
    }
  }

  private static OpenSource postgres(SqlContent content, Progress progress) {
    PostgresServer server = PostgresServer.start(new PartOfProgress(progress, 0, SERVER_RUNS));
    return closingOnFailure(
        server::close,
        () -> {
          JdbcSource target = database(server);
          Loaded loaded;
          try (InputStream file = content(content)) {
            loaded =
                PostgresDump.load(
                    target,
                    file,
                    content.described(),
                    content.bytes(),
                    new PartOfProgress(progress, SERVER_RUNS, LOADED));
          }
          return read(content, target, loaded, List.of(), server::close, progress);
        });
  }

  private static JdbcSource database(PostgresServer server) {
    try {
      return server.createDatabase("dump");
    } catch (SQLException e) {
      throw new UserError.DatabaseRefused("The embedded PostgreSQL was lost.", e);
    }
  }

  private static OpenSource mySql(
      SqlContent content, Product flavour, MySqlProgram program, Progress progress) {
    MySqlServer server = MySqlServer.start(program, new PartOfProgress(progress, 0, SERVER_RUNS));
    return closingOnFailure(
        server::close,
        () -> {
          Loaded loaded;
          try (InputStream file = content(content)) {
            loaded =
                MySqlDump.load(
                    server.loader(List.of()),
                    server::admin,
                    file,
                    content.described(),
                    content.bytes(),
                    new PartOfProgress(progress, SERVER_RUNS, LOADED));
          }
          List<String> notes =
              MySqlDump.sisterNote(flavour, program.product(), program.version()).stream().toList();
          JdbcSource target = server.loader(loaded.schemas());
          return read(content, target, loaded, notes, server::close, progress);
        });
  }

  private static InputStream content(SqlContent content) throws IOException {
    return new BufferedInputStream(content.opener().open(), 1 << 16);
  }

  private static OpenSource read(
      SqlContent content,
      JdbcSource target,
      Loaded loaded,
      List<String> notes,
      Runnable end,
      Progress progress) {
    requireSomething(content, loaded);
    Progress reading = new PartOfProgress(progress, LOADED, 1);
    List<String> schemas = content.schemas().isEmpty() ? loaded.schemas() : content.schemas();
    Session session = Session.open(target, reading);
    return closingOnFailure(
        session::close,
        () -> {
          Schema read = Introspector.read(session, schemas, content.described(), reading);
          List<String> allNotes = new ArrayList<>(notes);
          allNotes.addAll(loaded.notes());
          Schema schema = ThrowawayFacts.added(read, session, loaded.skipped(), allNotes, reading);
          requireTables(content, schema);
          return new Opened(schema, Optional.of(session), end);
        });
  }

  private static void requireSomething(SqlContent content, Loaded loaded) {
    if (loaded.executed() == 0) {
      throw new UserError(
          "Nothing in "
              + content.described()
              + " could be used"
              + loaded.skipped().stream()
                  .findFirst()
                  .map(first -> "; the first statement failed: " + first.why())
                  .orElse("")
              + ".");
    }
  }

  static void requireTables(SqlContent content, Schema schema) {
    if (schema.tables().isEmpty()) {
      throw new UserError(
          "The file "
              + content.described()
              + " makes no table"
              + schema.skipped().stream()
                  .findFirst()
                  .map(first -> "; skipped was " + first.statement() + ": " + first.why())
                  .orElse("")
              + ".");
    }
  }

  /** Work that opens something which must not stay open if it fails. */
  private interface Opening {
    OpenSource open() throws IOException;
  }

  private static OpenSource closingOnFailure(Runnable close, Opening opening) {
    boolean ok = false;
    try {
      OpenSource opened = opening.open();
      ok = true;
      return opened;
    } catch (IOException e) {
      throw new UserError("The file cannot be read: " + e.getMessage(), e);
    } finally {
      if (!ok) {
        close.run();
      }
    }
  }
}
