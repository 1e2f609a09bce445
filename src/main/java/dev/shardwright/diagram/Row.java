package dev.shardwright.diagram;

import java.util.Optional;

/**
 * A column in a box.
 *
 * @param type short enough to be read beside the name: {@code varchar(60)}
 * @param findings how many open findings name the column
 */
public record Row(
    String column,
    String type,
    boolean primary,
    boolean foreign,
    boolean nullable,
    int findings,
    Optional<Badge> leaving,
    Optional<Badge> arriving) {

  Row with(Optional<Badge> out, Optional<Badge> in) {
    return new Row(column, type, primary, foreign, nullable, findings, out, in);
  }

  /** The mark in the gutter, empty for a plain column. */
  public String key() {
    return primary ? "PK" : foreign ? "FK" : "";
  }

  /** What stands at the right: the badge of the line that is not drawn, else the type. */
  public String right() {
    return leaving.map(Badge::text).orElse(type);
  }
}
