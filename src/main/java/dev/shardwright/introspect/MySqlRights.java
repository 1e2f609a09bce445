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
  private static final Pattern GRANT =
      Pattern.compile("GRANT (.+?) ON (\\*|`(?:[^`]|``)*`)\\.(\\*|`(?:[^`]|``)*`) TO .*");
  private static final Pattern BACKSLASHED = Pattern.compile("\\\\(.)");

  /**
   * What is seen with which of some rights.
   *
   * @param everywhere rights that show it if they are held on all databases
   * @param catalog a table of the server's own database that shows it to who may read it
   * @param ask the right to ask for
   * @param silently true if nothing else says that it is missing
   */
  private record Need(
      String objects,
      Set<String> anyOf,
      Set<String> everywhere,
      String catalog,
      String ask,
      boolean silently) {
    static Need silent(String objects, Set<String> anyOf, String ask) {
      return new Need(objects, anyOf, Set.of(), "", ask, true);
    }
  }

  private record Grant(String rights, String database, String object) {
    private boolean covers(String schema) {
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

    boolean meets(Need need, String schema) {
      if (object.equals("*")) {
        boolean everywhere = database.equals("*") && gives(need.everywhere());
        return everywhere || (covers(schema) && gives(need.anyOf()));
      }
      return database.equals("mysql") && object.equals(need.catalog()) && gives(Set.of("SELECT"));
    }

    private boolean gives(Set<String> anyOf) {
      return rights.startsWith("ALL PRIVILEGES")
          || Set.of(rights.split(", ")).stream().anyMatch(anyOf::contains);
    }
  }

  private MySqlRights() {}

  /** What a reading of the schemas would miss without a word. */
  static List<Skipped> hidden(Asking asking) {
    String user = asking.answers().server().user();
    return missing(asking, true).stream()
        .map(right -> Skipped.perhapsHidden(right.objects(), user, right.grant()))
        .toList();
  }

  /** What of the schemas the user may not see. */
  static List<MissingRight> missing(Asking asking) {
    return missing(asking, false);
  }

  private static List<MissingRight> missing(Asking asking, boolean silentOnly) {
    List<Grant> grants = grants(asking);
    String user = MySqlNames.account(asking.answers().server().user());
    List<MissingRight> missing = new ArrayList<>();
    for (String schema : asking.schemas()) {
      for (Need need : needs(asking, schema)) {
        boolean held = grants.stream().anyMatch(grant -> grant.meets(need, schema));
        if (!held && (need.silently() || !silentOnly)) {
          missing.add(
              new MissingRight(
                  need.objects() + " of " + schema, "GRANT " + need.ask() + " TO " + user));
        }
      }
    }
    return missing;
  }

  private static List<Need> needs(Asking asking, String schema) {
    String all = " ON " + MySqlNames.quoted(schema) + ".*";
    boolean mySql = asking.product() == Product.MYSQL;
    // MySQL 8.0.20 and MariaDB 11.3 manuals: the rights to read the text of others' routines.
    String showRoutine = mySql ? "SHOW_ROUTINE" : "SHOW CREATE ROUTINE";
    Set<String> seesRoutines = Set.of(showRoutine, "CREATE ROUTINE", "ALTER ROUTINE", "EXECUTE");
    return List.of(
        Need.silent("tables", Set.of("SELECT"), "SELECT" + all),
        Need.silent("triggers", Set.of("TRIGGER"), "TRIGGER" + all),
        Need.silent("events", Set.of("EVENT"), "EVENT" + all),
        Need.silent("routines", seesRoutines, "EXECUTE" + all),
        new Need("texts of views", Set.of("SHOW VIEW"), Set.of(), "", "SHOW VIEW" + all, false),
        new Need(
            "texts of routines",
            Set.of(showRoutine),
            Set.of("SELECT"),
            "proc",
            MySqlDefinitions.routineRight(asking, schema),
            false));
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
        .map(m -> new Grant(m.group(1), bare(m.group(2)), bare(m.group(3))))
        .toList();
  }

  private static String bare(String quoted) {
    return quoted.equals("*")
        ? quoted
        : quoted.substring(1, quoted.length() - 1).replace("``", "`");
  }

  // MariaDB lists the rights of the active role with the user's own.
  private static Optional<String> roles(Asking asking) {
    return asking.product() == Product.MYSQL && asking.version() >= 80000
        ? asking.rows("SELECT CURRENT_ROLE()", row -> row.at(1).orElse("NONE")).stream()
            .filter(roles -> !roles.equals("NONE"))
            .findFirst()
        : Optional.empty();
  }
}
