package dev.shardwright.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects the measured rows in the order they come and prints them as one aligned table. */
public final class Report {
  private static final List<String> HEAD = List.of("what", "figure", "unit", "needed", "note");
  private static final int FIGURE = 1;

  private final List<List<String>> rows = new ArrayList<>(List.of(HEAD));

  /**
   * Adds a row; needed is free text such as "≤ 2 s", and empty like the note when there is none.
   */
  public void row(String name, double figure, String unit, String needed, String note) {
    String digits = figure < 10 ? "%,.2f" : figure < 100 ? "%,.1f" : "%,.0f";
    rows.add(List.of(name, String.format(Locale.ROOT, digits, figure), unit, needed, note));
  }

  /** Adds a row that could not be measured here, with the reason. */
  public void missing(String name, String why) {
    rows.add(List.of(name, "–", "", "", why));
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    for (List<String> row : rows) {
      var line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        line.append(padded(row, column)).append("  ");
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private String padded(List<String> row, int column) {
    int width = rows.stream().mapToInt(each -> each.get(column).length()).max().orElse(0);
    String cell = row.get(column);
    String blanks = " ".repeat(width - cell.length());
    return column == FIGURE ? blanks + cell : cell + blanks;
  }
}
