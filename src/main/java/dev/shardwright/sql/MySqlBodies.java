package dev.shardwright.sql;

import dev.shardwright.model.Names;
import dev.shardwright.model.Product;
import dev.shardwright.model.TableName;
import dev.shardwright.sql.BodyEffects.Effect;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads bodies of MySQL and MariaDB by their grammar. */
final class MySqlBodies {
  // Calls and values that are not the same the next time.
  private static final Pattern BY_MORE =
      Pattern.compile(
          "(?i)\\b(?:now|sysdate|curdate|curtime|current_timestamp|current_date|current_time"
              + "|localtime|localtimestamp|utc_timestamp|utc_date|utc_time|unix_timestamp|uuid"
              + "|uuid_short|rand|user|current_user|session_user|system_user|connection_id"
              + "|last_insert_id|database|schema|row_count|found_rows|nextval|lastval)\\b|@|\\bselect\\b");
  private static final Pattern LOCKS =
      Pattern.compile(
          "(?i)\\b(?:get_lock|release_lock|release_all_locks|sleep|setval|nextval)\\s*\\("
              + "|\\bnext\\s+value\\s+for\\b|@\\w+\\s*:=|\\bmaster_pos_wait\\b");
  private static final Pattern INTO_NEW =
      Pattern.compile("(?i)\\bINTO\\s+(?:[^;]*,\\s*)?NEW\\s*\\.");
  private static final Pattern SELECT_INTO_NEW =
      Pattern.compile("(?i)(\\bINTO\\s+(?:[^;]*?,\\s*)?)NEW\\s*\\.\\s*(`[^`]+`|\\w+)");

  private final BodyTables names;
  private final Set<TableName> writes = new HashSet<>();
  private final Set<TableName> reads = new HashSet<>();
  private final Set<String> calls = new TreeSet<>();
  private final Set<Effect> effects = new TreeSet<>();
  private boolean byMore;

  private MySqlBodies(BodyTables names) {
    this.names = names;
  }

  static BodyEffects read(Product product, String body, BodyTables names) {
    String code = VersionComments.unwrap(body, product).strip().replaceFirst(";$", "");
    MySqlBodies reader = new MySqlBodies(names);
    boolean intoNew = INTO_NEW.matcher(withoutTexts(code)).find();
    // The grammar has no NEW.column after INTO; any variable stands for it.
    String readable = intoNew ? SELECT_INTO_NEW.matcher(code).replaceAll("$1@new_$2") : code;
    try {
      reader.tree(MySqlGrammar.parseEither(wrapped(readable), product));
    } catch (MySqlGrammar.SyntaxError e) {
      return BodyReader.unknown();
    }
    if (intoNew) {
      reader.effects.add(Effect.ROW_CHANGE);
      reader.byMore = true;
    }
    if (LOCKS.matcher(withoutTexts(code)).find()) {
      reader.effects.add(Effect.SIDE_EFFECT);
    }
    return new BodyEffects(
        List.copyOf(reader.writes),
        List.copyOf(reader.reads),
        List.copyOf(reader.calls),
        new TreeSet<>(reader.effects),
        reader.byMore,
        Set.of());
  }

  /** The grammar reads compound statements inside a block only, which a procedure gives. */
  private static String wrapped(String body) {
    return "CREATE PROCEDURE p() BEGIN " + body + "\n; END";
  }

  private void tree(Node root) {
    Set<String> own = new HashSet<>();
    root.deep("cteName").forEach(name -> own.add(lower(name.text())));
    for (Node node :
        root.deep(
            "insertStatement",
            "replaceStatement",
            "truncateTable",
            "loadDataStatement",
            "loadXmlStatement",
            "killStatement",
            "flushStatement",
            "resetStatement",
            "cacheIndexStatement",
            "singleDeleteStatement",
            "multipleDeleteStatement",
            "singleUpdateStatement",
            "multipleUpdateStatement",
            "setVariable",
            "setNewValueInsideTrigger",
            "callStatement",
            "udfFunctionCall",
            "selectIntoTextFile",
            "selectIntoDumpFile",
            "selectIntoVariables",
            "prepareStatement",
            "executeStatement",
            "signalStatement")) {
      statement(node);
    }
    for (Node table : root.deep("tableName")) {
      List<String> parts = parts(table);
      if (parts.size() > 1 || !own.contains(lower(table.text()))) {
        reads.addAll(names.find(parts));
      }
    }
    reads.removeAll(onlyWritten(root));
    for (Node ddl : root.deep("ddlStatement").stream().skip(1).toList()) {
      if (ddl.first("truncateTable").isEmpty()
          && !ddl.text().toUpperCase(Locale.ROOT).contains("TEMPORARY")) {
        effects.add(Effect.UNKNOWN);
      }
    }
  }

  private void statement(Node node) {
    switch (node.kind()) {
      case "insertStatement",
          "replaceStatement",
          "truncateTable",
          "loadDataStatement",
          "loadXmlStatement",
          "singleDeleteStatement" ->
          node.first("tableName").ifPresent(this::write);
      case "multipleDeleteStatement" -> deleted(node);
      case "singleUpdateStatement", "multipleUpdateStatement" -> updated(node);
      case "setNewValueInsideTrigger", "setVariable" -> set(node);
      case "callStatement", "udfFunctionCall" ->
          node.first("fullId").ifPresent(id -> calls.add(String.join(".", parts(id))));
      case "killStatement", "flushStatement", "resetStatement", "cacheIndexStatement" ->
          effects.add(Effect.SIDE_EFFECT);
      case "selectIntoVariables" -> {
        if (node.deep("assignmentField").stream()
            .anyMatch(f -> f.text().startsWith("@") && !f.text().startsWith("@new_"))) {
          effects.add(Effect.SIDE_EFFECT);
        }
      }
      case "selectIntoTextFile", "selectIntoDumpFile" -> effects.add(Effect.DML);
      case "prepareStatement", "executeStatement" -> effects.add(Effect.UNKNOWN);
      default -> {} // SIGNAL refuses
    }
  }

  private void write(Node table) {
    effects.add(Effect.DML);
    writes.addAll(names.find(parts(table)));
  }

  private void updated(Node update) {
    Map<String, Set<TableName>> aliases = aliases(update);
    effects.add(Effect.DML);
    boolean known = false;
    for (Node element : update.all("updatedElement")) {
      List<String> column =
          element.children().isEmpty() ? List.of() : parts(element.children().getFirst());
      if (column.size() > 1) {
        String qualifier = lower(column.get(column.size() - 2));
        writes.addAll(aliases.getOrDefault(qualifier, Set.of()));
        known |= aliases.containsKey(qualifier);
      }
    }
    if (!known) {
      // Without qualifiers any of the joined tables may be meant.
      aliases.values().forEach(writes::addAll);
    }
  }

  private void deleted(Node delete) {
    Map<String, Set<TableName>> aliases = aliases(delete);
    effects.add(Effect.DML);
    for (Node target : delete.all("tableName")) {
      List<String> parts = parts(target);
      Set<TableName> named = aliases.getOrDefault(lower(parts.getLast()), names.find(parts));
      writes.addAll(named);
    }
  }

  /** The tables of a join by alias and by name; of a plain statement the one table. */
  private Map<String, Set<TableName>> aliases(Node statement) {
    Map<String, Set<TableName>> aliases = new HashMap<>();
    for (Node sources : statement.all("tableSources")) {
      for (Node item : sources.deep("atomTableItem")) {
        List<String> table = item.first("tableName").map(MySqlBodies::parts).orElse(List.of());
        Set<TableName> found = names.find(table);
        if (!table.isEmpty()) {
          aliases.put(lower(table.getLast()), found);
          item.all("uid").forEach(alias -> aliases.put(lower(MySqlName.bare(alias.text())), found));
        }
      }
    }
    statement
        .first("tableName")
        .filter(name -> statement.kind().startsWith("singleUpdate"))
        .ifPresent(name -> aliases.put(lower(parts(name).getLast()), names.find(parts(name))));
    return aliases;
  }

  private void set(Node set) {
    String text = withoutTexts(set.text());
    String target = text.replaceFirst("(?i)^\\s*SET\\s+", "");
    for (String assignment : target.split(",(?![^()]*\\))", -1)) {
      String left = assignment.strip().toUpperCase(Locale.ROOT);
      if (left.startsWith("NEW.") || left.startsWith("NEW .")) {
        effects.add(Effect.ROW_CHANGE);
        byMore |= BY_MORE.matcher(assignment).find() || variable(assignment);
      } else if (left.startsWith("@")
          || left.startsWith("GLOBAL ")
          || left.startsWith("SESSION ")) {
        effects.add(Effect.SIDE_EFFECT);
      }
    }
  }

  /** A bare name on the right side that is no function and no word of SQL. */
  private static boolean variable(String assignment) {
    List<SqlTokens.Token> tokens =
        SqlTokens.of(assignment.substring(assignment.indexOf('=') + 1), true);
    for (int i = 0; i < tokens.size(); i++) {
      boolean after = i > 0 && tokens.get(i - 1).is(".");
      boolean before =
          i + 1 < tokens.size() && (tokens.get(i + 1).is(".") || tokens.get(i + 1).is("("));
      boolean known = OwnValues.word(tokens.get(i).text().toLowerCase(Locale.ROOT));
      if (tokens.get(i).name() && !after && !before && !known) {
        return true;
      }
    }
    return false;
  }

  /** Tables that stand as targets only: as often as they are named, they are written. */
  private Set<TableName> onlyWritten(Node root) {
    Map<TableName, Integer> named = new HashMap<>();
    root.deep("tableName")
        .forEach(table -> names.find(parts(table)).forEach(t -> named.merge(t, 1, Integer::sum)));
    Map<TableName, Integer> targets = new HashMap<>();
    for (Node statement :
        root.deep(
            "insertStatement",
            "replaceStatement",
            "truncateTable",
            "loadDataStatement",
            "singleDeleteStatement")) {
      statement
          .first("tableName")
          .ifPresent(t -> names.find(parts(t)).forEach(x -> targets.merge(x, 1, Integer::sum)));
    }
    Set<TableName> only = new HashSet<>();
    named.forEach((table, times) -> {
      if (targets.getOrDefault(table, 0).equals(times)) {
        only.add(table);
      }
    });
    for (Node update : root.deep("singleUpdateStatement", "multipleUpdateStatement")) {
      Map<String, Set<TableName>> sources = aliases(update);
      Set<Set<TableName>> joined = new HashSet<>(sources.values());
      if (joined.size() == 1) {
        joined.iterator().next().stream()
            .filter(table -> named.getOrDefault(table, 0) == 1)
            .forEach(only::add);
      }
    }
    return only;
  }

  private static List<String> parts(Node name) {
    return Names.split(name.text().replaceAll("\\s*\\.\\s*", ".").strip());
  }

  private static String lower(String text) {
    return MySqlName.bare(text).toLowerCase(Locale.ROOT);
  }

  /** The code with its strings emptied and its comments taken out. */
  private static String withoutTexts(String code) {
    StringBuilder out = new StringBuilder();
    for (int at = 0; at < code.length(); ) {
      int end = SqlText.endOfQuotedOrComment(code, at);
      if (end == at) {
        out.append(code.charAt(at++));
        continue;
      }
      char c = code.charAt(at);
      out.append(c == '`' ? code.substring(at, end) : c == '\'' || c == '"' ? "''" : " ");
      at = end;
    }
    return out.toString();
  }
}
