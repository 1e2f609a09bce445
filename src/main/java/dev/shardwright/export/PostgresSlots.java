package dev.shardwright.export;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.Sequence;
import dev.shardwright.plan.Plan;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The id slots of PostgreSQL: the step and the start of every sequence.
 *
 * @param monolith the slot of the monolith, which it may keep to already
 */
record PostgresSlots(
    Plan plan, int slots, OptionalInt monolith, int slot, boolean fake, Script script) {

  void write() {
    List<Sequence> stepping = new ArrayList<>();
    List<String> left = new ArrayList<>();
    for (Sequence s : SlotColumn.sequences(plan)) {
      if (s.increment().signum() > 0) {
        stepping.add(s);
      } else {
        left.add(s.name() + " counts down: its ids need a rule of their own");
      }
    }
    script.comment(
        "Run it on the primary; physical replicas follow. A table that is made later needs the same"
            + " for its sequence: the check at the end finds those without.");
    script.bullets(left);
    cached(stepping);
    if (stepping.isEmpty()) {
      script.blank().comment("There are no sequences.");
      return;
    }
    script.heading("Every sequence steps by the number of slots, from its next value of this slot");
    script.blank().statement(settings(stepping));
    script.heading("Sequences outside the slot; there should be none").blank().statement(check());
  }

  private void cached(List<Sequence> sequences) {
    List<String> cached =
        sequences.stream().filter(s -> s.cache() > 1).map(s -> s.name().toString()).toList();
    if (!cached.isEmpty()) {
      script.comment(
          "Open sessions hold values that they took in advance; restart the application's pools"
              + " afterwards. Cached: "
              + String.join(", ", cached));
    }
  }

  private String settings(List<Sequence> sequences) {
    Dialect dialect = Dialect.of(plan.schema().origin().product());
    return """
    DO $slots$
    DECLARE
      q record;
      next numeric;
      step numeric;
      start numeric;
    BEGIN
      -- block: how many ids the application takes at each call
      FOR q IN SELECT * FROM (VALUES
    {sequences}
      ) AS s (name, block, type) LOOP
        EXECUTE 'SELECT last_value + CASE WHEN is_called THEN ' || q.block || ' ELSE 0 END FROM ' || q.name INTO next;
        step := {slots} * q.block;
        start := {slot} * q.block;
        EXECUTE format('ALTER SEQUENCE %s%s INCREMENT BY %s MINVALUE 1 START WITH %s RESTART WITH %s',
          q.name, q.type, step, start, next + mod(mod(start - next, step) + step, step));
      END LOOP;
    END
    $slots$\
    """
        .replace(
            "{sequences}",
            sequences.stream()
                .map(s ->
                    "    ("
                        + dialect.literal(dialect.qualified(s.name()))
                        + ", "
                        + block(s)
                        + ", "
                        + type(s)
                        + ")")
                .collect(Collectors.joining(",\n")))
        .replace("{slots}", String.valueOf(slots))
        .replace("{slot}", String.valueOf(slot));
  }

  /**
   * How many ids the application takes at each call: the step, unless it is that of a slot already.
   * That a sequence begins at the monolith's slot tells it from one that steps so by itself, but
   * for the first slot, where many begin.
   */
  private BigInteger block(Sequence sequence) {
    BigInteger[] parts = sequence.increment().divideAndRemainder(BigInteger.valueOf(slots));
    boolean slotted =
        parts[1].signum() == 0
            && monolith.stream()
                .filter(s -> s > 1)
                .mapToObj(s -> parts[0].multiply(BigInteger.valueOf(s)))
                .anyMatch(sequence.start()::equals);
    return slotted ? parts[0] : sequence.increment();
  }

  /**
   * A smallserial's sequence keeps its maximum unless it is told; an identity's follows by itself.
   */
  private String type(Sequence sequence) {
    boolean told = !fake && !sequence.identity() && SlotColumn.widened(plan, sequence);
    return told ? "' AS bigint'" : "''";
  }

  /**
   * The condition that leaves out what the monolith makes besides the ids of shards: the sequences
   * of its neutral tables keep to no slot.
   */
  static String besides(Plan plan) {
    Dialect dialect = Dialect.of(plan.schema().origin().product());
    List<Sequence> slotted = SlotColumn.sequences(plan);
    String neutral =
        plan.schema().sequences().stream()
            .filter(s -> !slotted.contains(s))
            .map(Sequence::name)
            .map(n -> "(" + dialect.literal(n.schema()) + ", " + dialect.literal(n.name()) + ")")
            .collect(Collectors.joining(", "));
    return neutral.isEmpty() ? "" : "\n  AND (schemaname, sequencename) NOT IN (" + neutral + ")";
  }

  /** The sequences that do not keep to the slot: rows to be mended. */
  String check() {
    String schemas =
        plan.schema().origin().schemas().stream()
            .map(s -> "'" + s.replace("'", "''") + "'")
            .collect(Collectors.joining(", "));
    List<BigInteger> blocks =
        SlotColumn.sequences(plan).stream().map(Sequence::increment).distinct().toList();
    String block = blocks.size() <= 1 ? "" : " -- steps of whole blocks are right too";
    return "SELECT schemaname, sequencename, increment_by, start_value, last_value"
        + block
        + "\nFROM pg_catalog.pg_sequences\nWHERE schemaname IN ("
        + schemas
        + ")"
        + (fake ? besides(plan) : "")
        + "\n  AND (increment_by % "
        + slots
        + " <> 0\n    OR (COALESCE(last_value, start_value) - start_value) % increment_by <> 0\n"
        + "    OR start_value % increment_by <> ("
        + slot
        + " * (increment_by / "
        + slots
        + ")) % increment_by)\nORDER BY schemaname, sequencename";
  }
}
