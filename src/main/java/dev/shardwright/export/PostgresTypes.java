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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of PostgreSQL's user-made types a side needs, those first that others stand on. */
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

  /** Types of the side's columns and those that no table uses, in order of dependence. */
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
    elsewhere.removeAll(here);
    return types.ordered(
        part.plan().schema().types().stream()
            .filter(type -> !elsewhere.contains(type.name()))
            .toList());
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

  private List<TypeDefinition> ordered(List<TypeDefinition> types) {
    Map<TableName, TypeDefinition> left = new TreeMap<>();
    types.forEach(type -> left.put(type.name(), type));
    List<TypeDefinition> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      TypeDefinition next =
          left.values().stream()
              .filter(type -> standsOnNone(type, left.keySet()))
              .findFirst()
              .orElse(left.values().iterator().next());
      left.remove(next.name());
      ordered.add(next);
    }
    return ordered;
  }

  private boolean standsOnNone(TypeDefinition type, Set<TableName> left) {
    return named(type.definition()).stream()
        .map(TypeDefinition::name)
        .noneMatch(name -> !name.equals(type.name()) && left.contains(name));
  }
}
