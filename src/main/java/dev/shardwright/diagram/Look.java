package dev.shardwright.diagram;

import dev.shardwright.classify.Kind;
import dev.shardwright.classify.Mark;
import java.util.Locale;

/** The five marks of the drawing: the four kinds, and a conflict, which covers the kind. */
public enum Look {
  CLIENT,
  CONTEXT,
  NEUTRAL,
  UNDECIDED,
  CONFLICT;

  /** A conflict is shown before the kind, since the kind cannot be trusted until it is solved. */
  public static Look of(Mark mark) {
    return mark.conflict() ? CONFLICT : of(mark.kind());
  }

  public static Look of(Kind kind) {
    return switch (kind) {
      case CLIENT -> CLIENT;
      case CONTEXT -> CONTEXT;
      case NEUTRAL -> NEUTRAL;
      case UNDECIDED -> UNDECIDED;
    };
  }

  /** The word of legends and frames: {@code Client}. */
  public String title() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }
}
