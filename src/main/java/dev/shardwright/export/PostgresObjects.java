package dev.shardwright.export;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.MinorObject;
import dev.shardwright.model.Routine;
import dev.shardwright.model.Trigger;
import dev.shardwright.model.View;
import java.util.Locale;
import java.util.Optional;

/** Views, routines and triggers of PostgreSQL, in the server's own words. */
final class PostgresObjects implements ObjectDdl {
  private final Dialect dialect;

  PostgresObjects(Part part) {
    dialect = part.dialect();
  }

  @Override
  public void routine(Script script, Routine routine) {
    script.statement(SqlText.unterminated(routine.definition().orElseThrow()));
    String kind = routine.kind().word().toUpperCase(Locale.ROOT) + " ";
    String name = dialect.quote(routine.schema()) + "." + dialect.quote(routine.name());
    boolean star = routine.kind() == Routine.Kind.AGGREGATE && routine.signature().equals("()");
    comment(script, kind + name + (star ? "(*)" : routine.signature()), routine.comment());
  }

  @Override
  public void minor(Script script, MinorObject object) {
    object.statements().forEach(script::statement);
  }

  @Override
  public void view(Script script, View view) {
    String kind = view.materialized() ? "MATERIALIZED VIEW " : "VIEW ";
    String name = dialect.qualified(view.name());
    String text = SqlText.unterminated(view.definition().orElseThrow());
    boolean whole = text.regionMatches(true, 0, "CREATE ", 0, 7);
    script.statement(whole ? text : "CREATE " + kind + name + " AS\n" + text);
    comment(script, kind + name, view.comment());
    view.extras().forEach(script::statement);
  }

  @Override
  public void trigger(Script script, Trigger trigger) {
    script.statement(SqlText.unterminated(trigger.definition().orElseThrow()));
    String kind = trigger.rule() ? "RULE " : "TRIGGER ";
    String name = kind + dialect.quote(trigger.name());
    Optional<String> state =
        trigger.enabled()
            ? trigger.firing().map(f -> " ENABLE " + f + " ")
            : Optional.of(" DISABLE ");
    state.ifPresent(
        s -> script.statement("ALTER TABLE " + dialect.qualified(trigger.table()) + s + name));
    comment(script, name + " ON " + dialect.qualified(trigger.table()), trigger.comment());
  }

  private void comment(Script script, String what, Optional<String> comment) {
    comment.ifPresent(
        text -> script.statement("COMMENT ON " + what + " IS " + dialect.literal(text)));
  }
}
