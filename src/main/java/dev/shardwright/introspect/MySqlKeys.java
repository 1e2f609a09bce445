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
    Facts facts = Facts.of(index);
    return new UniqueKey(
        name,
        name.equals(PRIMARY) ? UniqueKey.Kind.PRIMARY : UniqueKey.Kind.CONSTRAINT,
        parts(facts),
        false,
        Optional.empty(),
        false,
        true,
        Optional.empty(),
        facts.filled("INDEX_COMMENT"));
  }

  private static Index index(schemacrawler.schema.Index index) {
    Facts facts = Facts.of(index);
    return new Index(
        bare(index.getName()),
        parts(facts),
        facts.text("METHOD").orElse("btree"),
        Optional.empty(),
        Optional.empty(),
        facts.filled("INDEX_COMMENT"));
  }

  private static List<KeyPart> parts(Facts facts) {
    // A spatial index says 32 bytes of each column; it is no prefix.
    boolean spatial = facts.text("METHOD").orElse("").equals("spatial");
    return facts.parts().stream().map(part -> part(part, spatial)).toList();
  }

  private static KeyPart part(Facts facts, boolean spatial) {
    String name = bare(facts.text("COLUMN_NAME").orElse("\"\""));
    boolean expression = facts.flag("IS_EXPRESSION");
    Optional<String> prefix = facts.text("SUB_PART").filter(length -> !spatial);
    return new KeyPart(
        expression ? MySqlNames.unescaped(name) : name,
        expression,
        prefix.map(length -> OptionalInt.of(Integer.parseInt(length))).orElse(OptionalInt.empty()),
        facts.text("DIRECTION").orElse("").equals("D"));
  }
}
