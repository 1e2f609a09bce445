package dev.shardwright.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;

/** A PostgreSQL script falls into the statements that psql would send. */
class PostgresScriptTest {

  @Test
  void semicolonsInStringsCommentsAndDollarQuotesEndNothing() throws Exception {
    assertThat(
            texts(
                """
                SELECT ';', E'\\';', "a;b", U&'\\0041;';
                -- a comment; with a semicolon
                SELECT 1 /* one ; /* nested ; */ */ + 1;
                DO $body$ BEGIN PERFORM 1; $$;$$; END $body$;
                SELECT $1, a$b FROM t;
                """))
        .containsExactly(
            "SELECT ';', E'\\';', \"a;b\", U&'\\0041;'",
            "SELECT 1 /* one ; /* nested ; */ */ + 1",
            "DO $body$ BEGIN PERFORM 1; $$;$$; END $body$",
            "SELECT $1, a$b FROM t");
  }

  @Test
  void actionsOfARuleAndBodiesOfStandardFunctionsStayWhole() throws Exception {
    String rule =
        "CREATE RULE r AS ON INSERT TO t DO ALSO (INSERT INTO a VALUES (1); DELETE FROM b)";
    String function =
        "CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END;"
            + " SELECT 2; END";
    String trigger =
        "CREATE FUNCTION begin_work() RETURNS int LANGUAGE sql AS 'SELECT 1; SELECT 2'";
    assertThat(texts(rule + ";\n" + function + ";\n" + trigger + ";"))
        .containsExactly(rule, function, trigger);
  }

  @Test
  void rowsAfterCopyAreNoStatements() throws Exception {
    PostgresScript script =
        script("COPY t (a, b) FROM stdin;\n1\tit's; \\N\n\\.x\n\\.\nSELECT 1;\n");
    SqlStatement copy = script.next().orElseThrow();
    assertThat(PostgresScript.isCopyFromStdin(copy)).isTrue();
    PostgresScript.CopyRows rows = script.copyRows();
    assertThat(new String(rows.readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("1\tit's; \\N\n\\.x\n");
    assertThat(rows.closedProperly()).isTrue();
    assertThat(script.next()).map(SqlStatement::text).contains("SELECT 1");
  }

  @Test
  void rowsThatEndWithTheFileAreToldApart() throws Exception {
    PostgresScript script = script("COPY t FROM stdin;\n1\n2");
    assertThat(script.next()).isPresent();
    PostgresScript.CopyRows rows = script.copyRows();
    assertThat(rows.readAllBytes()).hasSize(3);
    assertThat(rows.closedProperly()).isFalse();
    assertThat(script.next()).isEmpty();
  }

  @Test
  void commandsOfPsqlAreListedAndNotSent() throws Exception {
    PostgresScript script =
        script("\\restrict abc\nSELECT 1;\n-- other\n\\connect other\nSELECT 2;\n");
    assertThat(rest(script)).extracting(SqlStatement::text).containsExactly("SELECT 1", "SELECT 2");
    assertThat(script.commands())
        .extracting(SqlStatement::text)
        .containsExactly("\\restrict abc", "\\connect other");
  }

  @Test
  void aFileThatEndsInsideAStatementSaysSo() throws Exception {
    assertThat(rest(script("SELECT 1;\nINSERT INTO t VALUES ('a")))
        .extracting(SqlStatement::complete)
        .containsExactly(true, false);
    assertThat(rest(script("CREATE TABLE t (id int"))).noneMatch(SqlStatement::complete);
    assertThat(rest(script("SELECT 1"))).allMatch(SqlStatement::complete);
  }

  @Test
  void oldDumpsWithBackslashesInPlainStringsAreUnderstood() throws Exception {
    assertThat(texts("SET standard_conforming_strings = off;\nSELECT 'it\\'s; one';\nSELECT 2;"))
        .containsExactly(
            "SET standard_conforming_strings = off", "SELECT 'it\\'s; one'", "SELECT 2");
  }

  @Test
  void otherEncodingsAreRead() throws Exception {
    String latin = "SET client_encoding = 'LATIN1';\nSELECT 'Łódź? façade';";
    for (Charset charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16)) {
      byte[] bytes =
          charset.equals(StandardCharsets.UTF_16)
              ? latin.replace("LATIN1", "UTF8").getBytes(charset)
              : latin.getBytes(charset);
      List<SqlStatement> all = rest(new PostgresScript(new ByteArrayInputStream(bytes)));
      assertThat(all.get(1).text()).endsWith("façade'");
    }
  }

  @Test
  void linesAreCounted() throws Exception {
    assertThat(rest(script("\n\nSELECT\n1;\n SELECT 2;")))
        .extracting(SqlStatement::line)
        .containsExactly(3L, 5L);
  }

  @Test
  void splitsOurOwnFilesAsTheDriverDoes() throws Exception {
    try (Stream<Path> files = Files.walk(Path.of("sample-schemas"))) {
      List<Path> scripts = files.filter(file -> file.endsWith("postgresql.sql")).sorted().toList();
      assertThat(scripts).isNotEmpty();
      for (Path file : scripts) {
        String text = Files.readString(file);
        List<String> driver = new ArrayList<>();
        for (NativeQuery query : Parser.parseJdbcSql(text, true, false, true, false, false)) {
          if (!SqlText.withoutLeadingComments(query.nativeSql).isEmpty()) {
            driver.add(SqlText.withoutLeadingComments(query.nativeSql).strip());
          }
        }
        assertThat(texts(text).stream().map(SqlText::withoutLeadingComments))
            .describedAs(file.toString())
            .containsExactlyElementsOf(driver);
      }
    }
  }

  private static PostgresScript script(String text) throws IOException {
    return new PostgresScript(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> texts(String text) throws IOException {
    return rest(script(text)).stream().map(SqlStatement::text).toList();
  }

  private static List<SqlStatement> rest(SqlScript script) throws IOException {
    List<SqlStatement> all = new ArrayList<>();
    for (Optional<SqlStatement> next = script.next(); next.isPresent(); next = script.next()) {
      all.add(next.get());
    }
    return all;
  }
}
