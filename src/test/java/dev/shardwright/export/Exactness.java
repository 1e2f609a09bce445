package dev.shardwright.export;

import dev.shardwright.dialect.KeyWidening;
import dev.shardwright.model.ColumnRef;
import dev.shardwright.model.Partitioning;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlannedRelation;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The engines' own word on our files: what pg_dump or SHOW CREATE says of (shard ∪ neutral) against
 * what it says of the source, after the changes that the plan decided and nothing else.
 *
 * @param model the same by our own reading
 * @param objects what the source holds and the plan keeps
 * @param planned the changes, one a line
 * @param differences all else, one object an entry
 */
record Exactness(
    RoundTrip.Differences model, int objects, List<String> planned, List<String> differences) {

  /** Compares what is in three databases. */
  static Exactness of(
      RoundTrip.Differences model,
      TestServer server,
      Plan plan,
      Texts source,
      TestDatabase shard,
      TestDatabase neutral)
      throws SQLException, IOException {
    Expected expected = new Expected(plan, source.get());
    Map<String, String> is = union(texts(server, shard), texts(server, neutral));
    List<String> differences = new ArrayList<>();
    Map<String, String> should = expected.objects();
    for (String key : union(should.keySet(), is.keySet())) {
      String wanted = should.get(key);
      String found = is.get(key);
      if (wanted == null) {
        differences.add("not in the source: " + key + "\n" + found);
      } else if (found == null) {
        differences.add("lost: " + key + "\n" + wanted);
      } else if (!wanted.equals(found)) {
        differences.add("changed: " + key + "\n- " + wanted + "\n+ " + found);
      }
    }
    return new Exactness(model, should.size(), expected.planned(), differences);
  }

  /** The texts of a source. */
  interface Texts {
    Map<String, String> get() throws SQLException, IOException;
  }

  static Map<String, String> texts(TestServer server, TestDatabase database)
      throws SQLException, IOException {
    return server.product().isMySqlFamily()
        ? texts(database, database.name())
        : PgDump.of(database);
  }

  static Map<String, String> texts(TestDatabase database, String name) throws SQLException {
    try (Connection admin = database.admin()) {
      return ShowCreate.of(admin, name);
    }
  }

  int equal() {
    return objects - (int) differences.stream().filter(d -> !d.startsWith("not in")).count();
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    return Stream.concat(one.stream(), other.stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, String> union(Map<String, String> one, Map<String, String> other) {
    Map<String, String> all = new TreeMap<>(one);
    other.forEach((key, text) -> all.merge(key, text, (a, b) -> a.equals(b) ? a : a + "\n≠\n" + b));
    all.replaceAll((key, text) -> Expected.normal(text));
    return all;
  }

  /** The source's texts after the planned changes. */
  private static final class Expected {
    private static final Pattern COUNTER =
        Pattern.compile("(?m)^(\\)[^'\"]*?) AUTO_INCREMENT=\\d+");
    private final Plan plan;
    private final Part shard;
    private final boolean mySql;
    private final Map<String, String> objects = new TreeMap<>();
    private final Set<String> planned = new TreeSet<>();

    Expected(Plan plan, Map<String, String> source) {
      this.plan = plan;
      shard = Part.of(plan, Side.SHARD);
      mySql = plan.schema().origin().product().isMySqlFamily();
      source.forEach((key, text) -> objects.put(key, normal(text)));
      plan.relations().forEach(this::relation);
      plan.schema().tables().forEach(this::standsAlone);
      leftOut();
      Map<TableName, Table> tables = plan.schema().byName();
      shard
          .widening()
          .changes()
          .forEach((column, change) ->
              widen(Objects.requireNonNull(tables.get(column.table())), column, change));
    }

    Map<String, String> objects() {
      return objects;
    }

    List<String> planned() {
      return List.copyOf(planned);
    }

    // MariaDB shows a width; the counter is set when the shards begin
    static String normal(String text) {
      // PostgreSQL prints the bounds of a bigint key as literals
      boolean bounds = text.startsWith("ALTER TABLE ONLY") && text.contains(" ATTACH PARTITION ");
      return COUNTER
          .matcher(
              (bounds ? text.replaceAll("'(-?\\d+)'", "$1") : text).replace("bigint(20)", "bigint"))
          .replaceAll("$1")
          .lines()
          .filter(line -> !line.isBlank())
          .map(line -> line.endsWith(",") ? line.substring(0, line.length() - 1) : line)
          .collect(Collectors.joining("\n"));
    }

    /** A table that inherits from one of the other side has the columns as its own. */
    private void standsAlone(Table table) {
      boolean together =
          Stream.of(Side.values())
              .anyMatch(side ->
                  Stream.concat(Stream.of(table.name()), table.inherits().stream())
                      .allMatch(name -> side.holds(plan.kind(name))));
      if (table.inherits().isEmpty() || together) {
        return;
      }
      String name = table.name().schema() + "." + table.name().name();
      planned.add("without INHERITS " + name);
      String columns =
          table.columns().stream()
              .map(c ->
                  "\n    "
                      + shard.dialect().quote(c.name())
                      + " "
                      + c.type().sql()
                      + c.defaultSql().map(d -> " DEFAULT " + d).orElse("")
                      + (c.nullable() ? "" : " NOT NULL"))
              .collect(Collectors.joining());
      objects.put("TABLE " + name, "CREATE TABLE " + name + " (" + columns + "\n);");
      table.columns().forEach(c -> objects.remove("DEFAULT " + name + " " + c.name()));
    }

    private void relation(PlannedRelation each) {
      Relation r = each.relation();
      boolean together =
          Stream.of(Side.values())
              .anyMatch(s -> s.holds(plan.kind(r.child())) && s.holds(plan.kind(r.parent())));
      if (!r.declared() || (!each.cut() && together)) {
        return;
      }
      if (mySql) {
        lines(
            "TABLE " + r.child().name(),
            line -> line.startsWith("  CONSTRAINT `" + r.name() + "` FOREIGN") ? "" : line);
        planned.add("without key " + r.id());
      } else {
        remove("FK CONSTRAINT " + r.child().schema() + "." + r.child().name() + " " + r.name());
      }
    }

    private void leftOut() {
      Set<String> both = titles(shard);
      both.retainAll(titles(Part.of(plan, Side.NEUTRAL)));
      titles(shard).stream().filter(t -> t.startsWith("trigger ")).forEach(both::add);
      titles(Part.of(plan, Side.NEUTRAL)).stream()
          .filter(t -> t.startsWith("trigger "))
          .forEach(both::add);
      for (String title : both) {
        if (plan.schema().minors().stream().anyMatch(m -> m.title().equals(title))) {
          minor(title.replaceFirst(" \\(.*", "").replace("\"", ""));
          continue;
        }
        String kind =
            title.startsWith("package body ")
                ? "package body"
                : title.substring(0, title.indexOf(' '));
        String name = title.substring(kind.length() + 1);
        if (kind.equals("trigger")) {
          String[] parts = name.split(" of ", 2);
          remove(mySql ? "TRIGGER " + parts[0] : "TRIGGER " + parts[1] + " " + parts[0]);
          remove(mySql ? "RULE " + parts[0] : "RULE " + parts[1] + " " + parts[0]);
        } else {
          String bare = name.substring(name.indexOf('.') + 1);
          remove(
              kind.toUpperCase(Locale.ROOT)
                  + " "
                  + (mySql ? bare.replaceFirst("\\(.*", "") : name));
          remove("MATERIALIZED VIEW " + name);
          List.copyOf(objects.entrySet()).stream()
              .filter(e ->
                  e.getKey().startsWith("INDEX ")
                      && e.getValue().contains(" ON " + name + " USING"))
              .forEach(e -> remove(e.getKey()));
          remove(
              "COMMENT "
                  + name.substring(0, name.indexOf('.') + 1)
                  + kind.toUpperCase(Locale.ROOT)
                  + " "
                  + bare);
        }
      }
    }

    /** Also its comment, and the tables of a publication, which pg_dump tells one by one. */
    private void minor(String name) {
      String comment = "COMMENT " + name.replaceFirst("^([A-Z ]+) ([^ ]+\\.)(.*)$", "$2$1 $3");
      String mapping = name.startsWith("USER MAPPING") ? "USER MAPPING USER MAPPING " : "-";
      String ofTables = name.replaceFirst("^PUBLICATION ", "PUBLICATION TABLE [^ ]*\\.?") + " .*";
      List.copyOf(objects.keySet()).stream()
          .filter(key ->
              key.equals(name)
                  || key.equals(comment)
                  || key.startsWith(mapping)
                  || key.matches(ofTables))
          .forEach(this::remove);
    }

    private static Set<String> titles(Part part) {
      return SideObjects.of(part).leftOut().stream()
          .map(SideObjects.Out::title)
          .collect(Collectors.toCollection(TreeSet::new));
    }

    private void remove(String key) {
      if (objects.remove(key) != null) {
        planned.add("without " + key);
      }
    }

    private void widen(Table table, ColumnRef column, KeyWidening.Change change) {
      planned.add("wider " + column + ": " + change.from() + " → " + change.to());
      String quoted =
          plan.schema().origin().product().isMySqlFamily()
              ? "`" + column.column().replace("`", "``") + "`"
              : shard.dialect().quote(column.column());
      String before = (mySql ? "  " : "    ") + quoted + " ";
      String from = change.from().replace("bigint(20)", "bigint");
      Stream<TableName> names =
          Stream.concat(
              Stream.of(table.name()),
              table.partitioning().stream()
                  .flatMap(p -> p.partitions().stream())
                  .map(Partitioning.Partition::name));
      names.forEach(name -> {
        lines(
            "TABLE " + (mySql ? name.name() : name.schema() + "." + name.name()),
            line ->
                line.startsWith(before + from)
                    ? before + change.to() + line.substring((before + from).length())
                    : line);
      });
      plan.schema().sequences().stream()
          .filter(s -> s.owner().filter(column::equals).isPresent())
          .forEach(s ->
              lines(
                  "SEQUENCE " + s.name().schema() + "." + s.name().name(),
                  line -> line.matches("    AS (integer|smallint)") ? "" : line));
    }

    private void lines(String key, UnaryOperator<String> change) {
      objects.computeIfPresent(
          key,
          (_, text) ->
              text.lines().map(change).filter(l -> !l.isEmpty()).collect(Collectors.joining("\n")));
    }
  }
}
