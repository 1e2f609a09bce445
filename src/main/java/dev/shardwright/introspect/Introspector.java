package dev.shardwright.introspect;

import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Provenance;
import dev.shardwright.model.Schema;
import dev.shardwright.model.UserError;
import java.util.List;

/**
 * Reads a database's schema: SchemaCrawler, fed by dictionary queries, for tables, columns, keys,
 * indexes, views, routines and sequences; the catalogs beside it for what its model lacks.
 */
public final class Introspector {
  private Introspector() {}

  /**
   * Reads some schemas of a session's database.
   *
   * @param schemas the schemas or databases to read; empty means the one of the connection, {@code
   *     public} on PostgreSQL
   * @param described what the DBA named: a URL without credentials, a file's name, {@code
   *     sample:NAME}
   * @throws UserError if a schema is not there
   * @throws UserError.DatabaseRefused if the server refused or was lost
   * @throws Progress.Cancelled if the user cancelled
   */
  public static Schema read(
      Session session, List<String> schemas, String described, Progress progress) {
    return session.during(
        progress,
        () -> {
          SchemaReader reader =
              session.product() == Product.POSTGRESQL
                  ? new PostgreSqlReader(session)
                  : new MySqlReader(session);
          progress.step("looking for the schemas", 0);
          List<String> wanted = schemas.isEmpty() ? reader.defaults() : schemas;
          requireThere(session, wanted, reader.available());
          return reader.read(new Asking(session, wanted, progress), described);
        });
  }

  private static void requireThere(Session session, List<String> wanted, List<String> available) {
    String what = session.product().isMySqlFamily() ? "database" : "schema";
    String there =
        available.isEmpty() ? "the user sees none" : "there is " + String.join(", ", available);
    if (wanted.isEmpty()) {
      throw new UserError(
          "The URL "
              + session.source().described()
              + " names no "
              + what
              + "; name the ones to read ("
              + there
              + ").");
    }
    for (String schema : wanted) {
      if (!available.contains(schema)) {
        throw new UserError(
            "There is no "
                + what
                + " "
                + schema
                + " at "
                + session.source().described()
                + " ("
                + there
                + ").");
      }
    }
  }

  static Provenance origin(Asking asking, String described, List<String> notes) {
    Session session = asking.session();
    return new Provenance(
        session.product(),
        session.version(),
        described,
        asking.schemas(),
        session.count(),
        session.writes(),
        notes);
  }
}
