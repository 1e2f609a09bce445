package dev.shardwright.ui.parts;

import dev.shardwright.model.Figures;
import dev.shardwright.model.RowCount;
import dev.shardwright.model.Table;
import dev.shardwright.ui.Texts;

/** How large a table is: short in lists, exact where there is room. */
public final class Sizes {
  private Sizes() {}

  /** The rows of a table for a list; empty while unknown. */
  public static String rows(Table table) {
    return table.rowCount().are() == RowCount.Exactness.UNKNOWN
        ? ""
        : Figures.brief(table.rowCount().rows());
  }

  /** {@code 120,411 rows · 38 MB}; an estimate says so. */
  public static String size(Table table) {
    RowCount count = table.rowCount();
    String rows =
        switch (count.are()) {
          case EXACT -> Texts.of("figures.rows", count.rows());
          case ESTIMATE -> Texts.of("figures.rowsAbout", count.rows());
          case UNKNOWN -> "";
        };
    String bytes = table.bytes().isPresent() ? Figures.bytes(table.bytes().getAsLong()) : "";
    return rows.isEmpty() || bytes.isEmpty() ? rows + bytes : rows + " · " + bytes;
  }
}
