package dev.shardwright.introspect;

import static dev.shardwright.introspect.Dictionary.bare;

import dev.shardwright.model.Index;
import dev.shardwright.model.KeyPart;
import dev.shardwright.model.UniqueKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import schemacrawler.schema.IndexColumn;
import schemacrawler.schema.IndexColumnSortSequence;

/** The unique keys and other indexes of a MySQL or MariaDB table. */
record MySqlKeys(List<UniqueKey> unique, List<Index> indexes) {
  private static final String PRIMARY = "PRIMARY";

  static MySqlKeys of(schemacrawler.schema.Table table) {
    List<UniqueKey> unique = new ArrayList<>();
    List<Index> indexes = new ArrayList<>();
    for (schemacrawler.schema.Index index : table.getIndexes()) {
      if (index.isUnique()) {
        unique.add(key(index));
      } else {
        indexes.add(index(index));
      }
    }
    unique.sort(
        Comparator.comparing(UniqueKey::kind, PostgreSqlKeys.PRIMARY_FIRST)
            .thenComparing(UniqueKey::name));
    indexes.sort(Comparator.comparing(Index::name));
    return new MySqlKeys(unique, indexes);
  }

  private static UniqueKey key(schemacrawler.schema.Index index) {
    String name = bare(index.getName());
    Facts facts = new Facts(index);
    return new UniqueKey(
        name,
        name.equals(PRIMARY) ? UniqueKey.Kind.PRIMARY : UniqueKey.Kind.CONSTRAINT,
        parts(index, facts),
        false,
        Optional.empty(),
        false,
        true,
        Optional.empty(),
        facts.filled("INDEX_COMMENT"));
  }

  private static Index index(schemacrawler.schema.Index index) {
    Facts facts = new Facts(index);
    return new Index(
        bare(index.getName()),
        parts(index, facts),
        facts.text("METHOD").orElse("btree"),
        Optional.empty(),
        Optional.empty(),
        facts.filled("INDEX_COMMENT"));
  }

  private static List<KeyPart> parts(schemacrawler.schema.Index index, Facts facts) {
    // A spatial index says 32 bytes of each column; it is no prefix.
    boolean spatial = facts.text("METHOD").orElse("").equals("spatial");
    return index.getColumns().stream().map(column -> part(column, spatial)).toList();
  }

  private static KeyPart part(IndexColumn column, boolean spatial) {
    String[] name = bare(column.getName()).split("\0", 2);
    boolean descending = column.getSortSequence() == IndexColumnSortSequence.descending;
    boolean expression = name.length > 1 && name[1].equals("x");
    OptionalInt prefix =
        name.length > 1 && !expression && !spatial
            ? OptionalInt.of(Integer.parseInt(name[1]))
            : OptionalInt.empty();
    String text = expression ? MySqlNames.unescaped(name[0]) : name[0];
    return new KeyPart(text, expression, prefix, descending);
  }
}
