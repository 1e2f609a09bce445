package dev.shardwright.sql;

import dev.shardwright.model.Product;
import dev.shardwright.model.TableName;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads what bodies of triggers and routines do: MySQL's and MariaDB's by their grammar,
 * PostgreSQL's by a scan of their tokens, since no grammar of PL/pgSQL is to be had.
 */
public final class BodyReader {
  private final Product product;
  private final BodyTables names;

  /**
   * A reader for one database.
   *
   * @param catalog the tables that there are: other names are variables, views and the like
   */
  public BodyReader(Product product, Collection<TableName> catalog) {
    this.product = product;
    this.names = new BodyTables(product, catalog);
  }

  /** What a body does itself, read once; see {@link #read(String, String)}. */
  public static BodyEffects read(
      Product product, String language, String body, Collection<TableName> catalog) {
    return new BodyReader(product, catalog).read(language, body);
  }

  /**
   * What a body does itself; what the routines do that it calls is for the caller to add.
   *
   * @param language {@code sql} or {@code plpgsql}; of {@code c} and {@code internal} the known
   *     functions only
   * @param body the statement of a trigger, the source of a function
   */
  public BodyEffects read(String language, String body) {
    if (product.isMySqlFamily()) {
      return MySqlBodies.read(product, body, names);
    }
    return switch (language.toLowerCase(Locale.ROOT)) {
      case "plpgsql" -> new PostgresBodies(body, names, true).read();
      case "sql" -> new PostgresBodies(body, names, false).read();
      case "c", "internal" -> builtIn(body.strip());
      default -> unknown();
    };
  }

  /** The tables that a name in a body means; of a name without schema all of that name. */
  public Set<TableName> tables(List<String> parts) {
    return names.find(parts);
  }

  // PostgreSQL 18 manual, "Trigger Functions", and the contrib modules spi and lo.
  private static BodyEffects builtIn(String symbol) {
    return switch (symbol) {
      case "suppress_redundant_updates_trigger", "check_primary_key", "check_foreign_key" ->
          only(Set.of(), false);
      case "tsvector_update_trigger_byid", "tsvector_update_trigger_bycolumn" ->
          only(Set.of(BodyEffects.Effect.ROW_CHANGE), false);
      case "moddatetime", "insert_username", "autoinc" ->
          only(Set.of(BodyEffects.Effect.ROW_CHANGE), true);
      case "lo_manage" -> only(Set.of(BodyEffects.Effect.DML), false);
      default -> unknown();
    };
  }

  static BodyEffects unknown() {
    return only(Set.of(BodyEffects.Effect.UNKNOWN), false);
  }

  private static BodyEffects only(Set<BodyEffects.Effect> effects, boolean changesByMore) {
    return new BodyEffects(
        List.of(), List.of(), List.of(), new TreeSet<>(effects), changesByMore, Set.of());
  }
}
