package dev.shardwright.export;

import dev.shardwright.model.Column;
import dev.shardwright.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of SHOW CREATE TABLE, changed line by line: each column, key and check has a line of its
 * own, and all that the plan does not touch stays to the letter.
 */
final class MySqlTableText {
  private static final Pattern ITEM_NAME =
      Pattern.compile("^  ([`\"])((?:(?!\\1).|\\1\\1)+)\\1 ", Pattern.DOTALL);
  // MariaDB 11.4 prints a back quote in a key's name as it is, so the name cannot be read here
  private static final Pattern FOREIGN_KEY =
      Pattern.compile("^  CONSTRAINT (?:(?! CHECK \\().)+? FOREIGN KEY \\(", Pattern.DOTALL);
  private static final Pattern INTEGER =
      Pattern.compile(
          "^(?:(?:tiny|small|medium|big)?int(?:\\(\\d+\\))?|decimal\\(\\d+,0\\))"
              + "(?: unsigned)?(?: zerofill)?(?![a-z(])");
  // before any quoted option, so that a comment with these words stays
  private static final Pattern COUNTER = Pattern.compile("^(\\)[^'\"]*?) AUTO_INCREMENT=\\d+");

  private static final Pattern IMPLIED =
      Pattern.compile("^(  `(?:[^`]|``)+` (?:\\w*text|(?:var)?char\\(\\d+\\))) COLLATE (\\w+)");

  private final Part part;
  private final Table table;
  private final List<String> lines;

  MySqlTableText(Part part, Table table, String text) {
    this.part = part;
    this.table = table;
    lines = MySqlText.lines(text);
  }

  /**
   * The statement for this side.
   *
   * @param foreignKeys the keys that can hold here, each after a comma
   */
  String rewritten(String foreignKeys) {
    int end = endOfItems();
    List<String> items = new ArrayList<>();
    String tail = tail(String.join("\n", lines.subList(end, lines.size())));
    for (String line : lines.subList(1, end)) {
      if (!FOREIGN_KEY.matcher(line).find()) {
        String item = item(line.endsWith(",") ? line.substring(0, line.length() - 1) : line);
        items.add(here(implied(item, tail)));
      }
    }
    return head() + "\n" + String.join(",\n", items) + foreignKeys + "\n" + tail;
  }

  /** Without the name of the database, where the file may be loaded into any. */
  private String here(String item) {
    return part.qualified()
        ? item
        : MySqlText.without(item, part.dialect().quote(table.name().schema()) + ".");
  }

  // MySQL prints a collation without its character set where the table's own is meant; written so,
  // it would be taken for the column's
  private static String implied(String item, String tail) {
    Matcher collation = IMPLIED.matcher(item);
    return collation.find() && tail.contains("COLLATE=" + collation.group(2))
        ? collation.group(1) + item.substring(collation.end())
        : item;
  }

  private int endOfItems() {
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).startsWith(")")) {
        return i;
      }
    }
    throw new IllegalStateException("the definition of " + table.name() + " has no end");
  }

  private String head() {
    String first = lines.getFirst();
    return "CREATE "
        + first.substring(7, first.indexOf("TABLE"))
        + "TABLE "
        + part.name(table.name())
        + " (";
  }

  private String item(String line) {
    Matcher name = ITEM_NAME.matcher(line);
    if (!name.find()) {
      return line;
    }
    String quote = name.group(1);
    String column = name.group(2).replace(quote + quote, quote);
    return table
        .column(column)
        .map(c -> line.substring(0, name.end()) + typed(c, line.substring(name.end())))
        .orElse(line);
  }

  private String typed(Column column, String rest) {
    String type = part.type(table, column);
    if (type.equals(column.type().sql())) {
      return rest;
    }
    Matcher old = INTEGER.matcher(rest);
    return old.find() ? type + rest.substring(old.end()) : rest;
  }

  // a shard counts in its own slot; the neutral database goes on where the source stands, so that
  // the ids of rows that are gone are not given again
  private String tail(String text) {
    String counted = part.side() == Side.NEUTRAL ? text : COUNTER.matcher(text).replaceFirst("$1");
    return counted.endsWith(";") ? counted.substring(0, counted.length() - 1) : counted;
  }
}
