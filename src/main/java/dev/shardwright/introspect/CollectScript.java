package dev.shardwright.introspect;

import dev.shardwright.model.Product;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The scripts with which a DBA collects, by the server's own client, what a live reading would ask:
 * for databases that no other program may touch. What they print opens as a source.
 *
 * <p>The questions are those that the readers ask; a {@link Scribe} listens to them, once for each
 * version at which one of them changes.
 */
public final class CollectScript {
  /** The first line of what a script prints, and how its lines are to be read. */
  static final String HEADER = "Shardwright collection 1";

  static final String SCHEMAS = "schemas";
  static final String END = "end";

  private static final int LIMIT_SECONDS = 60;

  private CollectScript() {}

  /** Where a question of a reader changes, from the oldest server that is read. */
  private static List<Integer> versions(Product product) {
    return switch (product) {
      case POSTGRESQL -> List.of(120000, 130000, 140000, 150000, 160000, 170000, 180000);
      case MYSQL -> List.of(50700, 80000, 80003, 80013, 80016, 80020, 80022, 90000, 90200);
      case MARIADB -> List.of(100300, 100501, 110101, 110300);
    };
  }

  /**
   * A statement and the servers that it is for.
   *
   * @param from for each product the version from which on
   * @param until for each product the version from which on no longer, the highest number if there
   *     is none
   */
  record Part(String sql, SortedMap<Product, Integer> from, SortedMap<Product, Integer> until) {

    boolean forAll(Product... products) {
      return Stream.of(products)
          .allMatch(p ->
              versions(p).getFirst().equals(from.get(p))
                  && Integer.valueOf(Integer.MAX_VALUE).equals(until.get(p)));
    }
  }

  /** The script for psql. */
  public static String postgreSql() {
    return CollectPostgreSql.of(
        parts(Product.POSTGRESQL), settings(Product.POSTGRESQL), Server.question(true));
  }

  /** The script for a POSIX shell and the client of MySQL or MariaDB. */
  public static String mySql() {
    return CollectMySql.of(
        parts(Product.MYSQL, Product.MARIADB),
        settings(Product.MYSQL, Product.MARIADB),
        Server.question(false));
  }

  private static List<Part> parts(Product... products) {
    Parts parts = new Parts();
    for (Product product : products) {
      for (int version : versions(product)) {
        Scribe.questions(product, version)
            .forEach(question -> parts.add(question.sql(), product, version));
      }
    }
    return parts.all();
  }

  private static List<Part> settings(Product... products) {
    Parts parts = new Parts();
    for (Product product : products) {
      for (int version : versions(product)) {
        new Server(product, "", version, "", "")
            .settings(LIMIT_SECONDS)
            .forEach(sql -> parts.add(sql, product, version));
      }
    }
    return parts.all();
  }

  /** Gathers statements and the versions that want them. */
  private static final class Parts {
    private final Map<String, Part> bySql = new LinkedHashMap<>();

    void add(String sql, Product product, int version) {
      Part part = bySql.computeIfAbsent(sql, s -> new Part(s, new TreeMap<>(), new TreeMap<>()));
      part.from().putIfAbsent(product, version);
      List<Integer> versions = versions(product);
      int next = versions.indexOf(version) + 1;
      part.until().put(product, next < versions.size() ? versions.get(next) : Integer.MAX_VALUE);
    }

    List<Part> all() {
      return new ArrayList<>(bySql.values());
    }
  }
}
