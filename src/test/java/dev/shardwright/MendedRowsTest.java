package dev.shardwright;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.classify.Kind;
import dev.shardwright.introspect.Introspector;
import dev.shardwright.introspect.Session;
import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlanDiff;
import dev.shardwright.risk.CheckCode;
import dev.shardwright.risk.Evidence;
import dev.shardwright.risk.Finding;
import dev.shardwright.risk.Remedy;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Remedies that move rows: the plan foretells them, the server runs them, no row is lost unsaid.
 */
class MendedRowsTest {
  private static final String CLIENTS = "CREATE TABLE clients (id int NOT NULL PRIMARY KEY);";

  /** Likes of posts and photos, one of them of a photo that is not there. */
  private static final String LIKES =
      CLIENTS
          + """
          CREATE TABLE posts (id int NOT NULL PRIMARY KEY, client_id int NOT NULL,
            FOREIGN KEY (client_id) REFERENCES clients (id));
          CREATE TABLE photos (id int NOT NULL PRIMARY KEY, client_id int NOT NULL,
            FOREIGN KEY (client_id) REFERENCES clients (id));
          CREATE TABLE likes (id int NOT NULL PRIMARY KEY, fan int NOT NULL,
            likeable_type varchar(30) %1$s, likeable_id %2$s %1$s,
            UNIQUE (likeable_type, likeable_id, fan));
          INSERT INTO clients VALUES (1), (2);
          INSERT INTO posts VALUES (1, 1), (2, 2);
          INSERT INTO photos VALUES (1, 2);
          INSERT INTO likes VALUES (1, 7, 'Post', '1'), (2, 8, 'App\\Post', '2'),
            (3, 7, 'Photo', '1'), (4, 7, 'Photo', '9');
          """;

  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#all")
  void aTypeIdPairBecomesAKeyForEachTypeOfWhichOneIsSet(TestServer server) throws Exception {
    TestDatabase database = loaded(server, LIKES.formatted("NOT NULL", "int"));
    Plan plan = plan(database);
    Remedy split = remedy(plan, CheckCode.POLYMORPHIC_ASSOCIATION, "Delete the 1 row that leads");

    PlanDiff foretold = PlanDiff.of(plan, plan.after(split, LocalDate.EPOCH));
    assertThat(foretold.gone())
        .extracting(Finding::check)
        .contains(CheckCode.POLYMORPHIC_ASSOCIATION);
    assertThat(foretold.relations().added())
        .extracting(r -> r.substring(r.lastIndexOf('.') + 1))
        .containsExactlyInAnyOrder("likes_photo_id_fkey", "likes_post_id_fkey");

    run(database, split);

    assertThat(rows(database, "SELECT id, post_id, photo_id FROM likes ORDER BY id"))
        .containsExactly("1 1 null", "2 2 null", "3 null 1");
    assertThat(refused(database, "INSERT INTO likes VALUES (9, 9, 'Post', 1, 1, 1)")).isTrue();
    assertThat(refused(database, "INSERT INTO likes VALUES (9, 9, 'Post', 1, NULL, NULL)"))
        .isTrue();
    assertThat(refused(database, "INSERT INTO likes VALUES (9, 9, 'Photo', 9, NULL, 9)")).isTrue();
    assertThat(refused(database, "INSERT INTO likes VALUES (9, 7, 'App', 1, 1, NULL)"))
        .as("the same fan twice")
        .isTrue();
    Plan after = plan(database);
    assertThat(after.findings()).noneMatch(f -> f.check() == CheckCode.POLYMORPHIC_ASSOCIATION);
    assertThat(after.kind(table(after, "likes"))).isEqualTo(Kind.CLIENT);
    assertThat(after.findings())
        .filteredOn(f -> f.check() == CheckCode.OPAQUE_UNIQUENESS)
        .extracting(f -> f.subtype().orElseThrow())
        .containsExactly("EXCLUSIVE");
  }

  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#all")
  void aPairThatMayBeEmptyKeepsItsRowsAndAnIdOfTextIsCompared(TestServer server) throws Exception {
    TestDatabase database = loaded(server, LIKES.formatted("NULL", "varchar(20)"));
    Plan plan = plan(database);
    run(database, remedy(plan, CheckCode.POLYMORPHIC_ASSOCIATION, "Empty the pair of the 1 row"));

    assertThat(rows(database, "SELECT id, likeable_id, post_id, photo_id FROM likes ORDER BY id"))
        .containsExactly("1 1 1 null", "2 2 2 null", "3 1 null 1", "4 null null null");
    assertThat(plan(database).findings())
        .noneMatch(f -> f.check() == CheckCode.POLYMORPHIC_ASSOCIATION);
  }

  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#all")
  void aPairBesideKeysThatSayOtherwiseIsTold(TestServer server) throws Exception {
    TestDatabase database = loaded(server, LIKES.formatted("NOT NULL", "int"));
    run(
        database,
        remedy(plan(database), CheckCode.POLYMORPHIC_ASSOCIATION, "Delete the 1 row that leads"));
    database.with("UPDATE likes SET post_id = 1 WHERE id = 2");

    assertThat(plan(database).findings())
        .filteredOn(f -> f.check() == CheckCode.POLYMORPHIC_ASSOCIATION)
        .singleElement()
        .satisfies(
            f -> assertThat(f.message()).contains("1 of its rows say something else by them"));
  }

  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#all")
  void rowsThatAKeyCannotTellApartAreMergedIntoTheFirst(TestServer server) throws Exception {
    boolean mySql = server.product().isMySqlFamily();
    String key =
        mySql
            ? ", CONSTRAINT by_code FOREIGN KEY (code) REFERENCES codes (code) ON DELETE CASCADE"
            : "";
    TestDatabase database =
        loaded(
            server,
            CLIENTS
                + """
                CREATE TABLE codes (id int NOT NULL PRIMARY KEY, client_id int NOT NULL,
                  code int NOT NULL, FOREIGN KEY (client_id) REFERENCES clients (id));
                CREATE INDEX codes_code ON codes (code);
                CREATE TABLE uses (id int NOT NULL PRIMARY KEY, code int NOT NULL%s);
                CREATE TABLE notes (id int NOT NULL PRIMARY KEY, code_id int NOT NULL,
                  FOREIGN KEY (code_id) REFERENCES codes (id));
                INSERT INTO clients VALUES (1);
                INSERT INTO codes VALUES (1, 1, 50), (2, 1, 50), (3, 1, 60), (4, 1, 50);
                INSERT INTO uses VALUES (1, 50), (2, 60);
                INSERT INTO notes VALUES (1, 4), (2, 2), (3, 3), (4, 1);
                """
                    .formatted(key));
    Decision[] drawn = mySql ? new Decision[0] : new Decision[] {drawn()};
    Plan plan = plan(database, drawn);
    Remedy merge = remedy(plan, CheckCode.FK_TO_NON_UNIQUE, "Merge rows");

    PlanDiff foretold = PlanDiff.of(plan, plan.after(merge, LocalDate.EPOCH));
    assertThat(foretold.gone()).extracting(Finding::check).contains(CheckCode.FK_TO_NON_UNIQUE);

    run(database, merge);

    assertThat(rows(database, "SELECT id, code FROM codes ORDER BY id"))
        .containsExactly("1 50", "3 60");
    assertThat(rows(database, "SELECT id, code_id FROM notes ORDER BY id"))
        .containsExactly("1 1", "2 1", "3 3", "4 1");
    assertThat(rows(database, "SELECT id, code FROM uses ORDER BY id"))
        .as("no row went with the deleted ones")
        .containsExactly("1 50", "2 60");
    Plan after = plan(database, drawn);
    assertThat(after.findings()).noneMatch(f -> f.check() == CheckCode.FK_TO_NON_UNIQUE);
    assertThat(after.schema().relations())
        .filteredOn(r -> mySql && r.name().equals("by_code"))
        .allMatch(r -> r.onDelete() == Relation.Action.CASCADE)
        .hasSize(mySql ? 1 : 0);
  }

  private static Decision drawn() {
    String schema = "public";
    return new Decision.Virtual(
        new TableName(schema, "uses"),
        List.of("code"),
        new TableName(schema, "codes"),
        List.of("code"),
        Optional.empty(),
        false,
        Optional.empty());
  }

  /** Both keys are primary keys as well, so no column of the cycle can ever be NULL. */
  private static final String TWINS =
      CLIENTS
          + """
          CREATE TABLE heads (id int NOT NULL PRIMARY KEY, client_id int NOT NULL,
            FOREIGN KEY (client_id) REFERENCES clients (id));
          CREATE TABLE tails (id int NOT NULL PRIMARY KEY, client_id int NOT NULL,
            FOREIGN KEY (client_id) REFERENCES clients (id),
            CONSTRAINT tail_of FOREIGN KEY (id) REFERENCES heads (id));
          INSERT INTO clients VALUES (1), (2);
          INSERT INTO heads VALUES (1, 1), (2, 2);
          INSERT INTO tails VALUES (1, 1), (2, 2);
          ALTER TABLE heads ADD CONSTRAINT head_of FOREIGN KEY (id) REFERENCES tails (id);
          """;

  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#all")
  void aCycleOfPrimaryKeysIsOpenedByATableOfItsOwn(TestServer server) throws Exception {
    TestDatabase database = loaded(server, TWINS);
    Plan plan = plan(database);
    Remedy moved = remedy(plan, CheckCode.TABLE_CYCLE, "Move the key of heads.id");

    PlanDiff foretold = PlanDiff.of(plan, plan.after(moved, LocalDate.EPOCH));
    assertThat(foretold.gone()).extracting(Finding::check).contains(CheckCode.TABLE_CYCLE);
    assertThat(foretold.found())
        .as("the new keys carry the owner")
        .noneMatch(f -> f.check() == CheckCode.CLIENT_CONNECTION);

    run(database, moved);

    assertThat(rows(database, "SELECT client_id, id FROM heads_tails ORDER BY id"))
        .containsExactly("1 1", "2 2");
    assertThat(refused(database, "INSERT INTO heads_tails (client_id, id) VALUES (1, 2)")).isTrue();
    assertThat(plan(database).findings())
        .noneMatch(f -> f.check() == CheckCode.TABLE_CYCLE)
        .noneMatch(f -> f.check() == CheckCode.CLIENT_CONNECTION && f.table().name().contains("_"));
    database.with(
        "INSERT INTO heads VALUES (3, 1)",
        "INSERT INTO tails VALUES (3, 1)",
        "INSERT INTO heads_tails (client_id, id) VALUES (1, 3)");
  }

  private static TestDatabase loaded(TestServer server, String sql)
      throws SQLException, IOException {
    TestDatabase database = server.newDatabase();
    String text = server.product().isMySqlFamily() ? sql.replace("\\", "\\\\") : sql;
    CasesTest.load(database, server.product(), text);
    return database;
  }

  private static void run(TestDatabase database, Remedy remedy) throws SQLException, IOException {
    CasesTest.load(
        database,
        database.source().url().contains("postgresql") ? Product.POSTGRESQL : Product.MARIADB,
        remedy.sql().orElseThrow());
  }

  private static Plan plan(TestDatabase database, Decision... more) {
    try (Session session = Session.open(database.source(), Progress.SILENT)) {
      Schema schema =
          Introspector.read(session, database.source().schemas(), database.name(), Progress.SILENT);
      Decisions decisions =
          Decisions.root(new TableName(schema.origin().schemas().getFirst(), "clients"));
      for (Decision decision : more) {
        decisions = decisions.with(decision);
      }
      return CasesFindingsTest.counted(
          session, Plan.of(schema, decisions, Evidence.NONE, LocalDate.EPOCH));
    }
  }

  private static TableName table(Plan plan, String name) {
    return new TableName(plan.schema().origin().schemas().getFirst(), name);
  }

  private static Remedy remedy(Plan plan, CheckCode check, String title) {
    return plan.findings().stream()
        .filter(f -> f.check() == check)
        .flatMap(f -> f.remedies().stream())
        .filter(r -> r.title().startsWith(title))
        .findFirst()
        .orElseThrow();
  }

  private static boolean refused(TestDatabase database, String sql) {
    try {
      database.with(sql);
      return false;
    } catch (SQLException _) {
      return true;
    }
  }

  private static List<String> rows(TestDatabase database, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.admin();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.add(String.valueOf(found.getString(i)));
        }
        rows.add(String.join(" ", row));
      }
    }
    return rows;
  }
}
