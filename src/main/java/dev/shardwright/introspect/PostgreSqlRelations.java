package dev.shardwright.introspect;

import dev.shardwright.model.Relation;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * PostgreSQL's foreign keys, those from and to other schemas included.
 *
 * <p>Copies of a key on partitions are left out; a key that a partition alone has or is pointed at
 * by counts as its top parent's and as not validated, because it holds for some of the rows only.
 */
final class PostgreSqlRelations {
  // Constraint names are unique per table only; conkey and confkey keep the order of the columns.
  private static final String KEYS =
      """
      SELECT k.conname, cn.nspname AS child_schema, cc.relname AS child_table,
        pn.nspname AS parent_schema, pc.relname AS parent_table,
        ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY AS u(attnum, place)
          JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.attnum
          ORDER BY u.place) AS child_columns,
        ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY AS u(attnum, place)
          JOIN pg_catalog.pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.attnum
          ORDER BY u.place) AS parent_columns,
        EXISTS (SELECT FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
          WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)
          AND NOT a.attnotnull AND NOT t.typnotnull) AS nullable,
        k.confdeltype::text AS on_delete, k.confupdtype::text AS on_update,
        k.confmatchtype = 'f' AS match_full, k.condeferrable, k.condeferred,
        k.convalidated AND oc.oid = cc.oid AND op.oid = pc.oid AS validated,
        @ENFORCED@ AS enforced,
        CASE WHEN oc.oid <> cc.oid THEN oc.relname END AS of_partition,
        @SET_COLUMNS@ AS set_columns, pg_catalog.pg_get_constraintdef(k.oid) AS definition,
        pg_catalog.obj_description(k.oid, 'pg_constraint') AS comment
      FROM pg_catalog.pg_constraint k
      JOIN pg_catalog.pg_class oc ON oc.oid = k.conrelid
      JOIN pg_catalog.pg_class cc ON cc.oid =
        CASE WHEN oc.relispartition THEN pg_catalog.pg_partition_root(oc.oid) ELSE oc.oid END
      JOIN pg_catalog.pg_namespace cn ON cn.oid = cc.relnamespace
      JOIN pg_catalog.pg_class op ON op.oid = k.confrelid
      JOIN pg_catalog.pg_class pc ON pc.oid =
        CASE WHEN op.relispartition THEN pg_catalog.pg_partition_root(op.oid) ELSE op.oid END
      JOIN pg_catalog.pg_namespace pn ON pn.oid = pc.relnamespace
      WHERE k.contype = 'f' AND k.conparentid = 0 AND cc.relpersistence <> 't'
        AND (cn.nspname IN (@SCHEMAS@) OR pn.nspname IN (@SCHEMAS@))
      ORDER BY cn.nspname, cc.relname, oc.oid <> cc.oid, k.conname, oc.relname\
      """;

  // since PostgreSQL 15
  private static final String SET_COLUMNS =
      "ARRAY(SELECT a.attname::text FROM pg_catalog.pg_attribute a WHERE a.attrelid = k.conrelid"
          + " AND a.attnum = ANY (k.confdelsetcols) ORDER BY a.attnum)";

  private PostgreSqlRelations() {}

  static List<Relation> read(Asking asking) {
    String enforced = asking.version() >= 180000 ? "k.conenforced" : "true";
    Map<String, Relation> byId = new LinkedHashMap<>();
    asking
        .rows(
            KEYS.replace("@ENFORCED@", enforced)
                .replace(
                    "@SET_COLUMNS@", asking.version() >= 150000 ? SET_COLUMNS : "'{}'::text[]"),
            row -> Map.entry(relation(row), row.optional("of_partition")))
        .forEach(e -> add(byId, e.getKey(), e.getValue()));
    return List.copyOf(byId.values());
  }

  private static void add(Map<String, Relation> byId, Relation key, Optional<String> partition) {
    if (!byId.containsKey(key.id())) {
      byId.put(key.id(), key);
      return;
    }
    Relation named = key.named(key.name() + " of " + partition.orElse("another partition"));
    byId.put(named.id(), named);
  }

  private static Relation relation(Row row) throws SQLException {
    return new Relation(
        Asking.table(row, "child_schema", "child_table"),
        row.text("conname"),
        row.texts("child_columns"),
        Asking.table(row, "parent_schema", "parent_table"),
        row.texts("parent_columns"),
        row.flag("nullable"),
        action(row.text("on_delete")),
        action(row.text("on_update")),
        row.flag("match_full") ? Relation.Match.FULL : Relation.Match.SIMPLE,
        deferral(row.flag("condeferrable"), row.flag("condeferred")),
        row.flag("validated"),
        row.flag("enforced"),
        Relation.Origin.DECLARED,
        Optional.empty(),
        row.texts("set_columns"),
        row.optional("of_partition").isPresent() ? Optional.empty() : row.optional("definition"),
        row.optional("comment"));
  }

  private static Relation.Deferral deferral(boolean deferrable, boolean deferred) {
    if (!deferrable) {
      return Relation.Deferral.NOT_DEFERRABLE;
    }
    return deferred ? Relation.Deferral.INITIALLY_DEFERRED : Relation.Deferral.DEFERRABLE;
  }

  private static Relation.Action action(String code) {
    return switch (code) {
      case "r" -> Relation.Action.RESTRICT;
      case "c" -> Relation.Action.CASCADE;
      case "n" -> Relation.Action.SET_NULL;
      case "d" -> Relation.Action.SET_DEFAULT;
      default -> Relation.Action.NO_ACTION;
    };
  }
}
