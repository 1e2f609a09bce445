package dev.shardwright.ui.diagram;

import dev.shardwright.ui.Texts;

/** The ways to look at a plan. */
public enum View {
  ATLAS,
  PLAN,
  FOCUS,
  WHY;

  String title() {
    return Texts.of("view." + name());
  }

  String explanation() {
    return Texts.of("view.why." + name());
  }

  /** True if the view shows only what hangs together with a selected table. */
  boolean needsSubject() {
    return this == FOCUS || this == WHY;
  }
}
