package dev.shardwright.export;

import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a table of MySQL or MariaDB asks of the server beside its own database. */
final class TableNeeds {
  private static final Pattern TEXTS = Pattern.compile("COMMENT ?= ?'(?:[^'\\\\]|\\\\.|'')*'");
  private static final Pattern TABLESPACE =
      Pattern.compile("TABLESPACE (?:= )?(`(?:[^`]|``)+`|\\w+)");
  private static final Set<String> ALWAYS_THERE =
      Set.of("innodb_system", "innodb_file_per_table", "innodb_temporary");
  private static final Pattern FOLDER =
      Pattern.compile("(?:DATA|INDEX) DIRECTORY ?= ?'((?:[^'\\\\]|\\\\.|'')*)'");
  private static final Pattern ENCRYPTED =
      Pattern.compile("ENCRYPTION='Y'|`ENCRYPTED`='?YES", Pattern.CASE_INSENSITIVE);
  private static final Pattern CONNECTION = Pattern.compile("CONNECTION='");
  private static final Pattern UNION = Pattern.compile("UNION=\\(([^)]*)\\)");

  private static final Pattern NAME = Pattern.compile("(?:`((?:[^`]|``)+)`\\.)?`((?:[^`]|``)+)`");

  private TableNeeds() {}

  /** One line each. */
  static List<String> of(Part part, Table table) {
    List<String> needs = new ArrayList<>();
    String text = options(table);
    all(TABLESPACE, text).stream()
        .map(name -> name.replace("`", ""))
        .filter(name -> !ALWAYS_THERE.contains(name))
        .forEach(name -> needs.add("the tablespace " + name));
    all(FOLDER, text).forEach(folder -> needs.add("the folder " + folder + ", open to the server"));
    all(UNION, text).stream()
        .flatMap(tables -> NAME.matcher(tables).results())
        .map(name -> named(table, name))
        .filter(name -> !part.holds(name))
        .forEach(name -> needs.add("the table " + name + ", whose rows it shows"));
    Map.of(
            ENCRYPTED,
            "a key to encrypt with",
            CONNECTION,
            "the server that its CONNECTION names, perhaps with a password")
        .forEach((sign, need) -> {
          if (sign.matcher(text).find()) {
            needs.add(need);
          }
        });
    return needs.stream().distinct().sorted().map(need -> need + ", for " + table.name()).toList();
  }

  private static TableName named(Table table, MatchResult name) {
    String schema = name.group(1) == null ? table.name().schema() : name.group(1);
    return new TableName(schema.replace("``", "`"), name.group(2).replace("``", "`"));
  }

  /** What stands behind the columns and keys, without what people wrote. */
  private static String options(Table table) {
    String text = table.definition().orElse("");
    int end = text.indexOf("\n)");
    return end < 0 ? "" : TEXTS.matcher(text.substring(end)).replaceAll("");
  }

  private static List<String> all(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    List<String> all = new ArrayList<>();
    while (found.find()) {
      all.add(found.group(1));
    }
    return all;
  }
}
