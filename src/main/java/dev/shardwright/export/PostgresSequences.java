package dev.shardwright.export;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.dialect.IntegerType;
import dev.shardwright.model.Column;
import dev.shardwright.model.ColumnRef;
import dev.shardwright.model.Sequence;
import dev.shardwright.model.Sequences;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * PostgreSQL's number generators. Those that feed a widened key count in bigint: a smallserial's
 * sequence would keep its old maximum and fail there.
 */
final class PostgresSequences {
  private final Part part;
  private final Dialect dialect;
  private final Sequences sequences;
  private final Map<ColumnRef, Sequence> identities = new TreeMap<>();
  private final Map<TableName, List<Sequence>> owned = new TreeMap<>();
  private final Set<TableName> wide = new TreeSet<>();
  private final Set<TableName> usedAnywhere = new TreeSet<>();
  private final Set<Sequence> written = new HashSet<>();

  PostgresSequences(Part part) {
    this.part = part;
    dialect = part.dialect();
    sequences = Sequences.of(part.plan().schema().sequences());
    for (Sequence sequence : part.plan().schema().sequences()) {
      if (sequence.identity()) {
        sequence.owner().ifPresent(column -> identities.put(column, sequence));
      } else {
        sequence
            .owner()
            .ifPresent(c -> owned.computeIfAbsent(c.table(), _ -> new ArrayList<>()).add(sequence));
      }
    }
    part.plan().schema().tables().forEach(this::lookAt);
  }

  private void lookAt(Table table) {
    for (Column column : table.columns()) {
      boolean widened =
          part.widening().changes().containsKey(new ColumnRef(table.name(), column.name()));
      sequences
          .called(table.name(), column)
          .forEach(sequence -> {
            usedAnywhere.add(sequence.name());
            if (widened) {
              wide.add(sequence.name());
            }
          });
    }
  }

  /**
   * Sequences that no column uses or owns; the application may call them, so both sides get them.
   */
  void ofNoTable(Script script) {
    List<Sequence> free =
        part.plan().schema().sequences().stream()
            .filter(s -> !s.identity() && s.owner().isEmpty())
            .filter(s -> !usedAnywhere.contains(s.name()))
            .toList();
    if (!free.isEmpty()) {
      script.heading("Sequences that belong to no table");
      free.forEach(sequence -> create(script.blank(), sequence));
    }
  }

  /** The sequence that gives a column its numbers. */
  Optional<Sequence> feeding(Table table, Column column) {
    Sequence identity = identities.get(new ColumnRef(table.name(), column.name()));
    return identity != null
        ? Optional.of(identity)
        : sequences.called(table.name(), column).findFirst();
  }

  /** The sequences that a table's defaults call or that it owns. */
  void before(Script script, Table table) {
    Stream.concat(
            table.columns().stream().flatMap(c -> sequences.called(table.name(), c)),
            ownedBy(table))
        .distinct()
        .filter(sequence -> !written.contains(sequence))
        .forEach(sequence -> create(script, sequence));
  }

  void after(Script script, Table table) {
    ownedBy(table)
        .forEach(sequence ->
            script.statement(
                "ALTER SEQUENCE "
                    + dialect.qualified(sequence.name())
                    + " OWNED BY "
                    + sequence.owner().map(this::column).orElse("NONE")));
  }

  private Stream<Sequence> ownedBy(Table table) {
    return owned.getOrDefault(table.name(), List.of()).stream();
  }

  private String column(ColumnRef ref) {
    return part.name(ref.table()) + "." + dialect.quote(ref.column());
  }

  private void create(Script script, Sequence sequence) {
    written.add(sequence);
    script.statement(
        Stream.concat(
                Stream.of(
                    (sequence.unlogged() ? "CREATE UNLOGGED SEQUENCE " : "CREATE SEQUENCE ")
                        + dialect.qualified(sequence.name())),
                options(sequence, wide.contains(sequence.name())).stream())
            .collect(Collectors.joining(" ")));
    sequence
        .comment()
        .ifPresent(text ->
            script.statement(
                "COMMENT ON SEQUENCE "
                    + dialect.qualified(sequence.name())
                    + " IS "
                    + dialect.literal(text)));
  }

  /** The brackets after IDENTITY; empty if all is as the server would choose it. */
  String identityOptions(ColumnRef column) {
    Sequence sequence = identities.get(column);
    if (sequence == null) {
      return "";
    }
    List<String> options = new ArrayList<>();
    TableName usual =
        new TableName(
            column.table().schema(), column.table().name() + "_" + column.column() + "_seq");
    if (!usual.equals(sequence.name())) {
      options.add("SEQUENCE NAME " + dialect.qualified(sequence.name()));
    }
    // an identity's sequence always counts in the type of its column
    options.addAll(
        options(sequence, part.widening().changes().containsKey(column)).stream()
            .filter(option -> !option.startsWith("AS "))
            .toList());
    return options.isEmpty() ? "" : " (" + String.join(" ", options) + ")";
  }

  /** What differs from the server's choice for an ascending or descending sequence. */
  private List<String> options(Sequence s, boolean widened) {
    IntegerType old = dialect.integerType(s.type()).orElse(new IntegerType("bigint", 64, false));
    IntegerType type = widened ? new IntegerType("bigint", 64, false) : old;
    boolean up = s.increment().signum() > 0;
    BigInteger usualMin = up ? BigInteger.ONE : old.min();
    BigInteger usualMax = up ? old.max() : BigInteger.ONE.negate();
    List<String> options = new ArrayList<>();
    if (type.bits() != 64) {
      options.add("AS " + type.name());
    }
    option(options, "START WITH ", s.start(), up ? s.min() : s.max());
    option(options, "INCREMENT BY ", s.increment(), BigInteger.ONE);
    option(options, "MINVALUE ", s.min(), usualMin);
    option(options, "MAXVALUE ", s.max(), usualMax);
    option(options, "CACHE ", BigInteger.valueOf(s.cache()), BigInteger.ONE);
    if (s.cycle()) {
      options.add("CYCLE");
    }
    return options;
  }

  private static void option(
      List<String> options, String word, BigInteger value, BigInteger usual) {
    if (!value.equals(usual)) {
      options.add(word + value);
    }
  }
}
