package dev.shardwright.introspect;

import dev.shardwright.model.Product;
import dev.shardwright.model.Skipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What MySQL and MariaDB hide from a user without a word: without the right to it an object is just
 * not listed, so the rights themselves are read and what cannot be seen is said.
 */
final class MySqlRights {
  private static final Pattern GRANT = Pattern.compile("GRANT (.+?) ON (\\S+)\\.\\* TO .*");
  private static final Pattern BACKSLASHED = Pattern.compile("\\\\(.)");

  /** What is seen with which of some rights, the last being the one to ask for. */
  private record Need(String objects, Set<String> anyOf, String ask) {}

  private record Grant(String rights, String database) {
    boolean covers(String schema) {
      if (database.equals("*")) {
        return true;
      }
      StringBuilder regex = new StringBuilder();
      Matcher parts = Pattern.compile("\\\\(.)|%|_|[^%_\\\\]+").matcher(database);
      while (parts.find()) {
        regex.append(
            switch (parts.group()) {
              case "%" -> ".*";
              case "_" -> ".";
              default -> Pattern.quote(BACKSLASHED.matcher(parts.group()).replaceAll("$1"));
            });
      }
      return schema.matches(regex.toString());
    }

    boolean gives(Set<String> anyOf) {
      return rights.startsWith("ALL PRIVILEGES")
          || Set.of(rights.split(", ")).stream().anyMatch(anyOf::contains);
    }
  }

  private MySqlRights() {}

  static List<Skipped> hidden(Asking asking) {
    List<Grant> grants = grants(asking);
    List<Skipped> hidden = new ArrayList<>();
    for (String schema : asking.schemas()) {
      for (Need need : needs(asking.session().product())) {
        boolean held = grants.stream().anyMatch(g -> g.covers(schema) && g.gives(need.anyOf()));
        if (!held) {
          hidden.add(skipped(asking, schema, need));
        }
      }
    }
    return hidden;
  }

  private static Skipped skipped(Asking asking, String schema, Need need) {
    return new Skipped(
        need.objects() + " of " + schema,
        "The server shows "
            + asking.session().server().user()
            + " only those he has rights on; GRANT "
            + need.ask().replace("@DB@", MySqlNames.quoted(schema))
            + " to be sure to see all.");
  }

  private static List<Need> needs(Product product) {
    return List.of(
        new Need("tables", Set.of("SELECT"), "SELECT ON @DB@.*"),
        new Need("triggers", Set.of("TRIGGER"), "TRIGGER ON @DB@.*"),
        new Need("events", Set.of("EVENT"), "EVENT ON @DB@.*"),
        product == Product.MYSQL
            ? new Need(
                "routines",
                Set.of("SHOW_ROUTINE", "CREATE ROUTINE", "ALTER ROUTINE", "EXECUTE"),
                "SHOW_ROUTINE ON *.*")
            : new Need(
                "routines",
                Set.of("SHOW CREATE ROUTINE", "CREATE ROUTINE", "ALTER ROUTINE", "EXECUTE"),
                "EXECUTE ON @DB@.*"));
  }

  private static List<Grant> grants(Asking asking) {
    List<String> lines = new ArrayList<>(asking.rows("SHOW GRANTS", row -> row.at(1).orElse("")));
    roles(asking)
        .ifPresent(roles ->
            lines.addAll(
                asking.rows(
                    "SHOW GRANTS FOR CURRENT_USER() USING " + roles, row -> row.at(1).orElse(""))));
    return lines.stream()
        .map(GRANT::matcher)
        .filter(Matcher::matches)
        .map(m -> new Grant(m.group(1), m.group(2).replace("`", "")))
        .toList();
  }

  // MariaDB lists the rights of the active role with the user's own.
  private static Optional<String> roles(Asking asking) {
    return asking.session().product() == Product.MYSQL && asking.version() >= 80000
        ? asking.rows("SELECT CURRENT_ROLE()", row -> row.at(1).orElse("NONE")).stream()
            .filter(roles -> !roles.equals("NONE"))
            .findFirst()
        : Optional.empty();
  }
}
