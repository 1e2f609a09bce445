package dev.shardwright.risk;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Kind;
import dev.shardwright.model.Column;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TypeFamily;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A type column and an id column that together point at one of several tables, as Rails, Laravel
 * and Django write them: no key can say so.
 */
final class PolymorphicAssociation implements RiskCheck {
  private static final int MOST_TYPES = 100;

  @Override
  public CheckCode code() {
    return CheckCode.POLYMORPHIC_ASSOCIATION;
  }

  @Override
  public List<Probe> probes(Situation situation) {
    List<Probe> probes = new ArrayList<>();
    for (TypePair pair : pairs(situation)) {
      Probe types = types(situation, pair);
      probes.add(types);
      List<TypePair.Meaning> meanings = meanings(situation, situation.answer(types));
      meanings.forEach(m -> m.table().ifPresent(t -> probes.add(found(situation, pair, m, t))));
      disagreeing(situation, pair, meanings).ifPresent(probes::add);
    }
    return probes;
  }

  @Override
  public CheckOutcome look(Situation situation) {
    List<Finding> findings =
        pairs(situation).stream().flatMap(p -> finding(situation, p).stream()).toList();
    return CheckOutcome.of(findings);
  }

  private static List<TypePair> pairs(Situation situation) {
    List<TypePair> pairs = new ArrayList<>();
    for (Table table : situation.schema().tables()) {
      for (Column type : table.columns()) {
        String name = type.name().toLowerCase(Locale.ROOT);
        if (name.endsWith("_type") && type.type().family() != TypeFamily.TEMPORAL) {
          String wanted = name.substring(0, name.length() - 5) + "_id";
          table.columns().stream()
              .filter(c -> c.name().toLowerCase(Locale.ROOT).equals(wanted))
              .filter(c -> !decided(situation, table, c))
              .forEach(c -> pairs.add(new TypePair(table, type, c)));
        }
      }
    }
    return pairs;
  }

  /** Declared, drawn, or plain by decision. */
  private static boolean decided(Situation situation, Table table, Column id) {
    boolean key =
        situation.graph().toParents(table.name()).stream()
            .anyMatch(r -> r.childColumns().contains(id.name()));
    boolean plain =
        situation
            .decisions()
            .of(Decision.PlainId.class)
            .anyMatch(p -> p.table().equals(table.name()) && p.columns().contains(id.name()));
    return key || plain;
  }

  /** None where keys say all that the pair says. */
  private Optional<Finding> finding(Situation situation, TypePair pair) {
    Optional<Evidence.Answer> answer = situation.answer(types(situation, pair));
    List<TypePair.Meaning> meanings = meanings(situation, answer);
    OptionalLong disagreeing =
        disagreeing(situation, pair, meanings).flatMap(situation::answer).stream()
            .mapToLong(a -> a.number("disagreeing"))
            .findFirst();
    return disagreeing.isPresent() && disagreeing.getAsLong() == 0
        ? Optional.empty()
        : Optional.of(finding(situation, pair, meanings, answer, disagreeing));
  }

  private Finding finding(
      Situation situation,
      TypePair pair,
      List<TypePair.Meaning> meanings,
      Optional<Evidence.Answer> answer,
      OptionalLong disagreeing) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    meanings.forEach(m -> m.table().ifPresent(t -> kinds.add(situation.kind(t.name()))));
    boolean mixed = kinds.contains(Kind.CLIENT) && kinds.size() > 1;
    List<Map<String, Object>> found =
        meanings.stream().map(m -> figures(situation, pair, m, answer)).toList();
    Probe types = types(situation, pair);
    return Finding.of(
            code(),
            mixed ? Severity.ERROR : Severity.WARNING,
            pair.table().name(),
            message(pair, found, disagreeing))
        .columns(List.of(pair.type().name(), pair.id().name()))
        .measured(
            answer.isPresent()
                ? Measured.counted(types, Map.of("pairs", found))
                : Measured.notRun(types))
        .remedies(remedies(situation, pair, meanings, nowhere(found)));
  }

  private static String message(
      TypePair pair, List<Map<String, Object>> found, OptionalLong disagreeing) {
    String names =
        found.isEmpty()
            ? "its values were not read"
            : String.join(", ", found.stream().map(PolymorphicAssociation::shortly).toList());
    String keys =
        disagreeing.isPresent()
            ? "; keys stand beside the pair, but %s of its rows say something else by them"
                .formatted(disagreeing.getAsLong())
            : ", and no key can say so";
    return "%s points at several tables by %s and %s (%s)%s."
        .formatted(pair.table().name(), pair.type().name(), pair.id().name(), names, keys);
  }

  /** How many rows lead to no row of the table that their type means, if that was counted. */
  private static OptionalLong nowhere(List<Map<String, Object>> found) {
    long rows = 0;
    for (Map<String, Object> figures : found) {
      if (!(figures.get("rows") instanceof Long all
          && figures.get("found") instanceof Long there)) {
        return OptionalLong.empty();
      }
      rows += all - there;
    }
    return OptionalLong.of(rows);
  }

  private static Optional<Probe> disagreeing(
      Situation situation, TypePair pair, List<TypePair.Meaning> meanings) {
    return meanings.size() == MOST_TYPES
        ? Optional.empty()
        : pair.disagreeing(Sql.of(situation), meanings, t -> pair.keyBeside(situation, t));
  }

  private Map<String, Object> figures(
      Situation situation,
      TypePair pair,
      TypePair.Meaning meaning,
      Optional<Evidence.Answer> types) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("value", meaning.value());
    figures.put("table", meaning.table().map(t -> t.name().toString()).orElse(""));
    figures.put("rows", types.map(a -> rows(a, meaning.value())).orElse(0L));
    meaning
        .table()
        .flatMap(t -> situation.answer(found(situation, pair, meaning, t)))
        .ifPresent(a -> figures.put("found", a.number("found")));
    return figures;
  }

  private static long rows(Evidence.Answer types, String value) {
    return types.rows().stream()
        .filter(r -> value.equals(r.get("type_value")))
        .map(r -> Long.parseLong(r.getOrDefault("row_count", "0")))
        .findFirst()
        .orElse(0L);
  }

  private static String shortly(Map<String, Object> figures) {
    Object table = figures.get("table");
    String found =
        figures.containsKey("found")
            ? ", %s of %s found".formatted(figures.get("found"), figures.get("rows"))
            : "";
    return figures.get("value") + " is " + ("".equals(table) ? "no table" : table) + found;
  }

  private static List<Remedy> remedies(
      Situation situation, TypePair pair, List<TypePair.Meaning> meanings, OptionalLong nowhere) {
    List<Remedy> remedies = new ArrayList<>();
    for (TypePair.Meaning m : meanings) {
      m.table()
          .flatMap(t -> TypePair.key(t).map(k -> drawn(pair, m.value(), t, k)))
          .ifPresent(d ->
              remedies.add(
                  Remedy.decide("Rows of type " + m.value() + " belong to " + d.parent(), d)));
    }
    if (meanings.size() < MOST_TYPES) {
      SplitPair.remedy(situation, pair, meanings, nowhere).ifPresent(remedies::add);
    }
    remedies.add(
        Remedy.decide(
            "It is a plain id, matched in software",
            new Decision.PlainId(
                pair.table().name(), List.of(pair.id().name()), Optional.empty())));
    return remedies;
  }

  private static Decision.Virtual drawn(TypePair pair, String value, Table parent, String key) {
    return new Decision.Virtual(
        pair.table().name(),
        List.of(pair.id().name()),
        parent.name(),
        List.of(key),
        Optional.of(new Relation.Discriminator(pair.type().name(), value)),
        true,
        Optional.of("the type " + value + " names it"));
  }

  private static List<TypePair.Meaning> meanings(
      Situation situation, Optional<Evidence.Answer> types) {
    return types.stream()
        .flatMap(a -> a.rows().stream())
        .flatMap(r -> Optional.ofNullable(r.get("type_value")).stream())
        .map(v -> new TypePair.Meaning(v, meant(situation, v)))
        .toList();
  }

  /** The last part of a class name, in words, singular or plural, is the table. */
  private static Optional<Table> meant(Situation situation, String value) {
    String last = value.replaceAll(".*[:\\\\./]", "");
    String wanted = NameWords.joined(NameWords.singular(NameWords.of(last)));
    List<Table> found =
        situation.schema().tables().stream()
            .filter(t ->
                NameWords.joined(NameWords.singular(NameWords.of(t.name().name()))).equals(wanted))
            .filter(t -> TypePair.key(t).isPresent())
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private Probe types(Situation situation, TypePair pair) {
    Sql sql = Sql.of(situation);
    String type = sql.column("t", pair.type().name());
    return Probe.of(
        code(),
        "Which types does " + pair.type().name() + " of " + pair.table().name() + " name?",
        "SELECT %s AS type_value, COUNT(*) AS row_count\nFROM %s t\nWHERE %s IS NOT NULL\nGROUP BY %s\nORDER BY COUNT(*) DESC, %s\nLIMIT %d"
            .formatted(type, sql.table(pair.table().name()), type, type, type, MOST_TYPES));
  }

  private Probe found(Situation situation, TypePair pair, TypePair.Meaning meaning, Table parent) {
    Sql sql = Sql.of(situation);
    return Probe.of(
        code(),
        "How many rows of type %s of %s are found in %s?"
            .formatted(meaning.value(), pair.table().name(), parent.name()),
        "SELECT COUNT(*) AS found\nFROM %s t\nJOIN %s p ON %s\nWHERE %s"
            .formatted(
                sql.table(pair.table().name()),
                sql.table(parent.name()),
                pair.leads(sql, parent),
                pair.holds(sql, List.of(meaning.value()))));
  }
}
