package dev.shardwright.sql;

import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Provenance;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Skipped;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The schema of a MySQL or MariaDB file, read without a server. */
public final class MySqlTables {
  private static final Set<String> DDL = Set.of("CREATE", "ALTER", "DROP", "RENAME", "USE");
  // They change rows or the session, or who may do what: nothing that a plan without rows needs.
  private static final Set<String> ROWS =
      Set.of("INSERT", "REPLACE", "UPDATE", "DELETE", "LOAD", "TRUNCATE", "CALL");
  private static final Set<String> ABOUT_USERS = Set.of("USER", "ROLE", "SERVER");
  private static final Set<String> ENGINES_WITH_KEYS = Set.of("INNODB", "NDB", "NDBCLUSTER");

  private final SchemaDraft draft;
  private final DdlReader ddl;
  private final List<Skipped> skipped = new ArrayList<>();
  private final TreeMap<String, Integer> unused = new TreeMap<>();

  private MySqlTables(Product product, String database) {
    this.draft = new SchemaDraft(product, database);
    this.ddl = new DdlReader(draft);
  }

  /**
   * Reads a file to its end.
   *
   * @param described what the user named, for the schema's origin
   * @param bytes its size, for the progress
   * @param database the database of statements before any USE
   */
  public static Schema read(
      InputStream file,
      Product product,
      String described,
      long bytes,
      String database,
      Progress progress)
      throws IOException {
    MySqlTables tables = new MySqlTables(product, database);
    MySqlScript script = new MySqlScript(file);
    for (Optional<SqlStatement> next = script.next(); next.isPresent(); next = script.next()) {
      progress.check();
      progress.step(
          "reading " + described, Math.min(1.0, (double) script.bytesRead() / Math.max(1, bytes)));
      tables.take(next.get());
    }
    for (String set : script.unreadableCharacterSets()) {
      tables.skipped.add(new Skipped("SET NAMES " + set, MySqlScript.READ_AS_UTF8));
    }
    return tables.schema(described);
  }

  private void take(SqlStatement statement) {
    String words = statement.start();
    String first = words.split(" ", 2)[0];
    if (!DDL.contains(first)) {
      if (ROWS.contains(first)) {
        unused.merge(first, 1, Integer::sum);
      }
      return;
    }
    if (!statement.complete()) {
      skip(statement, Skipped.cut("this statement"));
      return;
    }
    String sql =
        SqlText.withoutLeadingComments(VersionComments.unwrap(statement.text(), draft.product))
            .strip();
    if (sql.isEmpty() || ABOUT_USERS.contains(words.split(" ", 3)[words.contains(" ") ? 1 : 0])) {
      return;
    }
    try {
      ddl.read(sql);
    } catch (MySqlGrammar.SyntaxError e) {
      skip(statement, "the grammar does not know it: " + e.getMessage());
    } catch (DdlReader.NotUsable e) {
      skip(statement, String.valueOf(e.getMessage()));
    }
  }

  private void skip(SqlStatement statement, String why) {
    skipped.add(new Skipped(SqlText.shortened(statement.text()), why));
  }

  private Schema schema(String described) {
    dropKeysOfOtherEngines();
    draft.resolve();
    unused.forEach((word, times) ->
        skipped.add(new Skipped(times + " × " + word, "rows are not loaded without a server")));
    List<Relation> relations = draft.relations();
    Set<String> databases = new TreeSet<>();
    draft.tables.keySet().forEach(name -> databases.add(name.schema()));
    return new Schema(
        new Provenance(
            draft.product,
            "not run",
            described,
            List.copyOf(databases),
            0,
            0,
            List.of(
                "read without a server: rows were not counted, and what a server would refuse was"
                    + " not noticed")),
        draft.tables.values().stream().map(TableDraft::table).toList(),
        relations,
        List.copyOf(draft.views.values()),
        List.copyOf(draft.routines.values()),
        List.copyOf(draft.sequences.values()),
        List.copyOf(draft.events.values()),
        List.of(),
        List.of(),
        skipped);
  }

  // MySQL 8.4 manual, "FOREIGN KEY Constraints": other engines read the clause and forget it.
  private void dropKeysOfOtherEngines() {
    for (TableDraft table : draft.tables.values()) {
      String engine = table.engine.orElse("InnoDB");
      boolean keeps = ENGINES_WITH_KEYS.contains(engine.toUpperCase(java.util.Locale.ROOT));
      if (!keeps && !table.foreignKeys.isEmpty()) {
        skipped.add(
            new Skipped(
                table.foreignKeys.size() + " × FOREIGN KEY of " + table.name,
                engine + " tables have no foreign keys"));
        table.foreignKeys.clear();
      }
    }
  }
}
