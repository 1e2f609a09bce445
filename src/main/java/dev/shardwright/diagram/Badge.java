package dev.shardwright.diagram;

import dev.shardwright.model.TableName;
import java.util.List;

/**
 * A word that stands for lines too long to draw: {@code → countries} where they leave, {@code ← 81}
 * where they arrive.
 *
 * @param tables the tables at the other ends, sorted
 */
public record Badge(String text, List<TableName> tables) {
  public Badge {
    tables = List.copyOf(tables);
  }
}
