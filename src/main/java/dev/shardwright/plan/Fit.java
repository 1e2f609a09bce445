package dev.shardwright.plan;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.risk.CheckCode;
import dev.shardwright.risk.Setting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sorts decisions into those that fit a schema and those that do not, each with the reason: the
 * database may have changed since they were made.
 */
final class Fit {
  private final Map<TableName, Table> tables;
  private final Map<String, Relation> relations = new LinkedHashMap<>();
  private final Set<Drawn> declared = new HashSet<>();
  private final List<Plan.Pending> pending = new ArrayList<>();
  private final List<Decision> fitting = new ArrayList<>();

  /** What a relation joins, whatever its name. */
  private record Drawn(
      TableName child, List<String> childColumns, TableName parent, List<String> parentColumns) {
    static Drawn of(Relation r) {
      return new Drawn(r.child(), r.childColumns(), r.parent(), r.parentColumns());
    }
  }

  private Fit(Schema schema, Map<TableName, Table> tables) {
    this.tables = tables;
    schema.relations().forEach(r -> relations.put(r.id(), r));
  }

  static Fit of(Schema schema, Map<TableName, Table> tables, Decisions decisions) {
    Fit fit = new Fit(schema, tables);
    if (decisions.of(Decision.Virtual.class).findAny().isPresent()) {
      schema.relations().forEach(r -> fit.declared.add(Drawn.of(r)));
    }
    // Cuts and owners may name relations that the DBA draws, in whatever order he said it.
    decisions.of(Decision.Virtual.class).forEach(fit::sort);
    decisions.all().stream().filter(d -> !(d instanceof Decision.Virtual)).forEach(fit::sort);
    return fit;
  }

  /** The decisions that fit. */
  Decisions decisions() {
    return new Decisions(fitting);
  }

  /** All relations by id: the declared ones and those drawn. */
  Map<String, Relation> relations() {
    return relations;
  }

  List<Plan.Pending> pending() {
    return pending;
  }

  private void sort(Decision decision) {
    Optional<String> why = whyNot(decision);
    if (why.isPresent()) {
      pending.add(new Plan.Pending(decision, why.get()));
      return;
    }
    fitting.add(decision);
    if (decision instanceof Decision.Virtual drawn) {
      Relation relation = Relations.of(drawn, tables);
      relations.put(relation.id(), relation);
    }
  }

  private Optional<String> whyNot(Decision decision) {
    return switch (decision) {
      case Decision.Root d -> noTable(d.table());
      case Decision.Virtual d -> virtual(d);
      case Decision.Cut d -> noRelation(d.relation());
      case Decision.KindOverride d -> noTable(d.table());
      case Decision.PlainId d -> noColumn(d.table(), d.columns());
      case Decision.Owner d -> owner(d);
      case Decision.DispatchKey d -> noColumn(d.table(), d.columns());
      case Decision.FindingState d -> finding(d);
      case Decision.Setting d -> setting(d);
      case Decision.Question d -> d.table().flatMap(this::noTable);
    };
  }

  private Optional<String> noTable(TableName table) {
    return tables.containsKey(table)
        ? Optional.empty()
        : Optional.of("There is no table " + table + ".");
  }

  private Optional<String> noColumn(TableName table, List<String> columns) {
    Optional<String> none = noTable(table);
    if (none.isPresent()) {
      return none;
    }
    if (columns.isEmpty()) {
      return Optional.of("No column of " + table + " is named.");
    }
    Table found = tables.get(table);
    return columns.stream()
        .filter(c -> found == null || found.column(c).isEmpty())
        .findFirst()
        .map(c -> "Table " + table + " has no column " + c + ".");
  }

  private Optional<String> noRelation(String id) {
    return relations.containsKey(id)
        ? Optional.empty()
        : Optional.of("There is no relation " + id + ".");
  }

  private Optional<String> virtual(Decision.Virtual d) {
    if (d.childColumns().size() != d.parentColumns().size()) {
      return Optional.of(
          "The relation joins "
              + d.childColumns().size()
              + " columns to "
              + d.parentColumns().size()
              + ".");
    }
    if (declared.contains(new Drawn(d.child(), d.childColumns(), d.parent(), d.parentColumns()))
        && d.discriminator().isEmpty()) {
      return Optional.of("The database declares this key already.");
    }
    return noColumn(d.child(), d.childColumns())
        .or(() -> noColumn(d.parent(), d.parentColumns()))
        .or(() -> d.discriminator().flatMap(x -> noColumn(d.child(), List.of(x.column()))));
  }

  private Optional<String> owner(Decision.Owner d) {
    return noTable(d.table())
        .or(() -> noRelation(d.relation()))
        .or(() ->
            Optional.ofNullable(relations.get(d.relation()))
                .filter(r -> !r.child().equals(d.table()))
                .map(r -> "Relation " + d.relation() + " is no key of " + d.table() + "."));
  }

  private Optional<String> finding(Decision.FindingState d) {
    boolean known = Arrays.stream(CheckCode.values()).anyMatch(c -> c.name().equals(d.check()));
    return known ? noTable(d.table()) : Optional.of("There is no check " + d.check() + ".");
  }

  private static Optional<String> setting(Decision.Setting d) {
    Optional<Setting> known = Setting.named(d.name());
    if (known.isEmpty()) {
      return Optional.of("There is no setting " + d.name() + ".");
    }
    return known.get().accepts(d.value())
        ? Optional.empty()
        : Optional.of(d.value() + " is no value of the setting " + d.name() + ".");
  }
}
