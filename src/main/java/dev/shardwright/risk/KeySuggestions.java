package dev.shardwright.risk;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.model.Column;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.TypeFamily;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Suggests foreign keys that a schema lacks, from names and types alone.
 *
 * <p>Words are compared joined, so that {@code mediatypeid} meets {@code media_type}; prefixes that
 * the columns of a table or the tables of a group share are dropped, and words that only tell a
 * role ({@code start_city_id}). Where two tables fit equally well it stays silent.
 */
public final class KeySuggestions {
  private static final Set<TypeFamily> KEY_FAMILIES =
      Set.of(
          TypeFamily.INTEGER,
          TypeFamily.DECIMAL,
          TypeFamily.TEXT,
          TypeFamily.UUID,
          TypeFamily.OTHER);

  /** Shorter names meet by accident when their words are joined. */
  private static final int SHORT = 4;

  /** Shorter names end others by accident. */
  private static final int LONG = 8;

  /** Words of a key's name, its {@code id} included, that do not meet by accident. */
  private static final int SEVERAL = 3;

  /** A key that so many more tables have as their own tells of what kind a row is, not whose. */
  private static final int KINDS = 3;

  static final Comparator<KeySuggestion> BEST_FIRST =
      Comparator.comparingDouble((KeySuggestion s) -> -s.confidence())
          .thenComparing(KeySuggestion::child)
          .thenComparing(s -> String.join(",", s.childColumns()));

  private final Schema schema;
  private final Map<TableName, ColumnPrefix> prefixes = new HashMap<>();
  private final Map<TableName, Set<String>> taken = new HashMap<>();
  private final Map<String, List<KeyTarget>> byName = new HashMap<>();
  private final Map<String, List<KeyTarget>> byLooseName = new HashMap<>();
  private final Map<String, Set<TableName>> learnt = new HashMap<>();
  private final Map<TableName, KeyTarget> targets = new TreeMap<>();
  private final Set<Joined> joined = new HashSet<>();
  private final Set<String> keyed = new HashSet<>();
  private final Map<String, Boolean> telling = new HashMap<>();
  private final RoleWords roles;

  /** A column that is already part of a key to a parent. */
  private record Joined(TableName child, String column, TableName parent) {}

  private KeySuggestions(Schema schema, Collection<Relation> relations, Decisions decisions) {
    this.schema = schema;
    Map<String, Integer> shared = sharedPrefixes(schema);
    for (Table table : schema.tables()) {
      ColumnPrefix columns = ColumnPrefix.of(table);
      prefixes.put(table.name(), columns);
      KeyTarget.of(table, columns, shared).ifPresent(t -> targets.put(table.name(), t));
    }
    targets.values().forEach(this::index);
    relations.forEach(this::take);
    decisions.of(Decision.PlainId.class).forEach(p -> takenOf(p.table()).addAll(p.columns()));
    this.roles = RoleWords.of(targets.values());
  }

  /**
   * All suggestions, best first.
   *
   * @param relations those there are, drawn and cut ones included: none of their columns is
   *     suggested again
   * @param decisions columns that are plain ids by decision stay so
   */
  public static List<KeySuggestion> of(
      Schema schema, Collection<Relation> relations, Decisions decisions) {
    return new KeySuggestions(schema, relations, decisions).all();
  }

  private List<KeySuggestion> all() {
    List<KeySuggestion> found = new ArrayList<>();
    CompositeSuggestions composites = new CompositeSuggestions(schema, prefixes);
    for (Table table : schema.tables()) {
      Set<String> used = new HashSet<>(takenOf(table.name()));
      for (KeySuggestion composite : composites.of(table, used)) {
        found.add(composite);
        used.addAll(composite.childColumns());
      }
      Set<String> names = new HashSet<>();
      table.columns().forEach(c -> names.add(c.name().toLowerCase(Locale.ROOT)));
      for (Column column : table.columns()) {
        if (!used.contains(column.name())
            && KEY_FAMILIES.contains(column.type().family())
            && !typeIdPair(column.name(), names)) {
          single(table, column).ifPresent(found::add);
        }
      }
    }
    return found.stream().sorted(BEST_FIRST).toList();
  }

  /** A type/id pair points at many tables; it is told by a check of its own. */
  private static boolean typeIdPair(String column, Set<String> names) {
    String lower = column.toLowerCase(Locale.ROOT);
    return lower.endsWith("_id")
        && names.contains(lower.substring(0, lower.length() - 3) + "_type");
  }

  /** One way to read a column's name, and how far it can be trusted. */
  private record Candidate(KeyTarget target, double confidence, String why) {
    Candidate less(double by) {
      return new Candidate(target, confidence - by, why);
    }
  }

  /** A column of some key already: what it calls a parent is that key's, not a row of its own. */
  private boolean elsewhere(KeyTarget target, Table table, Column column) {
    return target.table().name().equals(table.name())
        && keyed.contains(table.name() + "." + column.name());
  }

  private Optional<KeySuggestion> single(Table table, Column column) {
    List<Candidate> fitting =
        candidates(table, column).stream()
            .filter(c -> c.target().family() == column.type().family())
            .filter(c -> !itself(c.target(), table, column))
            .filter(c -> !ownKey(c.target(), table, column))
            .filter(c -> !copied(c.target(), table, column))
            .filter(c -> !joined.contains(joined(c.target(), table, column)))
            .filter(c -> !elsewhere(c.target(), table, column))
            .toList();
    double best = fitting.stream().mapToDouble(Candidate::confidence).max().orElse(0);
    List<Candidate> near = fitting.stream().filter(c -> c.confidence() > best - 0.08).toList();
    List<Candidate> top = near.stream().filter(c -> !borrowed(c.target(), near)).toList();
    return only(top, table)
        .map(c ->
            new KeySuggestion(
                table.name(),
                List.of(column.name()),
                c.target().table().name(),
                List.of(c.target().column()),
                c.confidence(),
                c.why()));
  }

  /** A key that is itself a key to another candidate: the row meant is that one's. */
  private boolean borrowed(KeyTarget target, List<Candidate> others) {
    return others.stream()
        .filter(o -> !o.target().table().equals(target.table()))
        .anyMatch(o -> joined.contains(joined(o.target(), target.table(), target.column())));
  }

  private static Joined joined(KeyTarget target, Table table, String column) {
    return new Joined(table.name(), column, target.table().name());
  }

  private static Joined joined(KeyTarget target, Table table, Column column) {
    return new Joined(table.name(), column.name(), target.table().name());
  }

  private static boolean itself(KeyTarget target, Table table, Column column) {
    return target.table().name().equals(table.name()) && target.column().equals(column.name());
  }

  /** A table's own key is no reference, unless it is the key that is at home elsewhere. */
  private boolean ownKey(KeyTarget target, Table table, Column column) {
    KeyTarget own = targets.get(table.name());
    return own != null
        && own.column().equals(column.name())
        && (own.home() || !(target.home() || named(table, target)));
  }

  /** An archive or a partition holds the rows of the other table under their own keys. */
  private static boolean copied(KeyTarget target, Table table, Column column) {
    return target.column().equals(column.name())
        && NameWords.joined(NameWords.of(table.name().name()))
            .startsWith(NameWords.joined(NameWords.of(target.table().name().name())))
        && target.table().columns().stream().allMatch(c -> table.column(c.name()).isPresent());
  }

  private static boolean named(Table child, KeyTarget target) {
    String stem = stem(target);
    return stem.length() > 3
        && NameWords.joined(NameWords.of(child.name().name())).startsWith(stem)
        && !child.name().equals(target.table().name());
  }

  private List<Candidate> candidates(Table table, Column column) {
    List<String> words = KeyTarget.keyWordLast(NameWords.of(column.name()));
    List<String> bare = KeyTarget.keyWordLast(prefix(table).stripped(column.name()));
    List<Candidate> found = new ArrayList<>();
    for (TableName parent : learnt.getOrDefault(column.name(), Set.of())) {
      Optional.ofNullable(targets.get(parent))
          .ifPresent(t -> found.add(new Candidate(t, 0.97, "the same name is a key elsewhere")));
    }
    whole(words, table, found, 0);
    if (!bare.equals(words)) {
      whole(bare, table, found, 0.01);
    }
    if (found.isEmpty() && !ownName(table, bare)) {
      withRole(bare, table, found);
    }
    if (found.isEmpty()) {
      withJoinedRole(bare, found);
    }
    if (found.isEmpty()) {
      roles
          .of(bare, targets.get(table.name()))
          .ifPresent(r -> found.add(new Candidate(r.target(), r.confidence(), r.why())));
    }
    return found;
  }

  /** {@code EmailAddressID} of EmailAddress is no role of an address. */
  private static boolean ownName(Table table, List<String> words) {
    String stem = NameWords.joined(NameWords.singular(NameWords.of(table.name().name())));
    int last = words.size() - 1;
    return last > 0
        && NameWords.KEY_WORDS.contains(words.get(last))
        && NameWords.joined(words.subList(0, last)).equals(stem);
  }

  private void whole(List<String> words, Table table, List<Candidate> found, double less) {
    List<String> plain = withoutNumber(words);
    String name = NameWords.joined(plain);
    double numbered = plain.size() < words.size() ? 0.08 : 0;
    if (NameWords.KEY_WORDS.containsAll(plain)) {
      return;
    }
    for (KeyTarget t : byName.getOrDefault(name, List.of())) {
      boolean own = t.own().equals(name) && (name.length() > SHORT || t.ownWords().equals(plain));
      boolean called = t.called().contains(name);
      if (own || called) {
        double base = base(t, own, called) - less - numbered;
        found.add(new Candidate(t, base, "named like " + t.table().name().name()));
      }
    }
    for (KeyTarget t :
        found.isEmpty() ? byLooseName.getOrDefault(name, List.of()) : List.<KeyTarget>of()) {
      if (samePrefix(t.table(), table) && !t.table().name().equals(table.name())) {
        found.add(
            new Candidate(
                t, 0.9 - less - numbered, "named like the end of " + t.table().name().name()));
      }
    }
    if (found.isEmpty() && plain.size() >= SEVERAL) {
      ofAnotherGroup(name, table)
          .ifPresent(t ->
              found.add(
                  new Candidate(
                      t,
                      0.83 - less - numbered,
                      "named like the end of " + t.table().name().name())));
    }
  }

  /**
   * {@code content_type_id} of another group's table means {@code django_content_type}, if that is
   * the only table whose name ends so. Its words say enough where there are several.
   */
  private Optional<KeyTarget> ofAnotherGroup(String name, Table table) {
    List<KeyTarget> ending = byLooseName.getOrDefault(name, List.of());
    return ending.size() == 1 && !ending.getFirst().table().name().equals(table.name())
        ? Optional.of(ending.getFirst())
        : Optional.empty();
  }

  private static double base(KeyTarget t, boolean own, boolean called) {
    if (called && keyless(t)) {
      return 0.6;
    }
    if (own && !t.home()) {
      boolean id = t.own().endsWith("id");
      return t.family() != TypeFamily.TEXT ? 0.9 : id ? 0.75 : 0.66;
    }
    return own ? 0.96 : 0.94;
  }

  /** A key like {@code symbol}: its table's bare name as a column says little. */
  private static boolean keyless(KeyTarget t) {
    return NameWords.KEY_WORDS.stream().noneMatch(t.column().toLowerCase(Locale.ROOT)::endsWith);
  }

  /**
   * {@code start_city_id}: words before the name tell a role; or behind it: {@code city_id_from}.
   */
  private void withRole(List<String> words, Table table, List<Candidate> found) {
    List<String> plain = withoutNumber(words);
    for (int from = 1; from < plain.size() && found.isEmpty(); from++) {
      List<String> rest = plain.subList(from, plain.size());
      List<Candidate> some = new ArrayList<>();
      whole(rest, table, some, 0);
      String role = String.join("_", plain.subList(0, from));
      some.forEach(c ->
          found.add(
              new Candidate(c.target(), c.confidence() - 0.08, c.why() + " in the role " + role)));
    }
    for (int to = plain.size() - 1; to > 0 && found.isEmpty(); to--) {
      List<Candidate> some = new ArrayList<>();
      List<String> rest = plain.subList(0, to);
      if (endsAsKey(rest) && NameWords.joined(rest).length() > SHORT) {
        whole(rest, table, some, 0);
      }
      some.forEach(c ->
          found.add(new Candidate(c.target(), c.confidence() - 0.12, c.why() + " and a role")));
    }
  }

  /** {@code shiptoaddressid}, in one word: the long name of one key behind a role. */
  private void withJoinedRole(List<String> words, List<Candidate> found) {
    String name = NameWords.joined(words);
    for (int from = 2; from <= name.length() - LONG && words.size() == 1; from++) {
      String role = name.substring(0, from);
      List<KeyTarget> called =
          byName.getOrDefault(name.substring(from), List.of()).stream()
              .filter(t -> t.own().length() == name.length() - role.length())
              .toList();
      if (found.isEmpty()) {
        called.forEach(t ->
            found.add(
                new Candidate(
                    t, 0.83, "named like " + t.table().name().name() + " in the role " + role)));
      }
    }
  }

  private static boolean endsAsKey(List<String> words) {
    return NameWords.KEY_WORDS.stream().anyMatch(words.getLast()::endsWith);
  }

  private static List<String> withoutNumber(List<String> words) {
    boolean numbered = words.size() > 1 && words.getLast().matches("\\d+");
    return numbered ? words.subList(0, words.size() - 1) : words;
  }

  private static boolean samePrefix(Table a, Table b) {
    List<String> first = NameWords.of(a.name().name());
    List<String> other = NameWords.of(b.name().name());
    return other.size() > 1 && !first.isEmpty() && first.getFirst().equals(other.getFirst());
  }

  /** The one candidate, or the one that the child is named after, or whose key it is at home. */
  private static Optional<Candidate> only(List<Candidate> top, Table child) {
    Map<TableName, Candidate> byTable = new TreeMap<>();
    top.forEach(c -> byTable.merge(c.target().table().name(), c, KeySuggestions::better));
    if (byTable.size() == 1) {
      return Optional.of(byTable.values().iterator().next());
    }
    List<Candidate> named =
        byTable.values().stream().filter(c -> named(child, c.target())).toList();
    List<Candidate> home = byTable.values().stream().filter(c -> c.target().home()).toList();
    if (home.size() == 1) {
      boolean rival = named.stream().anyMatch(c -> !c.target().home());
      boolean kinds = byTable.size() > KINDS;
      return Optional.of(home.getFirst().less(kinds ? 0.2 : rival ? 0.16 : 0));
    }
    List<Candidate> entities =
        byTable.values().stream().filter(c -> !satellite(c.target())).toList();
    List<Candidate> near =
        byTable.values().stream()
            .filter(c -> c.target().table().name().schema().equals(child.name().schema()))
            .toList();
    return one(named).or(() -> one(entities)).or(() -> one(near)).map(c -> c.less(0.06));
  }

  private static Optional<Candidate> one(List<Candidate> some) {
    return some.size() == 1 ? Optional.of(some.getFirst()) : Optional.empty();
  }

  /** {@code group_discovery} with the key {@code groupid} is no group but says more about one. */
  private static boolean satellite(KeyTarget target) {
    if (target.own().isEmpty()) {
      return false;
    }
    String name = NameWords.joined(NameWords.of(target.table().name().name()));
    String stem = target.own();
    for (String word : NameWords.KEY_WORDS) {
      if (target.own().endsWith(word) && target.own().length() > word.length()) {
        stem = target.own().substring(0, target.own().length() - word.length());
      }
    }
    return name.startsWith(stem) && name.length() > stem.length() + 1;
  }

  private static Candidate better(Candidate a, Candidate b) {
    return a.confidence() >= b.confidence() ? a : b;
  }

  private static String stem(KeyTarget target) {
    return NameWords.joined(NameWords.singular(NameWords.of(target.table().name().name())));
  }

  private void index(KeyTarget target) {
    Set<String> names = new HashSet<>(target.called());
    if (!target.own().isEmpty()) {
      names.add(target.own());
    }
    names.forEach(n -> byName.computeIfAbsent(n, x -> new ArrayList<>()).add(target));
    target
        .loosely()
        .forEach(n -> byLooseName.computeIfAbsent(n, x -> new ArrayList<>()).add(target));
  }

  private void take(Relation r) {
    if (r.childColumns().size() == 1) {
      takenOf(r.child()).addAll(r.childColumns());
    }
    r.childColumns()
        .forEach(c -> {
          joined.add(new Joined(r.child(), c, r.parent()));
          keyed.add(r.child() + "." + c);
        });
    boolean telling = r.childColumns().size() == 1 && !r.selfLoop();
    KeyTarget target = targets.get(r.parent());
    if (telling && target != null && r.parentColumns().equals(List.of(target.column()))) {
      String column = r.childColumns().getFirst();
      if (telling(column)) {
        learnt.computeIfAbsent(column, x -> new HashSet<>()).add(r.parent());
      }
    }
  }

  /** Columns of keys share few names. */
  private boolean telling(String column) {
    return telling.computeIfAbsent(
        column, name -> !NameWords.KEY_WORDS.containsAll(NameWords.of(name)));
  }

  private Set<String> takenOf(TableName table) {
    return taken.computeIfAbsent(table, t -> new HashSet<>());
  }

  /** First words that tables share, and how many: {@code oauth}, {@code active storage}. */
  private static Map<String, Integer> sharedPrefixes(Schema schema) {
    Map<String, Integer> times = new HashMap<>();
    for (Table table : schema.tables()) {
      List<String> words = NameWords.of(table.name().name());
      for (int n = 1; n < words.size(); n++) {
        times.merge(String.join(" ", words.subList(0, n)), 1, Integer::sum);
      }
    }
    times.values().removeIf(n -> n < 2);
    // A word that is a table of its own is no mere prefix.
    for (Table table : schema.tables()) {
      List<String> words = NameWords.of(table.name().name());
      times.remove(String.join(" ", words));
      times.remove(String.join(" ", NameWords.singular(words)));
    }
    return Map.copyOf(times);
  }

  private ColumnPrefix prefix(Table table) {
    return prefixes.getOrDefault(table.name(), ColumnPrefix.NONE);
  }
}
