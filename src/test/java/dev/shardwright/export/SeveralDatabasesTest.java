package dev.shardwright.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Kind;
import dev.shardwright.introspect.Session;
import dev.shardwright.introspect.Snapshot;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Schema;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two databases of MySQL and MariaDB as one source: equal table names, and all sorts of ties. */
class SeveralDatabasesTest {
  private static final List<String> NAMES = List.of("two_crm", "two_wiki");

  @TempDir Path folder;

  private static final String SOURCE =
      """
      CREATE TABLE two_wiki.cities (id bigint unsigned NOT NULL PRIMARY KEY, name varchar(40) NOT NULL) DEFAULT CHARSET utf8mb4;
      CREATE TABLE two_crm.clients (id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, login varchar(40) NOT NULL UNIQUE, city_id bigint unsigned NOT NULL, CONSTRAINT clients_city FOREIGN KEY (city_id) REFERENCES two_wiki.cities (id)) DEFAULT CHARSET utf8mb4;
      CREATE TABLE two_crm.notes (id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, client_id bigint unsigned NOT NULL, body varchar(40), CONSTRAINT notes_client FOREIGN KEY (client_id) REFERENCES two_crm.clients (id)) DEFAULT CHARSET utf8mb4;
      CREATE TABLE two_wiki.notes (id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, note_id bigint unsigned NOT NULL, `two_crm` varchar(40), CONSTRAINT notes_client FOREIGN KEY (note_id) REFERENCES two_crm.notes (id) ON DELETE CASCADE) DEFAULT CHARSET utf8mb4;
      CREATE TABLE two_crm.logs (id bigint unsigned NOT NULL PRIMARY KEY, line varchar(40)) DEFAULT CHARSET utf8mb4;
      CREATE TABLE two_wiki.logs (id bigint unsigned NOT NULL PRIMARY KEY, line varchar(40), up_id bigint unsigned, CONSTRAINT logs_up FOREIGN KEY (up_id) REFERENCES two_crm.logs (id)) DEFAULT CHARSET utf8mb4;
      CREATE VIEW two_crm.all_notes AS SELECT n.id, n.body, w.two_crm AS said, 'two_wiki.notes' AS which FROM two_crm.notes n JOIN two_wiki.notes w ON w.note_id = n.id;
      CREATE FUNCTION two_wiki.login_of(p bigint unsigned) RETURNS varchar(40) READS SQL DATA RETURN (SELECT login FROM two_crm.clients WHERE id = p);
      CREATE VIEW two_crm.loud AS SELECT two_wiki.login_of(id) AS login FROM two_crm.clients;
      CREATE TRIGGER two_wiki.notes_checked BEFORE INSERT ON two_wiki.notes FOR EACH ROW IF (SELECT COUNT(*) FROM two_crm.notes WHERE id = NEW.note_id) = 0 THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'no note'; END IF;
      CREATE EVENT two_wiki.tidy ON SCHEDULE EVERY 1 DAY DO DELETE FROM two_crm.notes WHERE body IS NULL;
      INSERT INTO two_wiki.cities VALUES (1, 'Oslo'), (2, 'Kraków');
      INSERT INTO two_crm.clients VALUES (1, 'ada', 1), (2, 'bob', 2);
      INSERT INTO two_crm.notes VALUES (1, 1, 'two_crm.notes `two_wiki`.'), (2, 2, NULL), (3, 1, '');
      INSERT INTO two_wiki.notes VALUES (1, 1, 'x'), (2, 2, 'y'), (3, 3, 'z');
      INSERT INTO two_crm.logs VALUES (1, 'a');
      INSERT INTO two_wiki.logs VALUES (1, 'b', 1), (2, 'c', NULL);
      """;

  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#mySqlFamily")
  void bothComeBackOutOfTheFiles(TestServer server) throws SQLException, IOException {
    TestDatabase any = server.newDatabase();
    try (Connection admin = any.admin();
        Statement statement = admin.createStatement()) {
      try {
        empty(statement);
        SqlFile.run(admin, SOURCE);
        Map<String, String> texts = texts(admin);
        Map<String, String> rows = rows(statement);
        Plan plan = exported(server, any);
        List<String> clients = List.of(printed(admin, plan, 1), printed(admin, plan, 2));

        empty(statement);
        load(admin, "neutral_schema.sql", "neutral_data.sql");
        Map<String, String> textsAgain = texts(admin);
        Map<String, String> rowsAgain = rows(statement);
        empty(statement);
        load(admin, "shard_schema.sql", "context_data.sql");
        for (String client : clients) {
          SqlFile.load(admin, client);
        }
        textsAgain.putAll(texts(admin));
        rowsAgain.putAll(rows(statement));

        assertThat(different(texts, textsAgain)).isEmpty();
        assertThat(rowsAgain).isEqualTo(rows);
      } finally {
        drop(statement);
      }
    }
  }

  private static List<String> different(Map<String, String> was, Map<String, String> is) {
    Set<String> names = new TreeSet<>(was.keySet());
    names.addAll(is.keySet());
    return names.stream()
        .filter(name -> !Objects.equals(was.get(name), is.get(name)))
        .map(name -> name + "\n- " + was.get(name) + "\n+ " + is.get(name))
        .toList();
  }

  private Plan exported(TestServer server, TestDatabase any) throws SQLException {
    Schema schema = RoundTrip.read(any.source(), NAMES);
    Plan plan = RoundTrip.of(server, schema, NAMES.getFirst(), "two_crm.clients", NAMES).plan();
    assertThat(plan.classification().tables(Kind.CLIENT))
        .extracting(TableName::toString)
        .containsExactly("two_crm.clients", "two_crm.notes", "two_wiki.notes");
    assertThat(plan.classification().tables(Kind.CONTEXT)).hasSize(1);
    try (Session session = Session.open(any.source(), Progress.SILENT)) {
      Exports.write(
          plan,
          ExportOptions.DEFAULT,
          folder,
          Set.of("shard_schema", "neutral_schema", "context_data", "neutral_data"),
          true,
          Progress.SILENT,
          Optional.of(progress -> Snapshot.beside(session, progress)));
    }
    return plan;
  }

  /** What client_copy.sql prints of a client. */
  private String printed(Connection admin, Plan plan, int client) throws SQLException, IOException {
    String text =
        Exports.preview(plan, ExportOptions.DEFAULT, "client_copy.sql")
            .replaceFirst("(?m)^SET @client = .*;", "SET @client = " + client + ";");
    return String.join(
            "\n",
            SqlFile.load(admin, Files.writeString(folder.resolve("copy.sql"), text)).stream()
                .map(List::getFirst)
                .toList())
        + "\n";
  }

  private void load(Connection admin, String... files) throws SQLException, IOException {
    for (String file : files) {
      SqlFile.load(admin, Files.readString(folder.resolve(file)));
    }
  }

  private static void empty(Statement statement) throws SQLException {
    drop(statement);
    for (String name : NAMES) {
      statement.execute("CREATE DATABASE " + name + " DEFAULT CHARSET utf8mb4");
    }
  }

  private static void drop(Statement statement) throws SQLException {
    statement.execute("SET foreign_key_checks = 0");
    for (String name : NAMES) {
      statement.execute("DROP DATABASE IF EXISTS " + name);
    }
    statement.execute("SET foreign_key_checks = 1");
  }

  private static Map<String, String> texts(Connection admin) throws SQLException {
    String before = admin.getCatalog();
    Map<String, String> all = new TreeMap<>();
    for (String name : NAMES) {
      // the ids that were given already are no structure
      ShowCreate.of(admin, name)
          .forEach((object, text) ->
              all.put(name + " " + object, text.replaceAll(" AUTO_INCREMENT=\\d+", "")));
    }
    admin.setCatalog(before);
    return all;
  }

  private static Map<String, String> rows(Statement statement) throws SQLException {
    Map<String, String> all = new TreeMap<>();
    for (String table :
        List.of(
            "two_wiki.cities",
            "two_crm.clients",
            "two_crm.notes",
            "two_wiki.notes",
            "two_crm.logs",
            "two_wiki.logs")) {
      List<String> rows = new ArrayList<>();
      try (ResultSet results = statement.executeQuery("SELECT t.* FROM " + table + " t")) {
        while (results.next()) {
          rows.add(
              results.getString(1)
                  + " "
                  + results.getString(2)
                  + " "
                  + results.getObject(results.getMetaData().getColumnCount()));
        }
      } catch (SQLException e) {
        continue; // it is on the other side
      }
      all.put(table, rows.toString());
    }
    return all;
  }
}
