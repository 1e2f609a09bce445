package dev.shardwright.export;

import dev.shardwright.model.Routine;
import dev.shardwright.model.ScheduledEvent;
import dev.shardwright.model.Trigger;
import dev.shardwright.model.View;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Views, routines, triggers and events of MySQL and MariaDB, in the server's own words. */
final class MySqlObjects implements ObjectDdl {
  private static final Pattern DEFINER =
      Pattern.compile(
          "^(CREATE\\s+(?:OR\\s+REPLACE\\s+)?(?:ALGORITHM\\s*=\\s*\\w+\\s+)?)"
              + "DEFINER\\s*=\\s*(?:`(?:[^`]|``)*`|[\\w'\"]+)(?:@(?:`(?:[^`]|``)*`|[\\w'\"%.]+))?\\s+");
  private static final List<String> DELIMITERS = List.of("//", ";;", "$$", "|||", "~~~~");

  private final Part part;
  private final ExportOptions options;
  private Set<String> settings = Set.of();
  private String database = "";

  MySqlObjects(Part part, ExportOptions options) {
    this.part = part;
    this.options = options;
  }

  @Override
  public void begin(Script script) {
    script.comment("They are made under the server's own sql_mode, as an application would.");
    script.statement("SET SESSION sql_mode = @shardwright_sql_mode");
  }

  @Override
  public void routine(Script script, Routine routine) {
    program(script, routine.schema(), routine.definition().orElseThrow());
  }

  @Override
  public void view(Script script, View view) {
    program(script, view.name().schema(), view.definition().orElseThrow());
  }

  @Override
  public void trigger(Script script, Trigger trigger) {
    replay(script, trigger.sessionSettings());
    program(script, trigger.table().schema(), trigger.definition().orElseThrow());
  }

  @Override
  public void event(Script script, ScheduledEvent event) {
    program(script, event.schema(), event.definition().orElseThrow());
  }

  /** What held when the trigger was made holds again, but for what cannot be set. */
  private void replay(Script script, Set<String> wanted) {
    if (wanted.equals(settings)) {
      return;
    }
    settings = new TreeSet<>(wanted);
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      String name = setting.substring(0, equals);
      if (!name.equals("database_collation")) {
        script.statement(
            "SET SESSION " + name + " = " + part.dialect().literal(setting.substring(equals + 1)));
      }
    }
  }

  private void program(Script script, String schema, String definition) {
    if (part.qualified() && !database.equals(schema)) {
      database = schema;
      script.statement("USE " + part.dialect().quote(schema));
    }
    String text = PostgresDdl.unterminated(definition);
    if (options.definer() == ExportOptions.Definer.STRIP) {
      text = DEFINER.matcher(text).replaceFirst("$1");
    }
    if (!part.qualified()) {
      text = MySqlText.without(text, part.dialect().quote(schema) + ".");
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
