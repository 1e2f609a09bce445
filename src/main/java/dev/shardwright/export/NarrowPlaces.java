package dev.shardwright.export;

import dev.shardwright.dialect.IntegerType;
import dev.shardwright.model.Column;
import dev.shardwright.model.ColumnRef;
import dev.shardwright.model.Routine;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.View;
import dev.shardwright.sql.NarrowNumbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What still handles ids in types narrower than the shards' keys and is written as it was: the DBA
 * looks through it by name (planner.md 10.3, "Also report (not rewrite)").
 */
final class NarrowPlaces {
  private static final int WIDE = 64;
  private static final Pattern ARITHMETIC = Pattern.compile("[-+*/%]|\\b(?:MOD|DIV)\\b|::");
  private static final Pattern ID_NAME = Pattern.compile("(?i)(.*_)?ids?|.+[a-z]I[dD]");

  // PostgreSQL manual, "Function Type Resolution"
  private static final String REFUSED =
      "and PostgreSQL makes no id narrower for a call: a view, check or policy that hands one on"
          + " stops the load until the parameter is a bigint";

  private final Part part;
  private final boolean mySqlFamily;
  private final Map<TableName, List<String>> widened;
  private final Map<String, List<String>> places = new LinkedHashMap<>();

  private NarrowPlaces(Part part) {
    this.part = part;
    mySqlFamily = part.dialect().product().isMySqlFamily();
    widened =
        part.widening().changes().keySet().stream()
            .collect(
                Collectors.groupingBy(
                    ColumnRef::table, Collectors.mapping(ColumnRef::column, Collectors.toList())));
  }

  /** The places by the object that holds them; empty where no key widens. */
  static Map<String, List<String>> of(Part part) {
    NarrowPlaces all = new NarrowPlaces(part);
    if (!all.widened.isEmpty()) {
      part.tables().forEach(all::table);
      all.objects();
    }
    return all.places;
  }

  private void table(Table table) {
    List<String> found = new ArrayList<>();
    for (Column column : table.columns()) {
      boolean changes =
          part.widening().changes().containsKey(new ColumnRef(table.name(), column.name()));
      if (!changes && narrow(column)) {
        narrowColumn(table, column).ifPresent(found::add);
      }
      column
          .generated()
          .filter(g -> namesKey(table, g.expression()))
          .ifPresent(g ->
              casts(g.expression())
                  .forEach(cast -> found.add(column.name() + " is generated with " + cast)));
    }
    table.checks().stream()
        .filter(check -> namesKey(table, check.definition()))
        .forEach(check ->
            casts(check.definition())
                .forEach(cast -> found.add("check " + check.name() + " has " + cast)));
    table
        .partitioning()
        .filter(p -> namesKey(table, p.key()) && ARITHMETIC.matcher(p.key()).find())
        .ifPresent(p -> found.add("it is partitioned by " + p.key()));
    add("table " + table.name(), found);
  }

  /** A column that follows a key, or by its name is one that no relation leads from. */
  private Optional<String> narrowColumn(Table table, Column column) {
    if (column.generated().filter(g -> namesKey(table, g.expression())).isPresent()) {
      return Optional.of(
          column.name() + " is generated from a key and stays " + column.type().sql());
    }
    return ID_NAME.matcher(column.name()).matches()
        ? Optional.of(
            column.name()
                + " is named like an id, no relation leads from it, and it stays "
                + column.type().sql())
        : Optional.empty();
  }

  private boolean narrow(Column column) {
    return part.dialect()
        .integerType(column.type().sql())
        .map(IntegerType::bits)
        .filter(bits -> bits < WIDE)
        .isPresent();
  }

  private List<String> casts(String expression) {
    return NarrowNumbers.in(expression, mySqlFamily);
  }

  private boolean namesKey(Table table, String expression) {
    return widened.getOrDefault(table.name(), List.of()).stream()
        .anyMatch(key ->
            Pattern.compile(
                    "(?<![\\p{L}\\d_])" + Pattern.quote(key) + "(?![\\p{L}\\d_])",
                    Pattern.CASE_INSENSITIVE)
                .matcher(expression)
                .find());
  }

  private void objects() {
    Placement placement = new Placement(part.plan());
    SideObjects objects = SideObjects.of(part);
    List<Object> handling =
        Stream.<List<?>>of(objects.early(), objects.late(), objects.triggers(), objects.events())
            .<Object>flatMap(List::stream)
            .filter(
                object -> placement.uses(object).tables().stream().anyMatch(widened::containsKey))
            .toList();
    handling.forEach(object -> add(Placement.title(object), casts(Placement.text(object))));
    called(placement, objects, handling)
        .forEach(routine -> {
          List<String> found = new ArrayList<>(casts(Placement.head(routine)));
          if (!found.isEmpty() && !mySqlFamily) {
            found.add(REFUSED);
          }
          add(Placement.title(routine), found);
        });
    minors(handling);
  }

  /** Operators and the like that stand in what handles keys. */
  private void minors(List<Object> handling) {
    Set<String> users =
        Stream.concat(
                widened.keySet().stream(),
                handling.stream().filter(View.class::isInstance).map(v -> ((View) v).name()))
            .map(TableName::toString)
            .collect(Collectors.toSet());
    part.plan().schema().minors().stream()
        .filter(minor -> !minor.byHand() && minor.users().stream().anyMatch(users::contains))
        .forEach(minor -> {
          List<String> found = new ArrayList<>(casts(minor.title()));
          found.addAll(found.isEmpty() ? List.of() : List.of(REFUSED));
          add(minor.title(), found);
        });
  }

  /** Routines that touch no such table themselves, but are called where its keys are at hand. */
  private Stream<Routine> called(Placement placement, SideObjects objects, List<Object> handling) {
    Set<String> keys =
        Stream.concat(
                handling.stream().map(Placement::text),
                part.tables().stream()
                    .filter(table -> widened.containsKey(table.name()))
                    .flatMap(t ->
                        Stream.concat(Stream.of(SideObjects.expressions(t)), t.options().stream())))
            .flatMap(text -> placement.named(text).routines().stream())
            .collect(Collectors.toSet());
    return Stream.concat(objects.early().stream(), objects.late().stream())
        .filter(object -> !handling.contains(object))
        .filter(Routine.class::isInstance)
        .map(Routine.class::cast)
        .filter(routine -> keys.contains(routine.key()));
  }

  private void add(String object, List<String> found) {
    if (!found.isEmpty()) {
      places.put(object, List.copyOf(found));
    }
  }
}
