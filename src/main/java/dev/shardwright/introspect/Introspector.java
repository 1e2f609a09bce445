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
    return session.during(progress, () -> read((Answers) session, schemas, described, progress));
  }

  static Schema read(Answers answers, List<String> schemas, String described, Progress progress) {
    SchemaReader reader = reader(answers);
    progress.step("looking for the schemas", 0);
    List<String> wanted = schemas.isEmpty() ? reader.defaults() : schemas;
    requireThere(answers, wanted, reader.available());
    return reader.read(new Asking(answers, wanted, progress), described);
  }

  static SchemaReader reader(Answers answers) {
    return answers.product() == Product.POSTGRESQL
        ? new PostgreSqlReader(answers)
        : new MySqlReader(answers);
  }

  private static void requireThere(Answers answers, List<String> wanted, List<String> available) {
    String what = answers.product().isMySqlFamily() ? "database" : "schema";
    String there =
        available.isEmpty() ? "the user sees none" : "there is " + String.join(", ", available);
    if (wanted.isEmpty()) {
      throw new UserError(
          "The URL "
              + answers.described()
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
                + answers.described()
                + " ("
                + there
                + ").");
      }
    }
  }

  static Provenance origin(Asking asking, String described, List<String> notes) {
    Answers answers = asking.answers();
    return new Provenance(
        answers.product(),
        answers.server().version(),
        described,
        asking.schemas(),
        answers.count(),
        answers.writes(),
        notes);
  }
}
