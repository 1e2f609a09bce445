package dev.shardwright.export;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.Column;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.TypeDefinition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which of PostgreSQL's user-made types a side needs. */
final class PostgresTypes {
  private static final Pattern NAME =
      Pattern.compile(
          "(?:(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\d_$]*)\\.)?"
              + "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\d_$]*)");

  private final Map<String, TypeDefinition> byText = new HashMap<>();

  /** Thousands of columns share a few types, whose texts are taken apart once. */
  private final Map<String, List<TypeDefinition>> found = new HashMap<>();

  private PostgresTypes(Part part) {
    Dialect dialect = part.dialect();
    for (TypeDefinition type : part.plan().schema().types()) {
      byText.put(dialect.qualified(type.name()), type);
      byText.putIfAbsent(dialect.quote(type.name().name()), type);
    }
  }

  /** Types of the side's columns, views and routines, and those that nothing uses, by name. */
  static List<TypeDefinition> needed(Part part) {
    PostgresTypes types = new PostgresTypes(part);
    Set<TableName> here = new TreeSet<>();
    Set<TableName> elsewhere = new TreeSet<>();
    for (Table table : part.plan().schema().tables()) {
      Set<TableName> users = part.holds(table.name()) ? here : elsewhere;
      for (Column column : table.columns()) {
        types.take(column.type().sql(), users);
        column.collation().ifPresent(collation -> types.take(collation, users));
      }
    }
    for (TypeDefinition type : part.plan().schema().types()) {
      if (!here.contains(type.name()) && !elsewhere.contains(type.name())) {
        types.take(type.definition(), here); // nothing uses it, so it comes, with those behind it
      }
    }
    elsewhere.removeAll(here);
    if (!elsewhere.isEmpty()) {
      // views and routines name types as well, and come to sides without such a column
      new Placement(part.plan())
          .ordered(part.side())
          .forEach(object -> types.take(Placement.text(object), here));
      elsewhere.removeAll(here);
    }
    return part.plan().schema().types().stream()
        .filter(type -> !elsewhere.contains(type.name()))
        .toList();
  }

  /** All that a type's making may call. */
  static String text(TypeDefinition type) {
    return type.definition() + ";\n" + String.join(";\n", type.extras());
  }

  /** The names of the types that a text names. */
  static Function<String, Set<TableName>> reader(Part part) {
    PostgresTypes types = new PostgresTypes(part);
    return text ->
        types.named(text).stream()
            .map(TypeDefinition::name)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  static void write(Script script, TypeDefinition type, Dialect dialect) {
    script.blank().statement(SqlText.unterminated(type.definition()));
    String sort =
        switch (type.kind()) {
          case DOMAIN -> "DOMAIN ";
          case COLLATION -> "COLLATION ";
          case ENUM, COMPOSITE, RANGE -> "TYPE ";
        };
    type.comment()
        .ifPresent(text ->
            script.statement(
                "COMMENT ON "
                    + sort
                    + dialect.qualified(type.name())
                    + " IS "
                    + dialect.literal(text)));
    type.extras().forEach(script::statement);
  }

  /** Adds the types that a text names, and those behind them. */
  private void take(String text, Set<TableName> users) {
    ArrayDeque<String> texts = new ArrayDeque<>(List.of(text));
    while (!texts.isEmpty()) {
      for (TypeDefinition type : named(texts.remove())) {
        if (users.add(type.name())) {
          texts.add(type.definition());
        }
      }
    }
  }

  private List<TypeDefinition> named(String text) {
    return found.computeIfAbsent(text, this::read);
  }

  private List<TypeDefinition> read(String text) {
    List<TypeDefinition> named = new ArrayList<>();
    Matcher name = NAME.matcher(text);
    while (name.find()) {
      TypeDefinition type = byText.get(name.group());
      if (type != null) {
        named.add(type);
      }
    }
    return named;
  }
}
