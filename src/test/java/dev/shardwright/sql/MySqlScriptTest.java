package dev.shardwright.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A MySQL script falls into the statements that the mysql client would send. */
class MySqlScriptTest {

  @Test
  void semicolonsInStringsAndCommentsEndNothing() throws Exception {
    assertThat(
            texts(
                """
                SELECT ';', "a;b", 'it\\'s;', 'it''s;', `a;b`;
                # a comment; of MySQL
                SELECT 1--1; -- another; one
                SELECT /* ; */ 2;
                """))
        .containsExactly(
            "SELECT ';', \"a;b\", 'it\\'s;', 'it''s;', `a;b`", "SELECT 1--1", "SELECT /* ; */ 2");
  }

  @Test
  void theDelimiterIsTheClientsOwnAffair() throws Exception {
    assertThat(
            texts(
                """
                -- a trigger
                DELIMITER //
                CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN SET NEW.x = 1; END//
                delimiter ;
                SELECT 1;
                """))
        .containsExactly(
            "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN SET NEW.x = 1; END",
            "SELECT 1");
  }

  @Test
  void versionCommentsAreCodeAndStayWhole() throws Exception {
    assertThat(
            texts(
                """
                /*M!999999\\- enable the sandbox mode */
                /*!40101 SET NAMES utf8 */;
                DELIMITER ;;
                /*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER t BEFORE INSERT ON a FOR EACH ROW
                BEGIN SET NEW.x = 'a*/b'; END */;;
                DELIMITER ;
                -- only a comment
                """))
        .containsExactly(
            "/*M!999999\\- enable the sandbox mode */\n/*!40101 SET NAMES utf8 */",
            "/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER t BEFORE"
                + " INSERT ON a FOR EACH ROW\nBEGIN SET NEW.x = 'a*/b'; END */");
  }

  @Test
  void aFileThatEndsInsideAStatementSaysSo() throws Exception {
    assertThat(rest("SELECT 1;\nINSERT INTO t VALUES (1,'a"))
        .extracting(SqlStatement::complete)
        .containsExactly(true, false);
    assertThat(rest("INSERT INTO t VALUES (1,2),(3")).noneMatch(SqlStatement::complete);
    assertThat(rest("SELECT 1")).allMatch(SqlStatement::complete);
  }

  @Test
  void rawBinaryValuesBecomeHexadecimal() throws Exception {
    byte[] bytes =
        "INSERT INTO t VALUES ('é', _binary '\\0ÿ\\n''x');".getBytes(StandardCharsets.ISO_8859_1);
    MySqlScript script = new MySqlScript(new ByteArrayInputStream(bytes));
    assertThat(script.next())
        .map(SqlStatement::text)
        .contains("INSERT INTO t VALUES (0xe9, _binary 0x00ff0a2778)");
  }

  @Test
  void textStaysText() throws Exception {
    assertThat(texts("INSERT INTO t VALUES ('Łódź 🚗');"))
        .containsExactly("INSERT INTO t VALUES ('Łódź 🚗')");
  }

  @Test
  void aBackslashIsALetterWhereTheScriptTurnsEscapesOff() throws Exception {
    assertThat(
            texts(
                """
                SET @old = @@sql_mode, sql_mode = CONCAT(@@sql_mode, ',NO_BACKSLASH_ESCAPES');
                INSERT INTO t VALUES ('\\');
                SELECT 1;
                SET SESSION sql_mode = @old;
                SELECT '\\';', 'x';
                SET sql_mode = 'ANSI_QUOTES';
                SELECT "\\" FROM t;
                SELECT '\\';';
                SET GLOBAL sql_mode = 'NO_BACKSLASH_ESCAPES';
                SELECT '\\';';
                """))
        .filteredOn(text -> !text.startsWith("SET"))
        .containsExactly(
            "INSERT INTO t VALUES ('\\')",
            "SELECT 1",
            "SELECT '\\';', 'x'",
            "SELECT \"\\\" FROM t",
            "SELECT '\\';'",
            "SELECT '\\';'");
  }

  @Test
  void bytesAreReadInTheCharacterSetOfTheScriptAndSentAsUtf8() throws Exception {
    assertThat(
            texts(
                "/*!40101 SET NAMES latin1 */;SELECT 'é', 1 AS `é`, _latin1'é';"
                    + "SET NAMES latin1 COLLATE latin1_bin, foreign_key_checks=0;"
                    + "SET character_set_client = @none, character_set_results = latin1;SELECT 'é'",
                StandardCharsets.ISO_8859_1))
        .containsExactly(
            "/*!40101 SET character_set_connection = latin1 */",
            "SELECT 'é', 1 AS `é`, _latin1 0xe9",
            "SET collation_connection = latin1_bin, foreign_key_checks=0",
            "SET character_set_client = @none, character_set_results = utf8mb4",
            "SELECT 'é'");
  }

  @Test
  void halfOfACharacterEndsNoString() throws Exception {
    // The second byte of 表 in Shift JIS is that of a backslash.
    assertThat(texts("SET NAMES sjis; SELECT '表', `表` ; SELECT 2", Charset.forName("Shift_JIS")))
        .containsExactly("SET character_set_connection = sjis", "SELECT '表', `表`", "SELECT 2");
  }

  private static List<String> texts(String text, Charset charset) throws IOException {
    return rest(text.getBytes(charset)).stream().map(SqlStatement::text).toList();
  }

  private static List<String> texts(String text) throws IOException {
    return rest(text).stream().map(SqlStatement::text).toList();
  }

  private static List<SqlStatement> rest(String text) throws IOException {
    return rest(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<SqlStatement> rest(byte[] text) throws IOException {
    SqlScript script = new MySqlScript(new ByteArrayInputStream(text));
    List<SqlStatement> all = new ArrayList<>();
    for (Optional<SqlStatement> next = script.next(); next.isPresent(); next = script.next()) {
      all.add(next.get());
    }
    return all;
  }
}
