package dev.shardwright.risk;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.Trigger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Taking a trigger away, switching it off, and making it stand aside while clients are copied. */
final class TriggerDdl {
  /** MySQL, MariaDB: set in the session that copies. */
  static final String MYSQL_GUARD = "@shardwright_copy IS NULL";

  /** PostgreSQL: {@code SET shardwright.copy = 'on'} in the session that copies. */
  static final String POSTGRES_GUARD =
      "current_setting('shardwright.copy', true) IS DISTINCT FROM 'on'";

  private static final Pattern GUARDED_BODY =
      Pattern.compile(
          "(?is)\\s*BEGIN\\s+IF\\s+@shardwright_copy\\s+IS\\s+NULL\\s+THEN\\b.*END\\s+IF\\s*;\\s*END\\s*;?\\s*");
  private static final Pattern GUARDED_WHEN =
      Pattern.compile(
          "(?is)\\bWHEN\\s*\\(+\\s*current_setting\\('shardwright\\.copy'(?:::text)?, true\\)"
              + " IS DISTINCT FROM 'on'(?:::text)?\\s*\\)*\\s*(?:AND\\b|EXECUTE\\b)");
  private static final Pattern EXECUTE =
      Pattern.compile("(?is)\\s+EXECUTE\\s+(?:FUNCTION|PROCEDURE)\\s");
  private static final Pattern WHEN = Pattern.compile("(?is)\\s+WHEN\\s*\\((.*)\\)\\s*$");

  private TriggerDdl() {}

  /** True if the trigger does nothing in a session that copies clients. */
  static boolean guarded(Trigger trigger, boolean mySqlFamily) {
    return mySqlFamily
        ? trigger.body().map(b -> GUARDED_BODY.matcher(b).matches() && oneIf(b)).orElse(false)
        : trigger.definition().map(d -> GUARDED_WHEN.matcher(d).find()).orElse(false);
  }

  /** The guard's IF must be the block's only statement: no ELSE of its own, nothing behind it. */
  private static boolean oneIf(String body) {
    int depth = 0;
    Matcher words =
        Pattern.compile("(?i)\\bEND\\s+IF\\b|\\bIF\\b(?!\\s*\\()|\\bELSE\\b").matcher(blank(body));
    boolean closed = false;
    while (words.find()) {
      String word = words.group().toUpperCase(Locale.ROOT);
      if (closed || (word.equals("ELSE") && depth == 1)) {
        return false;
      }
      depth += word.equals("IF") ? 1 : word.equals("ELSE") ? 0 : -1;
      closed = depth == 0;
    }
    String tail = body.replaceFirst("(?is).*END\\s+IF\\s*;", "");
    return closed && tail.matches("(?is)\\s*END\\s*;?\\s*");
  }

  private static String blank(String body) {
    return body.replaceAll("(?s)'(?:[^'\\\\]|''|\\\\.)*'|/\\*.*?\\*/|(?m)(?:--\\s|#).*$", " ");
  }

  /** The same trigger with the guard around what it does; empty where its text is not known. */
  static Optional<Trigger> guard(Trigger t, boolean mySqlFamily) {
    if (t.rule() || guarded(t, mySqlFamily)) {
      return Optional.empty();
    }
    if (mySqlFamily) {
      return t.body()
          .map(b -> "BEGIN\n  IF " + MYSQL_GUARD + " THEN\n" + closed(b) + "\n  END IF;\nEND")
          .map(b -> t.with(Optional.of(b), Optional.empty()));
    }
    return t.definition().flatMap(TriggerDdl::when).map(d -> t.with(t.body(), Optional.of(d)));
  }

  private static String closed(String body) {
    String text = body.strip();
    return text.endsWith(";") ? text : text + ";";
  }

  private static Optional<String> when(String definition) {
    Matcher execute = EXECUTE.matcher(definition);
    int at = -1;
    while (execute.find()) {
      at = execute.start();
    }
    if (at < 0) {
      return Optional.empty();
    }
    String head = definition.substring(0, at);
    Matcher old = WHEN.matcher(head);
    String when =
        old.find()
            ? head.substring(0, old.start())
                + " WHEN ("
                + POSTGRES_GUARD
                + " AND "
                + "("
                + old.group(1)
                + ")"
                + ")"
            : head + " WHEN (" + POSTGRES_GUARD + ")";
    return Optional.of(when + definition.substring(at));
  }

  static String drop(Dialect dialect, Trigger t) {
    if (dialect.product().isMySqlFamily()) {
      return "DROP TRIGGER %s.%s;"
          .formatted(dialect.quote(t.table().schema()), dialect.quote(t.name()));
    }
    return "DROP %s %s ON %s;"
        .formatted(t.rule() ? "RULE" : "TRIGGER", dialect.quote(t.name()), table(dialect, t));
  }

  static String replace(Dialect dialect, Trigger t, Trigger by) {
    if (t.enabled() && !by.enabled()) {
      return "ALTER TABLE %s DISABLE %s %s;"
          .formatted(table(dialect, t), t.rule() ? "RULE" : "TRIGGER", dialect.quote(t.name()));
    }
    return drop(dialect, t) + "\n\n" + make(dialect, by);
  }

  private static String table(Dialect dialect, Trigger t) {
    return dialect.qualified(t.table());
  }

  private static String make(Dialect dialect, Trigger t) {
    if (!dialect.product().isMySqlFamily()) {
      return t.definition().orElse("") + ";";
    }
    String create =
        "CREATE TRIGGER %s.%s %s %s ON %s FOR EACH ROW\n%s"
            .formatted(
                dialect.quote(t.table().schema()),
                dialect.quote(t.name()),
                t.timing(),
                String.join(", ", t.events()),
                table(dialect, t),
                t.body().orElse(""));
    return String.join("\n", settings(t)) + "DELIMITER $$\n" + create + "$$\nDELIMITER ;";
  }

  /** The way its text is read was kept when it was made, and must be kept again. */
  private static List<String> settings(Trigger t) {
    return t.sessionSettings().stream()
        .filter(s -> s.startsWith("sql_mode="))
        .map(s -> "SET SESSION sql_mode = '" + s.substring("sql_mode=".length()) + "';\n")
        .toList();
  }
}
