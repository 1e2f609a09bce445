package dev.shardwright.introspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.shardwright.model.Column;
import dev.shardwright.model.KeyPart;
import dev.shardwright.model.Partitioning;
import dev.shardwright.model.Product;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Routine;
import dev.shardwright.model.ScheduledEvent;
import dev.shardwright.model.Skipped;
import dev.shardwright.model.TableName;
import dev.shardwright.model.Trigger;
import dev.shardwright.model.TypeFamily;
import dev.shardwright.model.UniqueKey;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import dev.shardwright.testing.TestServers;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the dictionaries of MySQL and MariaDB say reaches the model. */
class MySqlIntrospectionTest {
  private static final String FAMILY = "dev.shardwright.testing.TestServers#mySqlFamily";

  static String[] ddl() {
    return DDL.clone();
  }

  private static final String[] DDL = {
    """
    CREATE TABLE clients (id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
      login varchar(190) NOT NULL COMMENT 'unique in its first letters',
      bio text CHARACTER SET latin1 COLLATE latin1_bin,
      born date DEFAULT '2000-01-01', said varchar(20) DEFAULT 'it''s', points int DEFAULT 5,
      seen timestamp NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
      mood enum('fine','bad'), photo blob, twice int GENERATED ALWAYS AS (points * 2) STORED,
      thrice int GENERATED ALWAYS AS (points * 3) VIRTUAL,
      UNIQUE KEY login_start (login(5)), UNIQUE KEY login_all (login),
      KEY born_down (born, points), FULLTEXT KEY words (bio),
      CONSTRAINT positive CHECK (points > 0))
      ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin ROW_FORMAT=COMPRESSED
      COMMENT='who pays'\
    """,
    """
    CREATE TABLE orders (id int unsigned NOT NULL, place int NOT NULL, Client_Id int unsigned,
      PRIMARY KEY (id, place), CONSTRAINT orders_client FOREIGN KEY (client_id)
      REFERENCES clients (ID) ON DELETE CASCADE ON UPDATE SET NULL) ENGINE=InnoDB\
    """,
    """
    CREATE TABLE notes (o int unsigned NOT NULL, p int NOT NULL, CONSTRAINT notes_order
      FOREIGN KEY (o, p) REFERENCES orders (id, place)) ENGINE=InnoDB\
    """,
    "CREATE TABLE old_log (id int, day date) ENGINE=MyISAM",
    """
    CREATE TABLE events (id int NOT NULL, day date NOT NULL, PRIMARY KEY (id, day)) ENGINE=InnoDB
      PARTITION BY RANGE (year(day)) (PARTITION p20 VALUES LESS THAN (2021),
      PARTITION pmax VALUES LESS THAN MAXVALUE)\
    """,
    "CREATE TRIGGER second BEFORE INSERT ON orders FOR EACH ROW SET NEW.place = 1",
    "CREATE TRIGGER first BEFORE INSERT ON orders FOR EACH ROW PRECEDES second SET NEW.place = 2",
    "CREATE VIEW open_orders AS SELECT o.id, c.login FROM orders o JOIN clients c"
        + " ON c.id = o.client_id",
    "CREATE PROCEDURE tidy(days int, OUT done varchar(10)) COMMENT 'by night' SELECT 1",
    "CREATE FUNCTION twice(n int) RETURNS int DETERMINISTIC RETURN n * 2",
    "CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY DISABLE DO DELETE FROM notes"
  };

  @ParameterizedTest
  @MethodSource(FAMILY)
  void tablesColumnsAndKeysAreRead(TestServer server) throws Exception {
    Reading reading = Reading.of(server.newDatabase().with(DDL));
    assertThat(reading.schema().tables())
        .extracting(t -> t.name().name())
        .containsExactly("clients", "events", "notes", "old_log", "orders");
    columns(reading);
    defaults(reading);
    keys(reading);
    tableFacts(reading);
  }

  private static void columns(Reading reading) {
    Column id = reading.column("clients", "id");
    assertThat(id.type().sql()).startsWith("int").endsWith("unsigned");
    assertThat(id.identity()).isEqualTo(Column.Identity.AUTO_INCREMENT);
    assertThat(id.nullable()).isFalse();
    assertThat(reading.column("clients", "login").comment())
        .contains("unique in its first letters");
    assertThat(reading.column("clients", "login").collation()).isEmpty();
    assertThat(reading.column("clients", "bio").collation()).contains("latin1_bin");
    assertThat(reading.column("clients", "mood").type().family()).isEqualTo(TypeFamily.ENUM);
    assertThat(reading.column("clients", "photo").type().family()).isEqualTo(TypeFamily.BINARY);
    assertThat(reading.column("clients", "twice").generated().orElseThrow().stored()).isTrue();
    Column.Generated thrice = reading.column("clients", "thrice").generated().orElseThrow();
    assertThat(thrice.stored()).isFalse();
    assertThat(thrice.expression()).contains("`points` * 3");
  }

  private static void defaults(Reading reading) {
    assertThat(reading.column("clients", "born").defaultSql()).contains("'2000-01-01'");
    assertThat(reading.column("clients", "said").defaultSql()).contains("'it''s'");
    assertThat(reading.column("clients", "points").defaultSql()).contains("5");
    Column seen = reading.column("clients", "seen");
    assertThat(seen.defaultSql().orElseThrow()).startsWithIgnoringCase("current_timestamp");
    assertThat(seen.onUpdateSql().orElseThrow()).startsWithIgnoringCase("current_timestamp");
    assertThat(seen.generated()).isEmpty();
    assertThat(reading.column("clients", "login").defaultSql()).isEmpty();
    assertThat(reading.column("clients", "mood").defaultSql()).isEmpty();
  }

  private static void keys(Reading reading) {
    assertThat(reading.table("orders").primaryKey().orElseThrow().columns())
        .containsExactly("id", "place");
    UniqueKey start = reading.key("clients", "login_start");
    assertThat(start.parts())
        .containsExactly(new KeyPart("login", false, OptionalInt.of(5), false));
    assertThat(start.total()).isFalse();
    assertThat(reading.key("clients", "login_all").total()).isTrue();
    assertThat(reading.table("clients").indexes())
        .extracting(i -> i.name(), i -> i.method())
        .containsExactly(tuple("born_down", "btree"), tuple("words", "fulltext"));
  }

  private static void tableFacts(Reading reading) {
    assertThat(reading.table("clients").engine()).contains("InnoDB");
    assertThat(reading.table("old_log").engine()).contains("MyISAM");
    assertThat(reading.table("clients").comment()).contains("who pays");
    assertThat(reading.table("clients").options())
        .anySatisfy(option -> assertThat(option).isEqualToIgnoringCase("row_format=COMPRESSED"))
        .contains("CHARSET=utf8mb4", "COLLATE=utf8mb4_bin");
    assertThat(reading.table("clients").definition().orElseThrow())
        .startsWith("CREATE TABLE `clients` (");
    assertThat(reading.table("clients").checks())
        .singleElement()
        .satisfies(check -> {
          assertThat(check.name()).isEqualTo("positive");
          assertThat(check.expression()).contains("`points` > 0");
        });
    Partitioning partitioning = reading.table("events").partitioning().orElseThrow();
    assertThat(partitioning.key()).isEqualTo("RANGE (year(`day`))");
    assertThat(partitioning.partitions())
        .extracting(p -> p.name().name(), Partitioning.Partition::bound)
        .containsExactly(
            tuple("p20", "VALUES LESS THAN (2021)"), tuple("pmax", "VALUES LESS THAN (MAXVALUE)"));
  }

  @ParameterizedTest
  @MethodSource(FAMILY)
  void keysTakeTheSpellingOfTheColumns(TestServer server) throws Exception {
    Reading reading = Reading.of(server.newDatabase().with(DDL));
    Relation client = reading.relation("orders_client");
    assertThat(client.childColumns()).containsExactly("Client_Id");
    assertThat(client.parentColumns()).containsExactly("id");
    assertThat(client.onDelete()).isEqualTo(Relation.Action.CASCADE);
    assertThat(client.onUpdate()).isEqualTo(Relation.Action.SET_NULL);
    assertThat(client.nullable()).isTrue();
    Relation order = reading.relation("notes_order");
    assertThat(order.childColumns()).containsExactly("o", "p");
    assertThat(order.parentColumns()).containsExactly("id", "place");
    assertThat(order.nullable()).isFalse();
  }

  @ParameterizedTest
  @MethodSource(FAMILY)
  void whatRunsByItselfComesWithItsBody(TestServer server) throws Exception {
    Reading reading = Reading.of(server.newDatabase().with(DDL));
    assertThat(reading.table("orders").triggers())
        .extracting(Trigger::name, t -> t.body().orElseThrow())
        .containsExactly(tuple("first", "SET NEW.place = 2"), tuple("second", "SET NEW.place = 1"));
    Trigger first = reading.table("orders").triggers().getFirst();
    assertThat(first.definition().orElseThrow()).containsIgnoringCase("trigger");
    assertThat(first.sessionSettings()).anyMatch(s -> s.startsWith("sql_mode="));
    assertThat(reading.schema().routines())
        .extracting(r -> r.name() + r.signature().replace("(11)", ""), Routine::kind)
        .containsExactly(
            tuple("tidy(int, varchar(10))", Routine.Kind.PROCEDURE),
            tuple("twice(int)", Routine.Kind.FUNCTION));
    assertThat(reading.schema().routines())
        .allSatisfy(r -> assertThat(r.definition().orElseThrow()).startsWith("CREATE"))
        .allSatisfy(r -> assertThat(r.body()).isPresent());
    assertThat(reading.schema().events())
        .extracting(ScheduledEvent::name, ScheduledEvent::enabled, e -> e.body().orElseThrow())
        .containsExactly(tuple("nightly", false, "DELETE FROM notes"));
    assertThat(reading.schema().views())
        .singleElement()
        .satisfies(view -> {
          assertThat(view.uses()).extracting(TableName::name).containsExactly("clients", "orders");
          assertThat(view.definition().orElseThrow()).contains("VIEW `open_orders`");
        });
  }

  @ParameterizedTest
  @MethodSource(FAMILY)
  void keysFromAndToOtherDatabasesAreKept(TestServer server) throws Exception {
    TestDatabase parents = server.newDatabase().with(DDL);
    TestDatabase children =
        server
            .newDatabase()
            .with(
                "CREATE TABLE outward (client_id int unsigned NOT NULL, CONSTRAINT outward_fk"
                    + " FOREIGN KEY (client_id) REFERENCES `"
                    + parents.name()
                    + "`.clients (id)) ENGINE=InnoDB");
    Relation seenFromChild = Reading.of(children).relation("outward_fk");
    assertThat(seenFromChild.parent()).isEqualTo(new TableName(parents.name(), "clients"));
    Reading fromParent = Reading.of(parents);
    assertThat(fromParent.relation("outward_fk").nullable()).isFalse();
    assertThat(fromParent.schema().outside())
        .containsExactly(new TableName(children.name(), "outward"));
  }

  @ParameterizedTest
  @MethodSource(FAMILY)
  void aUserWhoMayOnlySelectStillSeesTheKeysAndHearsWhatHeDoesNotSee(TestServer server)
      throws Exception {
    TestDatabase database = server.newDatabase().with(DDL);
    String user = "reader_" + database.name();
    try (Connection admin = database.admin();
        Statement statement = admin.createStatement()) {
      statement.execute("CREATE USER " + user + " IDENTIFIED BY 'Secret-1'");
      statement.execute("GRANT SELECT ON `" + database.name() + "`.* TO " + user);
    }
    JdbcSource reader =
        new JdbcSource(
            database.source().url(),
            Optional.of(user),
            Secret.of("Secret-1"),
            List.of(database.name()));
    Reading reading = Reading.of(reader, reader.schemas());
    assertThat(reading.relation("orders_client").onDelete()).isEqualTo(Relation.Action.CASCADE);
    assertThat(reading.relation("orders_client").onUpdate()).isEqualTo(Relation.Action.SET_NULL);
    assertThat(reading.schema().skipped())
        .extracting(Skipped::statement)
        .contains(
            "VIEW `" + database.name() + "`.`open_orders`",
            "triggers of " + database.name(),
            "events of " + database.name(),
            "routines of " + database.name());
    assertThat(reading.schema().skipped())
        .allSatisfy(skipped -> assertThat(skipped.why()).contains("GRANT"));
  }

  @ParameterizedTest
  @MethodSource(FAMILY)
  void anOwnerMissesNothing(TestServer server) throws Exception {
    assertThat(Reading.of(server.newDatabase().with(DDL)).schema().skipped()).isEmpty();
  }

  @Test
  void mariaDbsSequencesAreNoTables() throws Exception {
    Reading reading =
        Reading.of(
            TestServers.mariaDb()
                .newDatabase()
                .with(
                    "CREATE SEQUENCE tickets START 5 INCREMENT 2",
                    "CREATE TABLE t (id bigint DEFAULT nextval(tickets))"));
    assertThat(reading.schema().tables()).hasSize(1);
    assertThat(reading.schema().sequences())
        .singleElement()
        .satisfies(sequence -> {
          assertThat(sequence.start()).isEqualTo(5);
          assertThat(sequence.increment()).isEqualTo(2);
        });
    assertThat(reading.column("t", "id").identity()).isEqualTo(Column.Identity.SEQUENCE_DEFAULT);
  }

  @Test
  void mariaDbsPackagesAreRoutinesOfTwoHalves() throws Exception {
    Reading reading =
        Reading.of(
            TestServers.mariaDb()
                .newDatabase()
                .with(
                    "SET sql_mode = 'ORACLE'",
                    "CREATE PACKAGE billing AS PROCEDURE close_day(); END",
                    "CREATE PACKAGE BODY billing AS PROCEDURE close_day() AS BEGIN NULL; END;"
                        + " END"));
    assertThat(reading.schema().routines())
        .extracting(Routine::kind)
        .containsExactly(Routine.Kind.PACKAGE, Routine.Kind.PACKAGE_BODY);
    assertThat(reading.schema().routines())
        .allSatisfy(half -> {
          assertThat(half.definition().orElseThrow()).contains("PACKAGE").contains("billing");
          assertThat(half.sessionSettings()).anyMatch(s -> s.contains("ORACLE"));
        });
  }

  @Test
  void mySqlsFunctionalKeysAndGeneratedDefaultsAreRead() throws Exception {
    TestServer server = TestServers.mySql();
    assertThat(server.product()).isEqualTo(Product.MYSQL);
    Reading reading =
        Reading.of(
            server
                .newDatabase()
                .with(
                    "CREATE TABLE t (a varchar(9) DEFAULT (concat('it''s', 1)), b int, UNIQUE KEY"
                        + " ab ((lower(a)), b DESC), CHECK (a <> 'x''y') NOT ENFORCED)"));
    UniqueKey key = reading.key("t", "ab");
    assertThat(key.total()).isFalse();
    assertThat(key.parts())
        .extracting(KeyPart::text, KeyPart::expression, KeyPart::descending)
        .containsExactly(tuple("lower(`a`)", true, false), tuple("b", false, true));
    assertThat(reading.column("t", "a").defaultSql()).contains("(concat(_utf8mb4'it\\'s',1))");
    assertThat(reading.table("t").checks())
        .singleElement()
        .satisfies(check -> {
          assertThat(check.enforced()).isFalse();
          assertThat(check.expression()).isEqualTo("(`a` <> _utf8mb4'x\\'y')");
        });
  }
}
