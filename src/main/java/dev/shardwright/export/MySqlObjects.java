package dev.shardwright.export;

import dev.shardwright.model.Routine;
import dev.shardwright.model.ScheduledEvent;
import dev.shardwright.model.Trigger;
import dev.shardwright.model.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private final Map<String, String> settings = new HashMap<>();
  private String database = "";

  MySqlObjects(Part part, ExportOptions options) {
    this.part = part;
    this.options = options;
  }

  @Override
  public void begin(Script script) {
    script.comment(
        "Each is made under the settings under which the source's was made: the server keeps"
            + " them.");
  }

  @Override
  public void routine(Script script, Routine routine) {
    replay(script, routine.sessionSettings());
    program(script, routine.schema(), routine.definition().orElseThrow());
  }

  @Override
  public void view(Script script, View view) {
    replay(script, view.sessionSettings());
    program(script, view.name().schema(), view.definition().orElseThrow());
  }

  @Override
  public void trigger(Script script, Trigger trigger) {
    replay(script, trigger.sessionSettings());
    program(script, trigger.table().schema(), trigger.definition().orElseThrow());
  }

  @Override
  public void event(Script script, ScheduledEvent event) {
    replay(script, event.sessionSettings());
    program(script, event.schema(), event.definition().orElseThrow());
  }

  /** What held when the object was made holds again, but for what cannot be set. */
  private void replay(Script script, Set<String> wanted) {
    List<String> assignments = new ArrayList<>();
    for (String setting : wanted) {
      int equals = setting.indexOf('=');
      String name = setting.substring(0, equals);
      String value = setting.substring(equals + 1);
      if (!name.equals("database_collation") && !value.equals(settings.put(name, value))) {
        assignments.add(name + " = " + part.dialect().literal(value));
      }
    }
    if (!assignments.isEmpty()) {
      script.statement("SET SESSION " + String.join(", ", assignments));
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
