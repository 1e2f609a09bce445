package dev.shardwright.introspect.dump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.model.Progress;
import dev.shardwright.model.Skipped;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import dev.shardwright.testing.TestServers;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A dump's text arrives as it was written, whatever character sets its statements come in. */
class CharacterSetsTest {
  private static final Charset LATIN1 = Charset.forName("windows-1252");

  static Stream<TestServer> servers() {
    return TestServers.everyVersion().filter(server -> server.product().isMySqlFamily());
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aTriggerMadeByALatin1ClientLoadsFromADumpInUtf8(TestServer server) throws Exception {
    byte[] dump =
        together(
            utf8(
                """
                /*!50503 SET NAMES utf8mb4 */;
                CREATE TABLE a (id int PRIMARY KEY, name varchar(20) CHARACTER SET utf8mb4,
                  fired varchar(20) CHARACTER SET utf8mb4);
                /*!50003 SET @saved_cs_client      = @@character_set_client */ ;
                /*!50003 SET @saved_cs_results     = @@character_set_results */ ;
                /*!50003 SET @saved_col_connection = @@collation_connection */ ;
                /*!50003 SET character_set_client  = latin1 */ ;
                /*!50003 SET character_set_results = latin1 */ ;
                /*!50003 SET collation_connection  = latin1_swedish_ci */ ;
                """),
            """
            DELIMITER ;;
            /*!50003 CREATE*/ /*!50003 TRIGGER t BEFORE INSERT ON a
            FOR EACH ROW SET NEW.fired = 'Größe €' */;;
            DELIMITER ;
            """
                .getBytes(LATIN1),
            utf8(
                """
                /*!50003 SET character_set_client  = @saved_cs_client */ ;
                /*!50003 SET character_set_results = @saved_cs_results */ ;
                /*!50003 SET collation_connection  = @saved_col_connection */ ;
                INSERT INTO a (id, name) VALUES (1, 'Łódź 🚗');
                """));
    assertThat(loaded(server, dump, "SELECT CONCAT(name, ' ', fired) FROM main.a"))
        .containsExactly("Łódź 🚗 Größe €");
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aDumpInLatin1KeepsItsNamesItsTextAndItsBytes(TestServer server) throws Exception {
    byte[] dump =
        together(
            """
            /*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
            /*!40101 SET NAMES latin1 */;
            CREATE TABLE `größe` (id int PRIMARY KEY, `maß` varchar(20) CHARACTER SET utf8mb4, raw blob);
            INSERT INTO `größe` VALUES (1, 'it''s\\\\ ü€', _binary 'éÿ'), (2, _utf8mb4'Ã¼', 'éÿ');
            """
                .getBytes(LATIN1),
            utf8(
                """
                /*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;
                INSERT INTO `größe` VALUES (3, 'ü', '');
                """));
    assertThat(
            loaded(
                server, dump, "SELECT CONCAT(`maß`, ' ', HEX(raw)) FROM main.`größe` ORDER BY id"))
        .containsExactly("it's\\ ü€ E9FF", "ü E9FF", "ü ");
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aCharacterSetThatNobodyKnowsIsReported(TestServer server) throws Exception {
    byte[] dump = utf8("SET NAMES dec8;\nCREATE TABLE a (id int PRIMARY KEY);\n");
    TestDatabase database = server.newDatabase();
    try {
      assertThat(load(database, dump).skipped())
          .containsExactly(
              new Skipped(
                  "SET NAMES dec8",
                  "this program does not know this character set: what follows was read as UTF-8"));
    } finally {
      drop(database);
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void backslashesMeanWhatTheModeOfTheScriptSays(TestServer server) throws Exception {
    byte[] dump =
        utf8(
            """
            CREATE TABLE a (id int PRIMARY KEY, path varchar(20));
            /*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_BACKSLASH_ESCAPES' */;
            INSERT INTO a VALUES (1, 'C:\\'), (2, 'D:;\\');
            /*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
            INSERT INTO a VALUES (3, 'it\\'s; \\\\');
            """);
    assertThat(loaded(server, dump, "SELECT path FROM main.a ORDER BY id"))
        .containsExactly("C:\\", "D:;\\", "it's; \\");
  }

  private static List<String> loaded(TestServer server, byte[] dump, String question)
      throws Exception {
    TestDatabase database = server.newDatabase();
    try {
      assertThat(load(database, dump).skipped()).isEmpty();
      try (Connection admin = database.admin();
          Statement statement = admin.createStatement();
          ResultSet rows = statement.executeQuery(question)) {
        List<String> all = new ArrayList<>();
        while (rows.next()) {
          all.add(rows.getString(1));
        }
        return all;
      }
    } finally {
      drop(database);
    }
  }

  private static Loaded load(TestDatabase database, byte[] dump) {
    return MySqlDump.load(
        database.source(),
        database::admin,
        new ByteArrayInputStream(dump),
        "dump.sql",
        dump.length,
        Progress.SILENT);
  }

  // The next file wants a database main of its own.
  private static void drop(TestDatabase database) throws Exception {
    try (Connection admin = database.admin();
        Statement statement = admin.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS `" + MySqlDump.DEFAULT_DATABASE + "`");
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] together(byte[]... parts) throws Exception {
    java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.write(part);
    }
    return all.toByteArray();
  }
}
