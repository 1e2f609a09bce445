package dev.shardwright.export;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.MinorObject;
import dev.shardwright.model.Routine;
import dev.shardwright.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a file takes for granted and no file of ours makes: accounts in whose name programs run,
 * roles that policies name, languages and libraries of routines, tablespaces and folders of tables.
 */
final class Prerequisites {
  private static final Set<String> BUILT_IN = Set.of("sql", "plpgsql", "c", "internal", "");
  private static final Set<String> UNSAFE = Set.of("c", "internal");
  private static final Pattern ROLES =
      Pattern.compile(
          "^CREATE POLICY (?:\"(?:[^\"]|\"\")+\"|\\S+) ON .*?"
              + " TO ((?:(?:\"(?:[^\"]|\"\")+\"|[\\w$]+)(?:, )?)+)(?: USING| WITH CHECK|$)");
  private static final Pattern LIBRARY = Pattern.compile("\nAS '((?:[^']|'')*)', ");
  private static final Pattern ROLE = Pattern.compile("\"((?:[^\"]|\"\")+)\"|[\\w$]+");

  private Prerequisites() {}

  /** One line each, by kind and name. */
  static List<String> of(Part part, SideObjects objects, ExportOptions options) {
    List<String> all = new ArrayList<>();
    if (part.dialect().product().isMySqlFamily()) {
      part.tables().forEach(table -> all.addAll(TableNeeds.of(part, table)));
      if (options.definer() == ExportOptions.Definer.KEEP) {
        definers(objects)
            .forEach((account, users) ->
                all.add(
                    "the account "
                        + account
                        + ", in whose name run "
                        + String.join(", ", users)
                        + " (or export with --definer strip)"));
      }
      return all;
    }
    roles(part)
        .forEach((role, tables) ->
            all.add(
                "the role "
                    + role
                    + ", to whom policies apply (made without login if it is missing): "
                    + String.join(", ", tables)));
    languages(part, objects)
        .forEach((language, routines) ->
            all.add("the language " + language + " of " + String.join(", ", routines)));
    libraries(objects)
        .forEach((library, routines) ->
            all.add("the library " + library + " of " + String.join(", ", routines)));
    String trusted = trusted(objects);
    if (!trusted.isEmpty()) {
      all.add("a superuser to load it, who alone may make " + trusted);
    }
    return all;
  }

  // what runs in the server's own memory; PostgreSQL manual, the pages of these CREATE statements
  private static String trusted(SideObjects objects) {
    return Stream.concat(objects.early().stream(), objects.late().stream())
        .filter(object ->
            switch (object) {
              case MinorObject minor -> minor.bySuperuser();
              case Routine routine -> UNSAFE.contains(routine.language());
              default -> false;
            })
        .map(Placement::title)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static Map<String, Set<String>> libraries(SideObjects objects) {
    Map<String, Set<String>> libraries = new TreeMap<>();
    Stream.concat(objects.early().stream(), objects.late().stream())
        .filter(object -> object instanceof Routine r && r.language().equals("c"))
        .forEach(object -> {
          Matcher library = LIBRARY.matcher(Placement.text(object));
          if (library.find()) {
            libraries
                .computeIfAbsent(library.group(1), _ -> new TreeSet<>())
                .add(Placement.title(object));
          }
        });
    return libraries;
  }

  private static Map<String, Set<String>> definers(SideObjects objects) {
    Map<String, Set<String>> definers = new TreeMap<>();
    Stream.<List<?>>of(objects.early(), objects.late(), objects.triggers(), objects.events())
        .<Object>flatMap(List::stream)
        .forEach(object ->
            MySqlObjects.definer(Placement.text(object))
                .ifPresent(account ->
                    definers
                        .computeIfAbsent(account, _ -> new TreeSet<>())
                        .add(Placement.title(object))));
    return definers;
  }

  /** The roles that policies name, quoted where they must be, each with its tables. */
  static Map<String, Set<String>> roles(Part part) {
    Map<String, Set<String>> roles = new TreeMap<>();
    for (Table table : part.tables()) {
      for (String option : table.options()) {
        Matcher policy = ROLES.matcher(option);
        if (policy.find()) {
          ROLE.matcher(policy.group(1))
              .results()
              .forEach(role ->
                  roles
                      .computeIfAbsent(role.group(), _ -> new TreeSet<>())
                      .add(table.name().toString()));
        }
      }
    }
    return roles;
  }

  private static Map<String, Set<String>> languages(Part part, SideObjects objects) {
    Dialect dialect = part.dialect();
    Set<String> own =
        part.plan().schema().minors().stream().map(MinorObject::title).collect(Collectors.toSet());
    Map<String, Set<String>> languages = new TreeMap<>();
    Stream.<Object>concat(objects.early().stream(), objects.late().stream())
        .filter(Routine.class::isInstance)
        .map(Routine.class::cast)
        .filter(routine -> !BUILT_IN.contains(routine.language()))
        .filter(routine -> !part.plan().schema().extensions().contains(routine.language()))
        .filter(routine -> !own.contains("LANGUAGE " + dialect.quote(routine.language())))
        .forEach(routine ->
            languages
                .computeIfAbsent(dialect.quote(routine.language()), _ -> new TreeSet<>())
                .add(Placement.title(routine)));
    return languages;
  }
}
