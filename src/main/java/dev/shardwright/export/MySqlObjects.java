package dev.shardwright.export;

import dev.shardwright.model.Routine;
import dev.shardwright.model.ScheduledEvent;
import dev.shardwright.model.Trigger;
import dev.shardwright.model.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Views, routines, triggers and events of MySQL and MariaDB, in the server's own words. */
final class MySqlObjects implements ObjectDdl {
  private static final Pattern DEFINER =
      Pattern.compile(
          "^(CREATE\\s+(?:OR\\s+REPLACE\\s+)?(?:ALGORITHM\\s*=\\s*\\w+\\s+)?)"
              + "DEFINER\\s*=\\s*(ACCOUNT(?:@ACCOUNT)?)"
                  .replace("ACCOUNT", "(?:`(?:[^`]|``)*`|\"(?:[^\"]|\"\")*\"|[\\w'%.]+)")
              + "\\s+");
  private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*+");
  private static final String MODE = "sql_mode";
  private static final String COLLATION = "database_collation=";
  private static final String HERE = "`DATABASE()`.";
  private static final Set<String> UNICODE = Set.of("utf8", "utf8mb3", "utf8mb4");
  private static final List<String> DELIMITERS = List.of("//", ";;", "$$", "|||", "~~~~");

  private final Part part;
  private final ExportOptions options;
  private final Map<String, String> settings = new HashMap<>();
  private String database = "";

  MySqlObjects(Part part, ExportOptions options) {
    this.part = part;
    this.options = options;
    settings.put(MODE, MySqlDdl.sqlMode(part));
  }

  /** The account in whose name a program runs, as the server writes it. */
  static Optional<String> definer(String definition) {
    Matcher definer = DEFINER.matcher(definition);
    // one made under ANSI_QUOTES is the same account
    return definer.find()
        ? Optional.of(definer.group(2).replaceAll("\"((?:[^\"`]|\"\")*)\"", "`$1`"))
        : Optional.empty();
  }

  @Override
  public void begin(Script script) {
    script
        .blank()
        .comment(
            "Each is made under the settings under which the source's was made: the server keeps"
                + " them.");
  }

  @Override
  public void routine(Script script, Routine routine) {
    program(
        script, routine.schema(), routine.definition().orElseThrow(), routine.sessionSettings());
  }

  @Override
  public void view(Script script, View view) {
    Set<String> wanted = new TreeSet<>(view.sessionSettings());
    // the server keeps no mode of a view, and shows it in words that some modes read otherwise
    wanted.add(MODE + "=" + MySqlDdl.sqlMode(part));
    String text = view.definition().orElseThrow();
    String known = part.qualified() ? text : withPlace(view.name().schema(), text);
    program(script, view.name().schema(), known, wanted);
  }

  @Override
  public void trigger(Script script, Trigger trigger) {
    program(
        script,
        trigger.table().schema(),
        trigger.definition().orElseThrow(),
        trigger.sessionSettings());
  }

  @Override
  public void event(Script script, ScheduledEvent event) {
    program(script, event.schema(), event.definition().orElseThrow(), event.sessionSettings());
  }

  // MariaDB 10.11 finds a package by a name of three parts only, unless in Oracle's mode
  private String withPlace(String schema, String definition) {
    String text = definition;
    String prefix = part.dialect().quote(schema) + ".";
    for (Routine routine : part.plan().schema().routines()) {
      if (routine.kind() == Routine.Kind.PACKAGE && routine.schema().equals(schema)) {
        String name = part.dialect().quote(routine.name()) + ".";
        text = MySqlText.replaced(text, prefix + name, HERE + name);
      }
    }
    return text;
  }

  /** A statement that names the database that it runs in. */
  private void placed(Script script, String text) {
    script.statement(
        "SET @shardwright_view = REPLACE("
            + part.dialect().literal(text)
            + ", "
            + part.dialect().literal(HERE)
            + ", CONCAT('`', REPLACE(DATABASE(), '`', '``'), '`.'))");
    script.statement("PREPARE shardwright_view FROM @shardwright_view");
    script.statement("EXECUTE shardwright_view");
    script.statement("DEALLOCATE PREPARE shardwright_view");
  }

  /**
   * What held when the object was made holds again, but for what cannot be set, and for a client's
   * character set in which this file's UTF-8 would be read as other letters.
   */
  private void replay(Script script, Set<String> wanted, String text) {
    List<String> assignments = new ArrayList<>();
    for (String setting : wanted) {
      int equals = setting.indexOf('=');
      String name = setting.substring(0, equals);
      String value = setting.substring(equals + 1);
      if (name.equals("character_set_client") && misread(value, text)) {
        script.comment("Made by a client of " + value + "; this file is UTF-8.");
        value = "utf8mb4";
      }
      if (!name.equals("database_collation") && !value.equals(settings.put(name, value))) {
        assignments.add(name + " = " + part.dialect().literal(value));
      }
    }
    if (!assignments.isEmpty()) {
      script.statement("SET SESSION " + String.join(", ", assignments));
    }
  }

  private static boolean misread(String clientSet, String text) {
    return !UNICODE.contains(clientSet) && !ASCII.matcher(text).matches();
  }

  private void program(Script script, String schema, String definition, Set<String> wanted) {
    replay(script, wanted, definition);
    if (part.qualified() && !database.equals(schema)) {
      database = schema;
      script.statement("USE " + part.dialect().quote(schema));
    }
    MySqlDatabase set = new MySqlDatabase(part);
    Optional<String> now = set.collation(schema);
    Optional<String> then =
        wanted.stream()
            .filter(setting -> setting.startsWith(COLLATION))
            .map(setting -> setting.substring(COLLATION.length()))
            .filter(c -> now.isPresent() && !now.get().equals(c))
            .findFirst();
    then.ifPresent(c -> script.statement(set.collated(schema, c)));
    made(script, schema, definition);
    then.ifPresent(_ -> script.statement(set.collated(schema, now.orElseThrow())));
  }

  private void made(Script script, String schema, String definition) {
    String text = SqlText.unterminated(definition);
    if (options.definer() == ExportOptions.Definer.STRIP) {
      text = DEFINER.matcher(text).replaceFirst("$1");
    }
    if (!part.qualified()) {
      text = MySqlText.without(text, part.dialect().quote(schema) + ".");
    }
    if (text.contains(HERE)) {
      placed(script, text);
      return;
    }
    if (!text.contains(";")) {
      script.statement(text);
      return;
    }
    String body = text;
    String end =
        DELIMITERS.stream().filter(d -> !body.contains(d)).findFirst().orElse("SHARDWRIGHT_END");
    script.line("DELIMITER " + end).line(text + end).line("DELIMITER ;");
  }
}
