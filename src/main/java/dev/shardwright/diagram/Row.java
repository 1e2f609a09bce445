package dev.shardwright.diagram;

import dev.shardwright.risk.Severity;
import java.util.Optional;

/**
 * A column in a box.
 *
 * @param type short enough to be read beside the name: {@code varchar(60)}
 * @param worst how bad the open findings are that name the column; empty for none
 */
public record Row(
    String column,
    String type,
    boolean primary,
    boolean foreign,
    boolean nullable,
    Optional<Severity> worst,
    Optional<Badge> leaving,
    Optional<Badge> arriving) {

  Row with(Optional<Badge> out, Optional<Badge> in) {
    return new Row(column, type, primary, foreign, nullable, worst, out, in);
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
