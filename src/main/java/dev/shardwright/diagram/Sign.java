package dev.shardwright.diagram;

import dev.shardwright.model.TableName;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Everything that stands for something in a drawing, in the legend's order, and what it means. */
public enum Sign {
  CLIENT("Client: rows move with their client"),
  ROOT("The root: one row per client"),
  CONTEXT("Context: the same on every shard"),
  NEUTRAL("Neutral: in a database of its own"),
  UNDECIDED("Undecided: you have to say"),
  CONFLICT("Conflict: a key breaks the split"),
  KEY("Key: one parent, many children"),
  NULLABLE_KEY("The key may be NULL"),
  SINGLE("At most one child"),
  VIRTUAL("Drawn here, not declared"),
  CUT("Cut: it will be removed"),
  RISK("Part of an open finding"),
  BUS("A key of each table of a block"),
  SHEAF("So many keys into one group"),
  LEAVING("A key whose line is not drawn"),
  ARRIVING("So many keys arrive here"),
  KEY_COLUMN("Part of the primary key, of a key"),
  NULLABLE("A column that may be NULL"),
  FOUND("An open finding names the column"),
  COUNT("Open findings of the table"),
  MILD_COUNT("Open findings, none an error"),
  HIDDEN("So many columns were hidden"),
  MORE("So many columns are not shown"),
  PARTITIONS("Partitions, folded into the table"),
  FRAME("Tables tied to each other, so many"),
  NOTE("What would change if it were decided");

  private final String words;

  Sign(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /** The signs that occur in a drawing, whatever is selected in it. */
  public static Set<Sign> in(Drawing drawing) {
    Set<Sign> signs = EnumSet.noneOf(Sign.class);
    drawing.boxes().values().forEach(box -> add(signs, box));
    drawing.wires().forEach(wire -> add(signs, wire));
    if (drawing.frames().stream().anyMatch(f -> !f.block())) {
      signs.add(FRAME);
    }
    if (mostBadged(drawing) >= Sheaf.FROM) {
      signs.add(SHEAF);
    }
    return Collections.unmodifiableSet(signs);
  }

  private static void add(Set<Sign> signs, Placed placed) {
    Box box = placed.box();
    signs.add(of(box.look()));
    add(signs, ROOT, box.root());
    add(signs, box.mild() ? MILD_COUNT : COUNT, !box.mark().isEmpty());
    add(signs, HIDDEN, box.hidden() > 0);
    add(signs, MORE, box.more() > 0);
    add(signs, PARTITIONS, box.partitions() > 0);
    add(signs, LEAVING, placed.leaving().isPresent());
    add(signs, ARRIVING, placed.arriving().isPresent());
    for (Row row : placed.rows()) {
      add(signs, KEY_COLUMN, !row.key().isEmpty());
      add(signs, NULLABLE, row.nullable());
      add(signs, FOUND, row.worst().isPresent());
      add(signs, LEAVING, row.leaving().isPresent());
      add(signs, ARRIVING, row.arriving().isPresent());
    }
  }

  private static void add(Set<Sign> signs, Wire wire) {
    add(signs, BUS, wire.bus());
    add(signs, RISK, wire.risk());
    add(signs, VIRTUAL, wire.link().sort() == Link.Sort.VIRTUAL);
    add(signs, CUT, wire.link().sort() == Link.Sort.CUT);
    if (!wire.bus()) {
      add(signs, KEY, !wire.link().single());
      add(signs, SINGLE, wire.link().single());
      add(signs, NULLABLE_KEY, wire.link().nullable());
    }
  }

  private static void add(Set<Sign> signs, Sign sign, boolean occurs) {
    if (occurs) {
      signs.add(sign);
    }
  }

  private static Sign of(Look look) {
    return switch (look) {
      case CLIENT -> CLIENT;
      case CONTEXT -> CONTEXT;
      case NEUTRAL -> NEUTRAL;
      case UNDECIDED -> UNDECIDED;
      case CONFLICT -> CONFLICT;
    };
  }

  /** How many lines a table has that are drawn only when it is selected. */
  private static int mostBadged(Drawing drawing) {
    Map<TableName, Integer> badged = new HashMap<>();
    for (Link link : drawing.badged()) {
      badged.merge(link.parent(), 1, Integer::sum);
      badged.merge(link.child(), 1, Integer::sum);
    }
    return badged.values().stream().mapToInt(n -> n).max().orElse(0);
  }
}
