package dev.shardwright.export;

import dev.shardwright.model.Column;
import dev.shardwright.model.Product;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What in the schema files the servers that the DBA names would refuse, said before he tries. */
final class TargetRefusals {

  /**
   * A construct that not every server knows.
   *
   * @param since the first version of the product that takes it; 0 if none does
   */
  private record Rule(Product product, int since, int minor, String what, Pattern sign) {
    static Rule of(Product product, double since, String what, String sign) {
      int hundredths = (int) Math.round(since * 100);
      return new Rule(
          product,
          hundredths / 100,
          hundredths % 100,
          what,
          Pattern.compile(sign, Pattern.CASE_INSENSITIVE));
    }

    boolean refuses(Target target, String sql) {
      return target.product() == product
          && !(since > 0 && target.atLeast(since, minor))
          && sign.matcher(sql).find();
    }
  }

  // Release notes of PostgreSQL 14 to 18; manuals of MySQL 8.4 and MariaDB 11.4. A minor version is
  // written with two digits: 10.07 is 10.7.
  private static final List<Rule> RULES =
      List.of(
          Rule.of(Product.POSTGRESQL, 18, "the function uuidv7()", "\\buuidv7\\("),
          Rule.of(Product.POSTGRESQL, 18, "the function uuidv4()", "\\buuidv4\\("),
          Rule.of(Product.POSTGRESQL, 18, "a virtual generated column", "\\) VIRTUAL\\b"),
          Rule.of(Product.POSTGRESQL, 18, "NOT ENFORCED", "\\bNOT ENFORCED\\b"),
          Rule.of(Product.POSTGRESQL, 18, "WITHOUT OVERLAPS", "\\bWITHOUT OVERLAPS\\b"),
          Rule.of(Product.POSTGRESQL, 18, "a key over a PERIOD", "\\bFOREIGN KEY \\(.*\\bPERIOD "),
          Rule.of(Product.POSTGRESQL, 18, "NOT NULL NO INHERIT", "\\bNOT NULL NO INHERIT\\b"),
          Rule.of(Product.POSTGRESQL, 18, "an unchecked NOT NULL", "^NOT NULL .* NOT VALID"),
          Rule.of(
              Product.POSTGRESQL, 17, "a collation of the builtin provider", "provider = builtin"),
          Rule.of(Product.POSTGRESQL, 16, "a collation with rules", "COLLATION .*, rules = "),
          Rule.of(Product.POSTGRESQL, 15, "NULLS NOT DISTINCT", "\\bNULLS NOT DISTINCT\\b"),
          Rule.of(
              Product.POSTGRESQL,
              15,
              "ON DELETE SET with columns",
              "\\bON DELETE SET (NULL|DEFAULT) \\("),
          Rule.of(Product.POSTGRESQL, 15, "security_invoker", "\\bsecurity_invoker\\b"),
          Rule.of(Product.POSTGRESQL, 15, "an unlogged sequence", "\\bUNLOGGED SEQUENCE\\b"),
          Rule.of(Product.POSTGRESQL, 17, "JSON_TABLE", "\\bJSON_TABLE\\("),
          Rule.of(Product.POSTGRESQL, 16, "the function any_value()", "\\bany_value\\("),
          Rule.of(Product.POSTGRESQL, 15, "MERGE", "\\bMERGE\\s+INTO\\b"),
          Rule.of(Product.POSTGRESQL, 13, "gen_random_uuid()", "\\bgen_random_uuid\\("),
          Rule.of(Product.POSTGRESQL, 12, "a generated column", "\\) STORED\\b"),
          Rule.of(Product.POSTGRESQL, 10, "an identity column", "\\bAS IDENTITY\\b"),
          Rule.of(Product.POSTGRESQL, 11, "a procedure", "\\bCREATE OR REPLACE PROCEDURE\\b"),
          Rule.of(Product.POSTGRESQL, 11, "partitions by hash", "^PARTITION BY HASH\\b"),
          Rule.of(Product.POSTGRESQL, 14, "a body of SQL (BEGIN ATOMIC)", "\\bBEGIN ATOMIC\\b"),
          Rule.of(Product.POSTGRESQL, 14, "SET COMPRESSION", "\\bSET COMPRESSION\\b"),
          Rule.of(Product.POSTGRESQL, 14, "a multirange", "\\bMULTIRANGE_TYPE_NAME\\b"),
          Rule.of(Product.MYSQL, 8, "a collation of MySQL 8", "\\butf8mb4_\\w*0900_"),
          Rule.of(Product.MYSQL, 8, "a default that is an expression", "\\bDEFAULT \\("),
          Rule.of(Product.MYSQL, 8, "a key over an expression", "KEY `[^`]+` \\(\\("),
          Rule.of(Product.MYSQL, 0, "a sequence", "\\bnextval\\(|^CREATE SEQUENCE"),
          Rule.of(Product.MYSQL, 0, "system versioning", "\\bWITH SYSTEM VERSIONING\\b"),
          Rule.of(Product.MYSQL, 8, "a check constraint", "\\bCHECK \\("),
          Rule.of(Product.MYSQL, 8, "an invisible column", "^  `[^`]+` .*\\bINVISIBLE\\b"),
          Rule.of(Product.MYSQL, 8, "an invisible index", "KEY .*!80000 INVISIBLE"),
          Rule.of(Product.MYSQL, 9, "the type vector", "^  `[^`]+` vector\\b"),
          Rule.of(Product.MYSQL, 0, "a type of MariaDB", "^  `[^`]+` (uuid|inet[46])\\b"),
          Rule.of(Product.MYSQL, 0, "a compressed page", "`?PAGE_COMPRESSED`?="),
          Rule.of(Product.MYSQL, 0, "an ignored index", "KEY .*\\bIGNORED\\b"),
          Rule.of(Product.MYSQL, 0, "a collation of MariaDB", "\\b(utf8mb4_)?uca1400_"),
          Rule.of(Product.MYSQL, 0, "a period", "\\bPERIOD FOR `"),
          Rule.of(Product.MYSQL, 0, "a compressed column", "/\\*M?!?\\d* ?COMPRESSED"),
          Rule.of(Product.MYSQL, 0, "an aggregate function", "\\bAGGREGATE FUNCTION\\b"),
          Rule.of(Product.MYSQL, 0, "the engine Aria", "\\bENGINE=Aria\\b"),
          Rule.of(
              Product.MYSQL,
              0,
              "a default that is a function",
              "DEFAULT (?!current_timestamp|\\()[a-z_]+\\("),
          Rule.of(Product.MARIADB, 11.04, "a collation of MySQL 8", "\\butf8mb4_\\w*0900_"),
          Rule.of(Product.MARIADB, 0, "a key over an expression", "KEY `[^`]+` \\(\\("),
          Rule.of(Product.MARIADB, 0, "an invisible index", "KEY .*!80000 INVISIBLE"),
          Rule.of(Product.MARIADB, 0, "an invisible column", "^  `[^`]+` .*!80023 INVISIBLE"),
          Rule.of(Product.MARIADB, 11.07, "the type vector", "^  `[^`]+` vector\\b"),
          Rule.of(Product.MARIADB, 10.03, "a sequence", "\\bnextval\\(|^CREATE SEQUENCE"),
          Rule.of(Product.MARIADB, 0, "SRID of a column", "!80003 SRID"),
          Rule.of(Product.MARIADB, 0, "NOT ENFORCED", "NOT ENFORCED"),
          Rule.of(Product.MARIADB, 10.07, "the type uuid", "^  `[^`]+` uuid\\b"),
          Rule.of(Product.MARIADB, 10.10, "the type inet4", "^  `[^`]+` inet4\\b"),
          Rule.of(Product.MARIADB, 10.10, "a collation of MariaDB 10.10", "uca1400_"));

  private static final Set<Column.Identity> IDENTITY =
      Set.of(Column.Identity.ALWAYS, Column.Identity.BY_DEFAULT);

  private TargetRefusals() {}

  /** A sentence per construct and object, in the order of the files; empty if all will load. */
  static List<String> of(Plan plan, ExportOptions options) {
    Optional<Target> target = Target.of(plan.schema().origin(), options.targetVersion());
    if (options.targetVersion().isEmpty() || target.isEmpty()) {
      return List.of();
    }
    List<String> refusals = new ArrayList<>();
    texts(plan).forEach((what, texts) -> refusals.addAll(refused(target.get(), what, texts)));
    if (MySqlDdl.refusesLooseKeys(target.get())) {
      Stream.of(Side.values())
          .flatMap(side -> MySqlDdl.looseKeys(Part.of(plan, side)))
          .forEach(key -> refusals.add(loose(target.get(), key)));
    }
    return refusals;
  }

  private static String loose(Target target, Relation key) {
    return target
        + " refuses the key "
        + key.id()
        + ", because ("
        + String.join(", ", key.parentColumns())
        + ") of "
        + key.parent()
        + " is not unique (FK_TO_NON_UNIQUE); with restrict_fk_on_non_standard_key = OFF, as the"
        + " file sets it, it loads all the same.";
  }

  private static List<String> refused(Target target, String what, List<String> texts) {
    Set<String> found = new TreeSet<>();
    for (Rule rule : RULES) {
      if (texts.stream().flatMap(String::lines).anyMatch(line -> rule.refuses(target, line))) {
        found.add(rule.what());
      }
    }
    return found.stream()
        .map(f -> target + " does not know " + f + ", which is in " + what + ".")
        .toList();
  }

  private static Map<String, List<String>> texts(Plan plan) {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    for (Side side : Side.values()) {
      Part part = Part.of(plan, side);
      part.tables().forEach(table -> texts.put(table.name().toString(), table(part, table)));
    }
    plan.schema()
        .views()
        .forEach(v ->
            texts.put(
                "view " + v.name(), v.definition().map(TargetRefusals::head).stream().toList()));
    plan.schema().routines().forEach(r -> texts.put(r.id(), r.definition().stream().toList()));
    plan.schema().types().forEach(t -> texts.put("type " + t.name(), List.of(t.definition())));
    plan.schema()
        .sequences()
        .forEach(s ->
            texts.put(
                "sequence " + s.name(),
                Stream.concat(
                        s.definition().stream(),
                        Stream.of("CREATE " + (s.unlogged() ? "UNLOGGED " : "") + "SEQUENCE"))
                    .toList()));
    return texts;
  }

  // the query itself may hold any word in a string
  private static String head(String definition) {
    return definition.lines().findFirst().orElse("");
  }

  private static List<String> table(Part part, Table table) {
    if (table.definition().isPresent()) {
      return List.of(table.definition().get());
    }
    List<String> texts = new ArrayList<>(table.options());
    table
        .columns()
        .forEach(c -> {
          c.defaultSql().ifPresent(texts::add);
          c.notNull().ifPresent(texts::add);
          if (IDENTITY.contains(c.identity())) {
            texts.add("AS IDENTITY");
          }
          c.generated().ifPresent(g -> texts.add(g.stored() ? "() STORED" : "() VIRTUAL"));
        });
    table.partitioning().ifPresent(p -> texts.add("PARTITION BY " + p.key()));
    table.keys().forEach(k -> k.definition().ifPresent(texts::add));
    table.indexes().forEach(i -> i.definition().ifPresent(texts::add));
    table.checks().forEach(c -> texts.add(c.definition()));
    Stream.concat(part.inlineOf(table).stream(), part.atEnd().stream())
        .filter(key -> key.child().equals(table.name()))
        .forEach(key -> key.definition().ifPresent(texts::add));
    return texts;
  }
}
