package dev.shardwright.export;

import dev.shardwright.model.Column;
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
import java.util.stream.Stream;

/** What in the schema files the servers that the DBA names would refuse, said before he tries. */
final class TargetRefusals {

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
    for (TargetRule rule : TargetRule.ALL) {
      if (texts.stream().flatMap(String::lines).anyMatch(line -> rule.refuses(target, line))) {
        found.add(rule.sentence(target));
      }
    }
    return found.stream().map(sentence -> sentence + ", which is in " + what + ".").toList();
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
    plan.schema().routines().forEach(r -> texts.put(r.title(), r.definition().stream().toList()));
    if (!plan.schema().preamble().isEmpty()) {
      texts.put("the database's own settings", plan.schema().preamble());
    }
    plan.schema().minors().forEach(m -> texts.put(m.title(), List.of(m.text())));
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
