package dev.shardwright.export;

import dev.shardwright.model.Relation;

/** A relation that the file does not carry, and why. */
record LeftOut(Relation relation, String why) {

  /** {@code name (columns) → table (columns): why}. */
  String sentence() {
    String name = relation.declared() ? relation.name() + " " : "";
    return name
        + "("
        + String.join(", ", relation.childColumns())
        + ") → "
        + relation.parent()
        + " ("
        + String.join(", ", relation.parentColumns())
        + "): "
        + why;
  }
}
