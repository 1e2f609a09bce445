package dev.shardwright.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardwright.model.Product;
import dev.shardwright.model.UserError;
import dev.shardwright.testing.SharedFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A file's content says whose SQL it is. */
class FlavoursTest {

  @Test
  void everySampleSaysWhoseSqlItIs() throws Exception {
    assertThat(wrong(Path.of("sample-schemas"))).isEmpty();
  }

  @Test
  void everyPublicSchemaSaysWhoseSqlItIs() throws Exception {
    assertThat(wrong(SharedFolder.folder())).isEmpty();
  }

  @Test
  void headersOfDumpsAreEnough() throws Exception {
    assertThat(detect("-- MariaDB dump 10.19\nCREATE TABLE a (id int);"))
        .isEqualTo(Product.MARIADB);
    assertThat(detect("-- MySQL dump 10.13\nCREATE TABLE a (id int);")).isEqualTo(Product.MYSQL);
    assertThat(detect("--\n-- PostgreSQL database dump\n--\nCREATE TABLE a (id int);"))
        .isEqualTo(Product.POSTGRESQL);
  }

  @Test
  void portableSqlIsWhatItsAuthorOrItsNameSays() throws Exception {
    assertThat(detect("/* DB Server: PostgreSql */\nCREATE TABLE a (id int);"))
        .isEqualTo(Product.POSTGRESQL);
    assertThat(detect("CREATE TABLE a (id int);", "shop.pg.sql")).isEqualTo(Product.POSTGRESQL);
    assertThat(detect("CREATE TABLE a (id int);", "mariadb.sql")).isEqualTo(Product.MARIADB);
    assertThatThrownBy(() -> detect("CREATE TABLE a (id int);", "shop.sql"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--flavour");
    assertThatThrownBy(() -> detect("CREATE TABLE a (id int);", "mysql-to-postgres.sql"))
        .isInstanceOf(UserError.class);
  }

  /** Files whose content was taken for the other family's than their name says. */
  private static List<Path> wrong(Path folder) throws IOException {
    List<Path> wrong = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".sql")).sorted().toList()) {
        boolean mySql = String.valueOf(file.getFileName()).equals("mysql.sql");
        try (InputStream text = Files.newInputStream(file)) {
          if (Flavours.detect(text, String.valueOf(file.getFileName())).isMySqlFamily() != mySql) {
            wrong.add(file);
          }
        }
      }
    }
    return wrong;
  }

  private static Product detect(String text) throws IOException {
    return detect(text, "dump.sql");
  }

  private static Product detect(String text, String name) throws IOException {
    return Flavours.detect(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), name);
  }
}
