package dev.shardwright.sql;

import dev.shardwright.model.Product;
import dev.shardwright.model.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out whose SQL a file holds, from its first megabyte. */
public final class Flavours {
  private static final int HEAD_BYTES = 1 << 20;
  private static final Pattern ANY_STATEMENT =
      Pattern.compile(
          "(?im)^\\s*(?:/\\*.*?\\*/\\s*)?"
              + "(create|alter|insert|drop|copy|comment\\s+on|select|set|use|begin|replace)\\s+\\S");

  /** What only one family writes. */
  private static final List<Pattern> POSTGRESQL =
      patterns(
          "(?m)^-- PostgreSQL database (?:cluster )?dump",
          "(?m)^\\\\(?:restrict|connect|c|set|i) ",
          "\\bCOPY\\s+\\S+\\s*(?:\\([^)]*\\))?\\s+FROM\\s+STDIN\\b",
          "\\bSET\\s+(?:search_path|client_encoding|standard_conforming_strings)\\b",
          "\\bpg_catalog\\.",
          "\\bAS\\s*\\$\\w*\\$",
          "\\bLANGUAGE\\s+'?plpgsql\\b",
          "\\b(?:big|small)?serial\\b(?!\\s+default\\s+value)",
          "\\bcharacter\\s+varying\\b",
          "\\btimestamp\\s*(?:\\(\\d\\)\\s*)?with(?:out)?\\s+time\\s+zone\\b|\\btimestamptz\\b",
          "\\bGENERATED\\s+(?:ALWAYS|BY\\s+DEFAULT)\\s+AS\\s+IDENTITY\\b",
          "\\bALTER\\s+TABLE\\s+ONLY\\b",
          "[\\w)']::\\w",
          "\\bnextval\\s*\\(\\s*'",
          "\\bOWNER\\s+TO\\b",
          "\\b(?:bytea|jsonb|tsvector|hstore|citext)\\b",
          "\\bAS\\s+ENUM\\s*\\(",
          "\\bpublic\\.\\w",
          "\\bWITHOUT\\s+OIDS\\b",
          // MySQL takes the word and does nothing; nobody writes it for MySQL.
          "\\bDROP\\s+TABLE\\s[^;]*\\bCASCADE\\s*;",
          "\\bCREATE\\s+(?:UNIQUE\\s+)?INDEX\\b[^;]*\\bUSING\\s+(?:gin|gist|brin)\\b",
          "\\bCREATE\\s+EXTENSION\\b",
          "\\bNULLS\\s+NOT\\s+DISTINCT\\b",
          "\\bDEFERRABLE\\b",
          "\\bnum_nonnulls\\b",
          "\\bEXECUTE\\s+(?:FUNCTION|PROCEDURE)\\b");

  private static final List<Pattern> MYSQL_FAMILY =
      patterns(
          "(?m)^-- (?:MySQL|MariaDB) dump|^-- phpMyAdmin",
          "`\\w[^`\\n]*`",
          "\\bENGINE\\s*=",
          "\\bAUTO_INCREMENT\\b",
          "/\\*M?!\\d{5,6}",
          "(?m)^\\s*DELIMITER\\s+\\S",
          "\\bLOCK\\s+TABLES\\b",
          "\\bDEFAULT\\s+(?:CHARSET|CHARACTER\\s+SET)\\b",
          "\\b(?:tiny|medium|small|big)?int(?:eger)?\\s*(?:\\(\\d+\\))?\\s+unsigned\\b",
          "\\b(?:tinyint|mediumint|mediumtext|longtext|tinytext|mediumblob|longblob|datetime)\\b",
          "\\bON\\s+UPDATE\\s+CURRENT_TIMESTAMP\\b",
          "\\bSET\\s+NAMES\\b",
          "\\bFOREIGN_KEY_CHECKS\\b",
          "\\benum\\s*\\(\\s*'",
          "\\bCOLLATE\\s*=?\\s*utf8",
          "(?m)^\\s*#",
          "(?m)^\\s*(?:unique\\s+|fulltext\\s+)?key\\s+\\w+\\s*\\(",
          "\\bSIGNAL\\s+SQLSTATE\\b",
          "(?m)^\\s*USE\\s+\\S+\\s*;",
          "\\bCHANGE\\s+COLUMN\\b|\\bINSERT\\s+IGNORE\\b");

  private static final List<Pattern> MARIADB =
      patterns(
          "(?m)^-- MariaDB dump",
          "/\\*M!",
          "(?m)^-- Server version.*MariaDB",
          "\\buca1400_",
          "\\bWITH\\s+SYSTEM\\s+VERSIONING\\b");

  // Portable DDL says nothing; then the words of its author count, in comments or the file's name.
  private static final Pattern SAYS_POSTGRESQL =
      Pattern.compile("postgres|(?<![a-z])pg(?:sql)?(?![a-z])", Pattern.CASE_INSENSITIVE);
  private static final Pattern SAYS_MARIADB =
      Pattern.compile("maria_?db", Pattern.CASE_INSENSITIVE);
  private static final Pattern SAYS_MYSQL = Pattern.compile("my_?sql", Pattern.CASE_INSENSITIVE);
  private static final Pattern COMMENTS = Pattern.compile("(?m)^\\s*(?:--|#).*$|/\\*(?s:.*?)\\*/");

  // A file that begins so is no text, but the reader can be told what to do with it.
  private static final Map<String, String> PACKED =
      Map.of(
          "PGDMP", "is an archive of pg_dump: turn it into SQL with pg_restore -f FILE.sql",
          "\u001f\u008b", "is compressed: unpack it with gunzip",
          "PK\u0003\u0004", "is a zip archive: unpack it",
          "BZh", "is compressed: unpack it with bunzip2",
          "(\u00b5/\u00fd", "is compressed: unpack it with unzstd",
          "\u00fd7zXZ", "is compressed: unpack it with unxz");

  private Flavours() {}

  /**
   * The product whose SQL this is; MySQL for a file of its family that does not say more.
   *
   * @param name the file's name, for messages
   * @throws UserError if the file is empty, no SQL, or may be either family's
   */
  public static Product detect(InputStream file, String name) throws IOException {
    String text = head(file, name);
    int postgres = score(POSTGRESQL, text);
    int mySql = score(MYSQL_FAMILY, text);
    if (postgres >= 2 * mySql && postgres > 0) {
      return Product.POSTGRESQL;
    }
    if (mySql >= 2 * postgres && mySql > 0) {
      return score(MARIADB, text) > 0 ? Product.MARIADB : Product.MYSQL;
    }
    return said(comments(text)).or(() -> said(name)).orElseThrow(() -> undecidable(name));
  }

  private static UserError undecidable(String name) {
    return new UserError(
        "Whose SQL "
            + name
            + " holds cannot be told from its content: say --flavour postgresql,"
            + " --flavour mysql or --flavour mariadb.");
  }

  /** The one product that a text names; empty if it names none or several. */
  private static Optional<Product> said(String text) {
    boolean postgres = SAYS_POSTGRESQL.matcher(text).find();
    boolean mariaDb = SAYS_MARIADB.matcher(text).find();
    boolean mySql = SAYS_MYSQL.matcher(text).find();
    if (postgres == (mariaDb || mySql)) {
      return Optional.empty();
    }
    return Optional.of(postgres ? Product.POSTGRESQL : mariaDb ? Product.MARIADB : Product.MYSQL);
  }

  private static String comments(String text) {
    StringBuilder all = new StringBuilder();
    Matcher matcher = COMMENTS.matcher(text);
    while (matcher.find()) {
      all.append(matcher.group()).append('\n');
    }
    return all.toString();
  }

  /**
   * Makes sure that a file holds SQL.
   *
   * @throws UserError if it does not
   */
  public static void requireSql(InputStream file, String name) throws IOException {
    head(file, name);
  }

  private static String head(InputStream file, String name) throws IOException {
    byte[] bytes = file.readNBytes(HEAD_BYTES);
    packed(bytes)
        .ifPresent(what -> {
          throw new UserError("The file " + name + " " + what + ".");
        });
    String text =
        new String(
            Encodings.asUtf8(new java.io.ByteArrayInputStream(bytes)).readAllBytes(),
            StandardCharsets.UTF_8);
    if (text.isBlank()) {
      throw new UserError("The file " + name + " is empty.");
    }
    if (!ANY_STATEMENT.matcher(text).find()) {
      throw new UserError("The file " + name + " is no SQL: no statement was found in it.");
    }
    return text;
  }

  private static Optional<String> packed(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(8, bytes.length), StandardCharsets.ISO_8859_1);
    return PACKED.entrySet().stream()
        .filter(entry -> start.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static int score(List<Pattern> patterns, String text) {
    int score = 0;
    for (Pattern pattern : patterns) {
      Matcher matcher = pattern.matcher(text);
      score += matcher.find() ? 1 : 0;
    }
    return score;
  }

  private static List<Pattern> patterns(String... texts) {
    return java.util.Arrays.stream(texts)
        .map(text -> Pattern.compile(text, Pattern.CASE_INSENSITIVE))
        .toList();
  }
}
