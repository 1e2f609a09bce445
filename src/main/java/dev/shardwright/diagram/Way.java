package dev.shardwright.diagram;

import dev.shardwright.model.TableName;

/** From row to row: links that have it in common and look the same are one line. */
record Way(
    TableName parent, int from, TableName child, int to, Link.Sort sort, boolean risk, int ends) {

  static Way of(Link link) {
    int ends = (link.nullable() ? 1 : 0) + (link.single() ? 2 : 0);
    return new Way(
        link.parent(),
        link.parentRow(),
        link.child(),
        link.childRow(),
        link.sort(),
        link.risk(),
        ends);
  }
}
