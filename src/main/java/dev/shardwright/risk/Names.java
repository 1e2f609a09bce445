package dev.shardwright.risk;

import dev.shardwright.model.Figures;
import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import java.util.List;
import java.util.stream.Collectors;

/** Lists of names in sentences, short enough to read. */
final class Names {
  private static final int MOST = 5;

  private Names() {}

  static String some(List<TableName> tables) {
    return some(tables, MOST);
  }

  private static String some(List<?> things, int most) {
    String first =
        things.stream().limit(most).map(Object::toString).collect(Collectors.joining(", "));
    return things.size() > most
        ? first + " and " + Figures.exact(things.size() - most) + " more"
        : first;
  }

  /** {@code table.column} of every relation. */
  static String columns(List<Relation> relations) {
    return some(
        relations.stream()
            .map(r -> r.child().name() + "." + String.join("+", r.childColumns()))
            .toList(),
        MOST);
  }
}
