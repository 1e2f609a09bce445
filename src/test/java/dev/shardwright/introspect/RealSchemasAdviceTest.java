package dev.shardwright.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decisions;
import dev.shardwright.model.Product;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.TableName;
import dev.shardwright.risk.KeySuggestion;
import dev.shardwright.risk.KeySuggestions;
import dev.shardwright.risk.RootAdvisor;
import dev.shardwright.testing.OpenedFile;
import dev.shardwright.testing.SharedFolder;
import dev.shardwright.testing.TestServers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is advised on real schemas of others: the keys they lack, the table to start from. */
class RealSchemasAdviceTest {
  /** The line above which the window accepts suggestions together. */
  private static final double WINDOW = 0.81;

  /** The roots that the folder's own README names. */
  private static final Map<String, Set<String>> ROOTS =
      Map.of(
          "sakila", Set.of("customer", "store"),
          "chinook", Set.of("customer"),
          "northwind", Set.of("customers"),
          "osm", Set.of("users"),
          "bb_tpcc", Set.of("warehouse"),
          "tpce", Set.of("customer"),
          "roundcube", Set.of("users"));

  /** Right, wrong and missed suggestions. */
  private record Score(int right, int wrong, int missed) {
    static final Score NONE = new Score(0, 0, 0);

    Score plus(Score other) {
      return new Score(right + other.right, wrong + other.wrong, missed + other.missed);
    }

    double precision() {
      return right / (double) Math.max(1, right + wrong);
    }

    double recall() {
      return right / (double) Math.max(1, right + missed);
    }

    double f1() {
      return 2 * precision() * recall() / (precision() + recall());
    }

    @Override
    public String toString() {
      return "precision %.3f, recall %.3f, F1 %.3f (%d right, %d wrong, %d missed)"
          .formatted(precision(), recall(), f1(), right, wrong, missed);
    }
  }

  @Test
  void keysThatWereDroppedAreFoundAgain() throws Exception {
    Score all = Score.NONE;
    Score bulk = Score.NONE;
    for (Schema schema : schemas().values()) {
      all = all.plus(score(schema, 0.7));
      bulk = bulk.plus(score(schema, WINDOW));
    }

    assertThat(all.f1()).describedAs("all suggestions: %s", all).isGreaterThanOrEqualTo(0.9);
    assertThat(bulk.precision()).describedAs("in bulk: %s", bulk).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void theRightRootComesFirstOrNearlyFirst() throws Exception {
    Map<String, Integer> places = new HashMap<>();
    Map<String, Schema> schemas = schemas();
    for (Map.Entry<String, Set<String>> roots : ROOTS.entrySet()) {
      Schema schema =
          Stream.of("postgresql.sql", "mysql.sql")
              .map(flavour -> roots.getKey() + "/" + flavour)
              .filter(schemas::containsKey)
              .map(schemas::get)
              .findFirst()
              .orElseThrow();
      List<String> ranked = RootAdvisor.rank(schema).stream().map(c -> lower(c.table())).toList();
      places.put(
          roots.getKey(),
          1 + (int) ranked.stream().takeWhile(name -> !roots.getValue().contains(name)).count());
    }
    assertThat(places.values().stream().filter(p -> p == 1).count())
        .describedAs("first: %s", places)
        .isGreaterThanOrEqualTo(6);
    assertThat(places.values()).describedAs("%s", places).allMatch(p -> p <= 3);
  }

  private static Score score(Schema schema, double least) {
    Schema bare = Schema.of(schema.origin(), schema.tables(), List.of());
    Set<String> real = new HashSet<>();
    schema.relations().forEach(r -> real.add(edge(r)));
    Set<String> found = new HashSet<>();
    KeySuggestions.of(bare, List.of(), Decisions.NONE).stream()
        .filter(s -> s.confidence() >= least)
        .forEach(s -> found.add(edge(s)));
    int right = (int) found.stream().filter(real::contains).count();
    // A schema without keys has none to find; what is suggested there nobody can judge.
    return real.isEmpty()
        ? Score.NONE
        : new Score(right, found.size() - right, real.size() - right);
  }

  private static String edge(Relation r) {
    return edge(r.child(), r.childColumns(), r.parent());
  }

  private static String edge(KeySuggestion s) {
    return edge(s.child(), s.childColumns(), s.parent());
  }

  private static String edge(TableName child, List<String> columns, TableName parent) {
    List<String> sorted = columns.stream().map(c -> c.toLowerCase(Locale.ROOT)).sorted().toList();
    return lower(child) + sorted + "->" + lower(parent);
  }

  private static String lower(TableName name) {
    return name.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Schema> schemas() throws Exception {
    Map<String, Schema> schemas = new TreeMap<>();
    for (Path file : SharedFolder.files()) {
      boolean postgres = file.getFileName().toString().startsWith("postgresql");
      Schema schema =
          postgres
              ? OpenedFile.on(TestServers.postgres(), file).schema()
              : OpenedFile.parsed(Product.MYSQL, file);
      schemas.put(String.valueOf(SharedFolder.folder().relativize(file)), schema);
    }
    return schemas;
  }
}
