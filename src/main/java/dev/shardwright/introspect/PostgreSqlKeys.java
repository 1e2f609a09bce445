package dev.shardwright.introspect;

import static dev.shardwright.introspect.Dictionary.bare;

import dev.shardwright.model.Index;
import dev.shardwright.model.KeyPart;
import dev.shardwright.model.UniqueKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * The unique keys and other indexes of a PostgreSQL table: partial, on expressions, counting NULLs
 * as equal, still invalid.
 */
record PostgreSqlKeys(List<UniqueKey> unique, List<Index> indexes) {
  /**
   * SQL: a key k as its table's DDL spells it, with the storage parameters of its index ic, which
   * the server leaves out. Of a partitioned table they cannot be set afterwards.
   */
  static final String DEFINITION =
      """
      regexp_replace(pg_catalog.pg_get_constraintdef(k.oid),
        '^(.*[)])(( DEFERRABLE)?( INITIALLY DEFERRED)?)$', CASE WHEN k.contype IN ('p', 'u')
          AND ic.reloptions IS NOT NULL THEN '\\1 WITH (' || array_to_string(ic.reloptions, ', ')
          || ')\\2' ELSE '\\1\\2' END)\
      """;

  static PostgreSqlKeys of(schemacrawler.schema.Table table) {
    List<UniqueKey> unique = new ArrayList<>();
    List<Index> indexes = new ArrayList<>();
    for (schemacrawler.schema.Index index : table.getIndexes()) {
      Facts facts = Facts.of(index);
      String constraint = facts.text("CONSTRAINT_TYPE").orElse("");
      if (constraint.equals("x")) {
        continue; // EXCLUDE is a check; its index comes with it
      }
      if (index.isUnique() || !constraint.isEmpty()) {
        unique.add(key(index, facts, kind(constraint)));
      } else {
        indexes.add(index(index, facts));
      }
    }
    unique.sort(
        Comparator.comparing(UniqueKey::kind, PRIMARY_FIRST).thenComparing(UniqueKey::name));
    indexes.sort(Comparator.comparing(Index::name));
    return new PostgreSqlKeys(unique, indexes);
  }

  static final Comparator<UniqueKey.Kind> PRIMARY_FIRST =
      Comparator.comparing(kind -> kind != UniqueKey.Kind.PRIMARY);

  private static UniqueKey.Kind kind(String constraint) {
    return switch (constraint) {
      case "p" -> UniqueKey.Kind.PRIMARY;
      case "u" -> UniqueKey.Kind.CONSTRAINT;
      default -> UniqueKey.Kind.INDEX;
    };
  }

  private static UniqueKey key(schemacrawler.schema.Index index, Facts facts, UniqueKey.Kind kind) {
    return new UniqueKey(
        bare(index.getName()),
        kind,
        parts(facts),
        facts.flag("NULLS_NOT_DISTINCT"),
        facts.text("PREDICATE"),
        facts.flag("DEFERRABLE"),
        facts.flag("VALID"),
        facts.text("CONSTRAINT_DEFINITION").or(() -> facts.text("DEFINITION")),
        facts.text("COMMENT"));
  }

  private static Index index(schemacrawler.schema.Index index, Facts facts) {
    return new Index(
        bare(index.getName()),
        parts(facts),
        facts.text("METHOD").orElse("btree"),
        facts.text("PREDICATE"),
        facts.text("DEFINITION"),
        facts.text("COMMENT"));
  }

  /** PostgreSQL manual, pg_index: an attribute 0 is an expression, an option's bit 1 is DESC. */
  private static List<KeyPart> parts(Facts facts) {
    String[] attributes = facts.text("ATTRIBUTES").orElse("").split(" ", -1);
    String[] directions = facts.text("DIRECTIONS").orElse("").split(" ", -1);
    List<KeyPart> parts = new ArrayList<>();
    for (Facts part : facts.parts()) {
      int place = parts.size();
      boolean descending =
          place < directions.length && (Integer.parseInt(directions[place]) & 1) != 0;
      parts.add(
          new KeyPart(
              bare(part.text("COLUMN_NAME").orElse("\"\"")),
              attributes[place].equals("0"),
              OptionalInt.empty(),
              descending));
    }
    return parts;
  }
}
