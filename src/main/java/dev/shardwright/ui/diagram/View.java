package dev.shardwright.ui.diagram;

/** The ways to look at a plan. */
public enum View {
  ATLAS("Atlas", "All tables, near to those they are tied to by keys"),
  PLAN("Plan", "All tables, grouped by what happens to them in the split"),
  FOCUS("Focus", "The selected tables with their neighbours"),
  WHY("Why", "The chain of keys that gave the selected tables their colour");

  private final String title;
  private final String explanation;

  View(String title, String explanation) {
    this.title = title;
    this.explanation = explanation;
  }

  String title() {
    return title;
  }

  String explanation() {
    return explanation;
  }

  /** True if the view shows only what hangs together with a selected table. */
  boolean needsSubject() {
    return this == FOCUS || this == WHY;
  }
}
