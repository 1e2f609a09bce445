package dev.shardwright.export;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.dialect.IntegerType;
import dev.shardwright.model.Product;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Sequence;
import dev.shardwright.model.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Counters of a PostgreSQL monolith, read when the file runs. */
final class PostgresFakeShard {
  private final FakeParts parts;
  private final Script script;
  private final Dialect dialect;
  private final List<Sequence> sequences;

  PostgresFakeShard(FakeParts parts) {
    this.parts = parts;
    script = parts.script();
    dialect = Dialect.of(parts.plan().schema().origin().product());
    sequences =
        SlotColumn.sequences(parts.plan()).stream()
            .filter(s -> s.increment().signum() > 0)
            .toList();
  }

  void write() {
    parts.howToRun(
        new ClientProgram(Product.POSTGRESQL, true).run("", "-q -A -t", "fake_shard.sql"),
        "With PGOPTIONS=\"-c shardwright.part=shards\" only the first is printed, with dispatch"
            + " only the second.");
    script.heading("It refuses unless the slot is active").blank();
    script
        .statement("SET client_encoding = 'UTF8'")
        .statement("SET standard_conforming_strings = on");
    if (sequences.isEmpty()) {
      script.comment("No table makes its ids by itself.");
      return;
    }
    script.statement(refusal());
    script.heading("Room on the monolith, whose columns are as narrow as ever").blank();
    room();
    script.heading("Where the counters of the real shards start").blank();
    counters();
  }

  private String names() {
    return sequences.stream()
        .map(s ->
            "("
                + dialect.literal(s.name().schema())
                + ", "
                + dialect.literal(s.name().name())
                + ")")
        .collect(Collectors.joining(", "));
  }

  private String refusal() {
    return """
    DO $refusal$
    DECLARE
      outside text;
    BEGIN
      SELECT string_agg(sequencename, ', ') INTO outside
      FROM pg_catalog.pg_sequences
      WHERE (schemaname, sequencename) IN ({names})
        AND (increment_by % {n} <> 0 OR start_value % increment_by <> ({s} * (increment_by / {n})) % increment_by
          OR (COALESCE(last_value, start_value) - start_value) % increment_by <> 0);
      IF outside IS NOT NULL THEN
        RAISE EXCEPTION 'REFUSED: these sequences do not keep to slot {s} of {n}, run ids_fake_shard first: %', outside;
      END IF;
    END
    $refusal$\
    """
        .replace("{names}", names())
        .replace("{n}", String.valueOf(parts.slots()))
        .replace("{s}", String.valueOf(parts.slot()));
  }

  private void room() {
    for (SlotColumn id : SlotColumn.of(parts.plan())) {
      IntegerType type = dialect.integerType(id.column().type().sql()).orElse(null);
      if (type != null && id.sequence().filter(sequences::contains).isPresent()) {
        room(id, type);
      }
    }
  }

  private void room(SlotColumn id, IntegerType type) {
    Sequence sequence = id.sequence().orElseThrow();
    String capacity =
        """
        SELECT a.next_id, a.most,
          CASE WHEN a.next_id > a.most THEN 0 ELSE (a.most - a.next_id) / a.step + 1 END AS capacity
        FROM (
          SELECT CAST(q.last_value AS numeric) + CASE WHEN q.is_called THEN s.increment_by ELSE 0 END AS next_id,
            s.increment_by AS step, LEAST(s.max_value, {most}) AS most
          FROM {sequence} q, pg_catalog.pg_sequences s
          WHERE s.schemaname = {schema} AND s.sequencename = {name}
        ) a\
        """
            .replace("{most}", type.max().toString())
            .replace("{sequence}", dialect.qualified(sequence.name()))
            .replace("{schema}", dialect.literal(sequence.name().schema()))
            .replace("{name}", dialect.literal(sequence.name().name()));
    script.statement(
        "SELECT format('-- %s: next %s of %s, room for %s rows%s', "
            + dialect.literal(id.ref().toString())
            + ", next_id, most, trunc(capacity),\n  CASE WHEN trunc(capacity) < "
            + parts.needed()
            + " THEN "
            + dialect.literal(": WIDEN IT FIRST" + wider(id, sequence))
            + " ELSE '' END)\nFROM (\n"
            + capacity
            + "\n) c");
  }

  private String wider(SlotColumn id, Sequence sequence) {
    List<String> alters = new ArrayList<>();
    alters.add(alter(id.ref().table(), id.column().name()));
    for (Relation r : parts.referring(id)) {
      alters.add(
          alter(r.child(), r.childColumns().get(r.parentColumns().indexOf(id.column().name()))));
    }
    if (!sequence.identity()) {
      alters.add("ALTER SEQUENCE " + dialect.qualified(sequence.name()) + " AS bigint;");
    }
    return "\n--   " + String.join("\n--   ", alters);
  }

  private String alter(TableName table, String column) {
    return "ALTER TABLE "
        + dialect.qualified(table)
        + " ALTER COLUMN "
        + dialect.quote(column)
        + " TYPE bigint;";
  }

  /** The shard itself works out its first value: its own slot is the rest of its start. */
  private void counters() {
    String wanted =
        "\nWHERE COALESCE(current_setting('shardwright.part', true), '') IN ('', 'shards')";
    script
        .statement("SELECT '-- for every real shard'" + wanted)
        .statement("SELECT " + dialect.literal(DispatchFill.told(false).getFirst() + ";") + wanted)
        .statement("SELECT '-- Never backwards, so that it can be run again.'" + wanted);
    for (Sequence s : sequences) {
      script.statement(
          "SELECT format('SELECT setval(%L, CAST(v AS bigint), false) FROM pg_catalog.pg_sequences,"
              + " LATERAL (SELECT GREATEST(%s.0, last_value + 1.0) AS a) x, LATERAL (SELECT a +"
              + " mod(mod(start_value - a, increment_by) + increment_by, increment_by) AS v) y"
              + " WHERE schemaname = %L AND sequencename = %L AND v <= max_value;',\n  "
              + dialect.literal(dialect.qualified(s.name()))
              + ", CAST(q.last_value AS numeric) + CASE WHEN q.is_called THEN s.increment_by ELSE 0"
              + " END + "
              + FakeParts.MARGIN
              + ", s.schemaname, s.sequencename)\nFROM "
              + dialect.qualified(s.name())
              + " q, pg_catalog.pg_sequences s"
              + wanted
              + "\n  AND s.schemaname = "
              + dialect.literal(s.name().schema())
              + " AND s.sequencename = "
              + dialect.literal(s.name().name()));
    }
  }
}
