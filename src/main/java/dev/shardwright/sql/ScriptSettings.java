package dev.shardwright.sql;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the SET statements of a MySQL script say about the bytes that follow them: their character
 * set, and whether a backslash means anything in a string.
 *
 * <p>Statements go to the server as UTF-8 whatever the script is written in. So a SET that names
 * another character set for what is sent or answered becomes one to utf8mb4; the character set that
 * the server turns strings into stays the script's.
 */
final class ScriptSettings {
  private static final Pattern NAMES =
      Pattern.compile("(?is)(\\s*)NAMES\\s+(\\S+)(?:\\s+COLLATE\\s+(\\S+))?\\s*");
  private static final Pattern CHARACTER_SET =
      Pattern.compile("(?is)(\\s*)(?:CHARACTER\\s+SET|CHARSET)\\s+(\\S+)\\s*");
  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "(?is)(\\s*(?:(?:SESSION|LOCAL)\\s+|@@(?:(?:SESSION|LOCAL)\\s*\\.\\s*)?)?"
              + "(\\w+|@[\\w.$]+|@`[^`]+`)\\s*:?=\\s*)(.*?)\\s*");
  private static final Pattern VARIABLE =
      Pattern.compile("(?i)@@(?:(?:SESSION|LOCAL)\\s*\\.\\s*)?(\\w+)|(@[\\w.$]+|@`[^`]+`)");
  private static final Pattern LITERAL = Pattern.compile("'([^']*)'|\"([^\"]*)\"");
  private static final Set<String> SENT_AS_UTF8 = Set.of("utf8", "utf8mb3", "utf8mb4");
  private static final String CLIENT = "CHARACTER_SET_CLIENT";
  private static final String RESULTS = "CHARACTER_SET_RESULTS";
  private static final String MODE = "SQL_MODE";

  private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Set<String> unreadable = new TreeSet<>();
  private MySqlCharset charset = MySqlCharset.UTF8;
  private boolean escapes = true;
  private boolean ansiQuotes;

  ScriptSettings() {
    values.put(CLIENT, "utf8mb4");
    values.put(MODE, "");
  }

  /** The character set of the next statement's bytes. */
  MySqlCharset charset() {
    return charset;
  }

  /** The character sets that the script turned to and that this program does not know, sorted. */
  Set<String> unreadable() {
    return Collections.unmodifiableSet(unreadable);
  }

  /** True if a backslash between such quotes takes the next character with it. */
  boolean escapes(int quote) {
    return escapes && !isName(quote);
  }

  /** True if such quotes hold a name. MySQL 8.4 manual, "Server SQL Modes", ANSI_QUOTES. */
  boolean isName(int quote) {
    return quote == '`' || (quote == '"' && ansiQuotes);
  }

  /** Follows a statement; returns what a session in UTF-8 must run for it. */
  String follow(String statement) {
    return SetStatement.withItems(statement, this::item);
  }

  private String item(String item) {
    Matcher names = NAMES.matcher(item);
    if (names.matches()) {
      String connection =
          Optional.ofNullable(names.group(3))
              .map(collation -> "collation_connection = " + collation)
              .orElse("character_set_connection = " + names.group(2));
      return sent(names.group(2), item, names.group(1) + connection);
    }
    Matcher set = CHARACTER_SET.matcher(item);
    if (set.matches()) {
      return sent(set.group(2), item, set.group(1) + "collation_connection = @@collation_database");
    }
    Matcher assignment = ASSIGNMENT.matcher(item);
    return assignment.matches()
        ? assigned(item, assignment.group(1), assignment.group(2), assignment.group(3))
        : item;
  }

  private String assigned(String item, String head, String name, String expression) {
    Optional<String> value = value(expression);
    switch (name.toUpperCase(Locale.ROOT)) {
      case CLIENT -> {
        return value.map(set -> sent(set, item, head + "utf8mb4")).orElse(item);
      }
      case RESULTS -> {
        boolean kept = expression.startsWith("@") || expression.equalsIgnoreCase("NULL");
        return kept || value.filter(SENT_AS_UTF8::contains).isPresent() ? item : head + "utf8mb4";
      }
      case MODE -> turnTo(modes(expression));
      default -> {
        if (name.startsWith("@")) {
          value.ifPresentOrElse(known -> values.put(name, known), () -> values.remove(name));
        }
      }
    }
    return item;
  }

  /** Turns to a character set: the statement as it is if it means UTF-8, otherwise the other. */
  private String sent(String quoted, String item, String instead) {
    String name = unquoted(quoted).toLowerCase(Locale.ROOT);
    values.put(CLIENT, name);
    Optional<MySqlCharset> known = MySqlCharset.of(name);
    charset = known.orElse(MySqlCharset.UTF8);
    if (known.isEmpty()) {
      unreadable.add(name);
    }
    return SENT_AS_UTF8.contains(name) ? item : instead;
  }

  private void turnTo(String sqlMode) {
    values.put(MODE, sqlMode);
    Set<String> modes = Set.copyOf(List.of(sqlMode.strip().split("\\s*,\\s*")));
    escapes = !modes.contains("NO_BACKSLASH_ESCAPES");
    ansiQuotes = modes.contains("ANSI_QUOTES") || modes.contains("ANSI");
  }

  /** What is assigned: a word, a string, or what a variable was known to hold. */
  private Optional<String> value(String expression) {
    Matcher variable = VARIABLE.matcher(expression);
    if (variable.matches()) {
      String name = variable.group(1) == null ? variable.group(2) : variable.group(1);
      return Optional.ofNullable(values.get(name));
    }
    return Optional.of(unquoted(expression)).filter(word -> word.matches("[\\w, ]*"));
  }

  /** {@code CONCAT(@@sql_mode, ',X')} and {@code REPLACE(@@sql_mode, 'X', '')} are read, too. */
  private String modes(String expression) {
    Optional<String> plain = value(expression);
    if (plain.isPresent()) {
      return plain.get().toUpperCase(Locale.ROOT);
    }
    StringBuilder all = new StringBuilder();
    VARIABLE.matcher(expression).results().forEach(v -> all.append(value(v.group()).orElse("")));
    boolean removes = expression.toUpperCase(Locale.ROOT).startsWith("REPLACE");
    String modes = all.toString();
    for (Matcher literal = LITERAL.matcher(expression); literal.find(); ) {
      String text = unquoted(literal.group()).toUpperCase(Locale.ROOT);
      modes = removes && !text.isEmpty() ? modes.replace(text, "") : modes + text;
    }
    return modes.toUpperCase(Locale.ROOT);
  }

  private static String unquoted(String word) {
    boolean quoted = LITERAL.matcher(word).matches();
    return quoted ? word.substring(1, word.length() - 1) : word;
  }
}
