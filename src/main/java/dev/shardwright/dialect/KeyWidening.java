package dev.shardwright.dialect;

import dev.shardwright.model.Column;
import dev.shardwright.model.ColumnRef;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.TypeDefinition;
import dev.shardwright.model.TypeFamily;
import dev.shardwright.model.UniqueKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which key columns become wide on the shards: every whole-number primary and foreign key, both
 * ends of a relation together (guide, "Bigints").
 *
 * @param changes the new type of every column that changes
 * @param signed columns that keep their sign because of negative values, with the reason
 * @param reported columns that are keys and stay as they are, with the reason
 */
public record KeyWidening(
    SortedMap<ColumnRef, Change> changes,
    SortedMap<ColumnRef, String> signed,
    SortedMap<ColumnRef, String> reported) {

  /** Nothing changes. */
  public static final KeyWidening NONE =
      new KeyWidening(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

  // up to 18 digits fit a signed bigint
  private static final Pattern WHOLE_DECIMAL =
      Pattern.compile("(?i)(decimal|numeric)\\s*\\(\\s*(\\d+)\\s*(,\\s*0\\s*)?\\).*");

  private static final int MOST_DIGITS = 18;
  private static final Pattern BELOW_ZERO = Pattern.compile("(?<![\\p{L}\\d_)])-\\s*\\d");

  public KeyWidening {
    changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
    signed = Collections.unmodifiableSortedMap(new TreeMap<>(signed));
    reported = Collections.unmodifiableSortedMap(new TreeMap<>(reported));
  }

  /** A column's type before and after. */
  public record Change(String from, String to) {}

  /**
   * What the DBA and the data say about keys.
   *
   * @param onlySurrogate true to leave small parts of composite keys alone
   * @param decimals true to make keys of type DECIMAL(p) bigint too, where p is at most 18
   * @param plain columns that hold ids without a relation
   * @param negative columns in which negative values were found
   */
  public record Wishes(
      boolean onlySurrogate, boolean decimals, Set<ColumnRef> plain, Set<ColumnRef> negative) {
    public static final Wishes NONE = new Wishes(false, false, Set.of(), Set.of());

    public Wishes {
      plain = Set.copyOf(plain);
      negative = Set.copyOf(negative);
    }
  }

  /**
   * The widening of the tables that move to the shards.
   *
   * @param relations all relations, virtual ones and those that become plain ids by a cut included
   * @param moves true for client and context tables
   */
  public static KeyWidening of(
      Schema schema, Collection<Relation> relations, Predicate<TableName> moves, Wishes wishes) {
    return new Search(schema, relations, moves, wishes).result();
  }

  /** The type that a column has on the shards. */
  public String typeOf(ColumnRef column, String before) {
    Change change = changes.get(column);
    return change == null ? before : change.to();
  }

  /** Groups the columns that must have one type and decides about each group. */
  private static final class Search {
    private final Schema schema;
    private final Dialect dialect;
    private final Map<TableName, Table> tables;
    private final Map<ColumnRef, ColumnRef> leader = new TreeMap<>();
    private final Set<ColumnRef> ids = new TreeSet<>();
    private final Set<ColumnRef> joined = new TreeSet<>();
    private final SortedMap<ColumnRef, Change> changes = new TreeMap<>();
    private final SortedMap<ColumnRef, String> signed = new TreeMap<>();
    private final SortedMap<ColumnRef, String> reported = new TreeMap<>();
    private final Wishes wishes;

    Search(
        Schema schema, Collection<Relation> relations, Predicate<TableName> moves, Wishes wishes) {
      this.schema = schema;
      this.wishes = wishes;
      dialect = Dialect.of(schema.origin().product());
      tables = new TreeMap<>(schema.byName());
      tables.keySet().removeIf(moves.negate());
      tables.values().forEach(this::takePrimaryKey);
      wishes.plain().stream().filter(c -> tables.containsKey(c.table())).forEach(this::take);
      relations.forEach(this::takeRelation);
      int before;
      do {
        before = ids.size();
        tables.values().forEach(this::takeInheritance);
      } while (ids.size() > before);
    }

    KeyWidening result() {
      Map<ColumnRef, List<ColumnRef>> groups = new TreeMap<>();
      ids.forEach(id -> groups.computeIfAbsent(find(id), _ -> new ArrayList<>()).add(id));
      groups.values().forEach(this::decide);
      return new KeyWidening(changes, signed, reported);
    }

    private void takePrimaryKey(Table table) {
      List<String> key = table.primaryKey().map(UniqueKey::columns).orElse(List.of());
      if (key.size() == 1 || !wishes.onlySurrogate()) {
        key.forEach(column -> take(new ColumnRef(table.name(), column)));
      }
    }

    private void takeRelation(Relation relation) {
      for (int i = 0; i < relation.childColumns().size(); i++) {
        ColumnRef child = new ColumnRef(relation.child(), relation.childColumns().get(i));
        ColumnRef parent = new ColumnRef(relation.parent(), relation.parentColumns().get(i));
        boolean childTaken = take(child);
        boolean parentTaken = take(parent);
        joined.add(child);
        joined.add(parent);
        if (childTaken && parentTaken) {
          leader.put(find(child), find(parent));
        }
      }
    }

    // PostgreSQL refuses INHERITS when a column's types differ
    private void takeInheritance(Table table) {
      for (TableName parent : table.inherits()) {
        for (Column column : table.columns()) {
          ColumnRef mine = new ColumnRef(table.name(), column.name());
          ColumnRef theirs = new ColumnRef(parent, column.name());
          if ((ids.contains(mine) || ids.contains(theirs)) && take(mine) && take(theirs)) {
            leader.put(find(mine), find(theirs));
          }
        }
      }
    }

    /** Adds an integer column; others that are numeric all the same are reported. */
    private boolean take(ColumnRef ref) {
      Optional<Column> column =
          Optional.ofNullable(tables.get(ref.table())).flatMap(t -> t.column(ref.column()));
      if (column.isEmpty()) {
        return false;
      }
      String type = column.get().type().sql();
      if (dialect.integerType(type).isPresent()) {
        ids.add(ref);
        return true;
      }
      Matcher decimal = WHOLE_DECIMAL.matcher(type);
      if (column.get().type().family() == TypeFamily.DECIMAL && decimal.matches()) {
        boolean fits = Integer.parseInt(decimal.group(2)) <= MOST_DIGITS;
        if (fits && wishes.decimals()) {
          ids.add(ref);
          return true;
        }
        reported.put(ref, wholeDecimal(type, fits));
      } else if (integerDomain(type)) {
        reported.put(
            ref,
            "the domain "
                + type
                + " stands on an integer type; it stays as it is, make it stand on bigint by hand"
                + " if its ids may outgrow it");
      }
      return false;
    }

    private static String wholeDecimal(String type, boolean fits) {
      return "a key of type "
          + type
          + " is a whole number too; it stays as it is"
          + (fits
              ? " unless the setting widenDecimalKeys is true"
              : ", because no integer type holds as many digits");
    }

    private boolean integerDomain(String type) {
      return schema.types().stream()
          .filter(t -> t.kind() == TypeDefinition.Kind.DOMAIN)
          .filter(t -> type.equals(t.name().name()) || type.equals(dialect.qualified(t.name())))
          .anyMatch(t -> t.base().flatMap(dialect::integerType).isPresent());
    }

    private void decide(List<ColumnRef> group) {
      if (group.stream().allMatch(this::flag)) {
        return;
      }
      Optional<String> why = group.stream().flatMap(c -> negative(c).stream()).findFirst();
      for (ColumnRef ref : group) {
        String from = column(ref).type().sql();
        String whole = dialect.integerType(from).isPresent() ? from : "bigint";
        String to = dialect.widened(whole, why.isPresent());
        if (!to.equals(dialect.widened(whole, false))) {
          why.ifPresent(reason -> signed.put(ref, reason));
        }
        if (!dialect.integerType(from).equals(dialect.integerType(to))) {
          changes.put(ref, new Change(from, to));
        }
      }
    }

    /** BOOLEAN of MySQL and MariaDB is tinyint(1): part of a key perhaps, but no id. */
    private boolean flag(ColumnRef ref) {
      return column(ref).type().sql().equalsIgnoreCase("tinyint(1)") && !joined.contains(ref);
    }

    private Optional<String> negative(ColumnRef ref) {
      if (wishes.negative().contains(ref)) {
        return Optional.of(ref + " holds negative values");
      }
      Optional<String> byDefault =
          column(ref)
              .defaultSql()
              .filter(Search::belowZero)
              .map(value -> ref + " has the default " + value);
      return byDefault.isPresent() ? byDefault : negativePartition(ref);
    }

    // MySQL error 1563: an unsigned key has no partition below zero
    private Optional<String> negativePartition(ColumnRef ref) {
      return Optional.ofNullable(tables.get(ref.table()))
          .flatMap(Table::partitioning)
          .filter(p -> p.key().contains(ref.column()))
          .flatMap(p ->
              p.partitions().stream()
                  .filter(each -> BELOW_ZERO.matcher(each.bound()).find())
                  .findFirst())
          .map(each -> ref + " has the partition " + each.name().name() + " below zero");
    }

    private static boolean belowZero(String defaultSql) {
      String number = defaultSql.replaceAll("[()'\\s]|::[a-z0-9 ]+", "");
      return number.matches("-\\d+(\\.\\d+)?") && new BigDecimal(number).signum() < 0;
    }

    private Column column(ColumnRef ref) {
      return Optional.ofNullable(tables.get(ref.table()))
          .flatMap(t -> t.column(ref.column()))
          .orElseThrow();
    }

    private ColumnRef find(ColumnRef ref) {
      ColumnRef here = ref;
      ColumnRef up = leader.get(here);
      while (up != null && !up.equals(here)) {
        here = up;
        up = leader.get(here);
      }
      if (!here.equals(ref)) {
        leader.put(ref, here);
      }
      return here;
    }
  }
}
