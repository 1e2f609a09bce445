package dev.shardwright.introspect;

import dev.shardwright.model.Column;
import dev.shardwright.model.KeyPart;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * What two readings of the same DDL must agree on, one line a thing: all that the plan looks at.
 * Expressions are left out, since a server prints them in its own words.
 */
final class SchemaOutline {
  private SchemaOutline() {}

  static List<String> of(Schema schema) {
    List<String> lines = new ArrayList<>();
    schema.tables().forEach(table -> table(table, lines));
    schema.relations().forEach(relation -> lines.add(relation(relation)));
    schema.views().forEach(view -> lines.add("view " + view.name() + " " + view.uses()));
    schema
        .routines()
        .forEach(
            routine -> lines.add(routine.kind() + " " + routine.schema() + "." + routine.name()));
    schema.events().forEach(event -> lines.add("event " + event.schema() + "." + event.name()));
    schema.sequences().forEach(sequence -> lines.add("sequence " + sequence.name()));
    return lines;
  }

  private static void table(Table table, List<String> all) {
    List<String> lines = new ArrayList<>();
    lines.add("table " + table.engine().orElse("?") + " " + table.comment().orElse(""));
    table.columns().forEach(column -> lines.add("  " + column(column)));
    table.keys().forEach(key -> lines.add("  key " + key.name() + " " + parts(key.parts())));
    table
        .indexes()
        .forEach(index ->
            lines.add("  index " + index.name() + " " + index.method() + parts(index.parts())));
    table.checks().forEach(check -> lines.add("  check " + check.name() + check.enforced()));
    // Those of different events have no order.
    table.triggers().stream()
        .sorted(java.util.Comparator.comparing(trigger -> trigger.name()))
        .forEach(trigger ->
            lines.add("  trigger " + trigger.name() + trigger.timing() + trigger.events()));
    table.partitioning().ifPresent(p -> lines.add("  partitions " + p.partitions().size()));
    lines.forEach(line -> all.add(table.name() + ": " + line.strip()));
  }

  private static String column(Column column) {
    boolean now =
        column
            .defaultSql()
            .map(d -> d.toLowerCase(java.util.Locale.ROOT).startsWith("current_timestamp"))
            .orElse(false);
    return column.name()
        + " "
        + column.type().sql()
        + " "
        + column.type().family()
        + (column.nullable() ? " null" : "")
        + (now ? " now" : column.defaultSql().isPresent() ? " default" : "")
        + " "
        + column.identity()
        + (column.generated().isPresent() ? " generated" : "")
        + (column.onUpdateSql().isPresent() ? " on update" : "")
        + column.comment().orElse("");
  }

  private static List<String> parts(List<KeyPart> parts) {
    return parts.stream()
        .map(part ->
            part.expression()
                ? "(expression)"
                : part.text()
                    + (part.prefixLength().isPresent() ? part.prefixLength().toString() : "")
                    + (part.descending() ? " desc" : ""))
        .toList();
  }

  private static String relation(Relation r) {
    return r.id()
        + " "
        + r.childColumns()
        + " -> "
        + r.parent()
        + r.parentColumns()
        + (r.nullable() ? " nullable" : "")
        + " "
        + r.onDelete()
        + " "
        + r.onUpdate();
  }
}
