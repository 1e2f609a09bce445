package dev.shardwright.risk;

import dev.shardwright.model.Check;
import dev.shardwright.model.Column;
import dev.shardwright.model.Figures;
import dev.shardwright.model.Table;
import dev.shardwright.model.UniqueKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A type/id pair becomes a key for each type, of which one is set: what the pair says the server
 * then guards, and the plan sees.
 *
 * <p>The pair itself stays until the programs no longer need it; its going is the last step, for
 * people to run.
 */
final class SplitPair {
  private final Situation situation;
  private final Sql sql;
  private final TypePair pair;
  private final List<TypePair.Meaning> meanings;

  /** The new column for each table, in the order of the types. */
  private final Map<Table, Column> columns;

  private SplitPair(
      Situation situation,
      TypePair pair,
      List<TypePair.Meaning> meanings,
      Map<Table, Column> columns) {
    this.situation = situation;
    this.sql = Sql.of(situation);
    this.pair = pair;
    this.meanings = meanings;
    this.columns = columns;
  }

  /**
   * Empty unless each type is a table that keys can lead to, and the columns' names are free.
   *
   * @param nowhere how many rows lead to no row, if all types were counted
   */
  static Optional<Remedy> remedy(
      Situation situation, TypePair pair, List<TypePair.Meaning> meanings, OptionalLong nowhere) {
    Map<Table, Column> columns = new LinkedHashMap<>();
    for (TypePair.Meaning meaning : meanings) {
      Optional<Column> column = meaning.table().flatMap(parent -> column(situation, pair, parent));
      if (column.isEmpty()) {
        return Optional.empty();
      }
      columns.put(meaning.table().orElseThrow(), column.get());
    }
    boolean apart =
        columns.values().stream().map(Column::name).distinct().count() == columns.size();
    return meanings.isEmpty() || !apart || !MissingFk.keysPossible(situation, pair.table().name())
        ? Optional.empty()
        : Optional.of(new SplitPair(situation, pair, meanings, columns).remedy(nowhere));
  }

  /** {@code post_id}, or {@code likeable_post_id} where that is taken. */
  private static Optional<Column> column(Situation situation, TypePair pair, Table parent) {
    Optional<Column> key = TypePair.key(parent).flatMap(parent::column);
    if (key.isEmpty() || !MissingFk.keysPossible(situation, parent.name())) {
      return Optional.empty();
    }
    List<String> words = NameWords.singular(NameWords.of(parent.name().name()));
    String plain = String.join("_", words) + "_" + key.get().name();
    String id = pair.id().name();
    String prefixed = id.substring(0, id.length() - 2) + plain;
    return List.of(plain, prefixed).stream()
        .filter(name -> pair.table().column(name).isEmpty())
        .findFirst()
        .map(name -> Column.of(name, key.get().type(), true));
  }

  private Remedy remedy(OptionalLong nowhere) {
    List<Change> steps = new ArrayList<>();
    columns.values().forEach(c -> steps.add(new Change.AddColumn(pair.table().name(), c)));
    columns.forEach((parent, column) -> steps.add(new Change.Rows(filled(parent, column))));
    pair.disagreeing(sql, meanings, t -> Optional.ofNullable(columns.get(t)).map(Column::name))
        .ifPresent(asked ->
            steps.add(new Change.Settle(nowhereLed(nowhere), asked, Map.of("disagreeing", "0"))));
    guard().ifPresent(steps::add);
    columns.forEach((parent, column) -> steps.add(key(parent, column)));
    steps.addAll(unique());
    steps.add(new Change.Rows(dropped()));
    return Remedy.run(title(nowhere), new Ddl(situation.dialect()), steps);
  }

  private String title(OptionalLong nowhere) {
    String split =
        "plit %s and %s into %s; programs then write the key"
            .formatted(pair.type().name(), pair.id().name(), keys());
    if (nowhere.isEmpty()) {
      return "S" + split + ", after the rows that lead nowhere are gone";
    }
    long rows = nowhere.getAsLong();
    String these = rows == 1 ? "row that leads" : "rows that lead";
    return rows == 0
        ? "S" + split
        : "%s %s %s nowhere, and s%s"
            .formatted(
                always() ? "Delete the" : "Empty the pair of the",
                Figures.exact(rows),
                these,
                split);
  }

  private String keys() {
    String names = columns.values().stream().map(Column::name).collect(Collectors.joining(" or "));
    return columns.size() == 1
        ? "the key " + names
        : "a key for each type, " + names + ", of which " + often() + " one is set";
  }

  private String often() {
    return always() ? "exactly" : "at most";
  }

  /** True if each row names something. */
  private boolean always() {
    return !pair.type().nullable() && !pair.id().nullable();
  }

  private String filled(Table parent, Column column) {
    List<String> values =
        meanings.stream()
            .filter(m -> m.table().filter(parent::equals).isPresent())
            .map(TypePair.Meaning::value)
            .toList();
    String join = "JOIN %s p ON %s".formatted(sql.table(parent.name()), pair.leads(sql, parent));
    return rows(List.of(join), pair.holds(sql, values))
        .set(Map.of(column.name(), sql.column("p", TypePair.key(parent).orElseThrow())));
  }

  private FoundRows rows(List<String> joins, String where) {
    return FoundRows.of(situation, pair.table().name(), joins, where);
  }

  /** What happens to the rows of which no key could be set. */
  private String nowhereLed(OptionalLong nowhere) {
    String none =
        columns.values().stream()
            .map(c -> sql.column("t", c.name()) + " IS NULL")
            .collect(Collectors.joining(" AND "));
    FoundRows led = rows(List.of(), pair.named(sql) + " AND " + none);
    if (nowhere.orElse(0) == 0) {
      return "-- The rows that lead nowhere: there should be none.\nSELECT t.*\nFROM %s t\nWHERE %s;"
          .formatted(sql.table(pair.table().name()), led.where());
    }
    return always()
        ? "-- The rows that lead nowhere go.\n" + led.delete()
        : "-- The rows that lead nowhere name nothing any more.\n" + led.set(emptied());
  }

  private Map<String, String> emptied() {
    Map<String, String> values = new LinkedHashMap<>();
    List.of(pair.type(), pair.id()).stream()
        .filter(Column::nullable)
        .forEach(c -> values.put(c.name(), "NULL"));
    return values;
  }

  /** One key is simply never NULL; of several one is set. */
  private Optional<Change> guard() {
    if (columns.size() == 1) {
      Column only = columns.values().iterator().next();
      return always()
          ? Optional.of(new Change.NotNull(pair.table().name(), only))
          : Optional.empty();
    }
    List<String> quoted =
        columns.values().stream().map(c -> situation.dialect().quote(c.name())).toList();
    String count =
        situation.product().isMySqlFamily()
            ? quoted.stream().map(c -> "(" + c + " IS NOT NULL)").collect(Collectors.joining(" + "))
            : "num_nonnulls(" + String.join(", ", quoted) + ")";
    String expression = count + (always() ? " = 1" : " <= 1");
    String name = pair.table().name().name() + "_" + pair.id().name() + "_check";
    return Optional.of(
        new Change.AddCheck(
            pair.table().name(),
            new Check(name, false, expression, "CHECK (" + expression + ")", true, true)));
  }

  private Change key(Table parent, Column column) {
    boolean nullable = columns.size() > 1 || !always();
    List<String> key = List.of(TypePair.key(parent).orElseThrow());
    return new Change.AddKey(
        Change.key(pair.table().name(), List.of(column.name()), parent.name(), key, nullable));
  }

  /** What was unique by the pair is so by each key: rows with a NULL there do not count. */
  private List<Change> unique() {
    List<Change> more = new ArrayList<>();
    for (UniqueKey unique : withPair()) {
      for (Column column : columns.values()) {
        List<String> over =
            unique.columns().stream()
                .filter(c -> !c.equals(pair.type().name()))
                .map(c -> c.equals(pair.id().name()) ? column.name() : c)
                .toList();
        more.add(new Change.AddUnique(pair.table().name(), over));
      }
    }
    return more;
  }

  private List<UniqueKey> withPair() {
    return pair.table().keys().stream()
        .filter(UniqueKey::total)
        .filter(k -> k.columns().containsAll(List.of(pair.type().name(), pair.id().name())))
        .toList();
  }

  private String dropped() {
    boolean tells =
        pair.table()
            .primaryKey()
            .filter(k -> Set.copyOf(k.columns()).contains(pair.id().name()))
            .isPresent();
    if (tells) {
      return "-- The pair stays: the primary key is made of it.";
    }
    List<String> parts = new ArrayList<>();
    if (situation.product().isMySqlFamily()) {
      withPair().forEach(k -> parts.add("DROP INDEX " + situation.dialect().quote(k.name())));
    }
    List.of(pair.type(), pair.id())
        .forEach(c -> parts.add("DROP COLUMN " + situation.dialect().quote(c.name())));
    return "-- Last, when no program reads or writes the pair any more:\n-- ALTER TABLE %s %s;"
        .formatted(situation.dialect().qualified(pair.table().name()), String.join(", ", parts));
  }
}
