package dev.shardwright.risk;

import dev.shardwright.model.Table;
import java.util.Locale;
import java.util.Set;

/** The notes of a migration tool: every database needs its own copy, or all is replayed. */
final class MigrationTable implements RiskCheck {
  private static final Set<String> NAMES =
      Set.of(
          "schema_migrations",
          "ar_internal_metadata",
          "flyway_schema_history",
          "schema_version",
          "databasechangelog",
          "databasechangeloglock",
          "django_migrations",
          "alembic_version",
          "migrations",
          "phinxlog",
          "doctrine_migration_versions",
          "knex_migrations",
          "knex_migrations_lock",
          "sequelizemeta",
          "_prisma_migrations",
          "__efmigrationshistory",
          "goose_db_version",
          "gorp_migrations",
          "schema_info",
          "typeorm_metadata");

  @Override
  public CheckCode code() {
    return CheckCode.MIGRATION_TABLE;
  }

  @Override
  public CheckOutcome look(Situation situation) {
    return CheckOutcome.of(
        situation.schema().tables().stream()
            .filter(t -> NAMES.contains(t.name().name().toLowerCase(Locale.ROOT)))
            .map(this::finding)
            .toList());
  }

  private Finding finding(Table table) {
    return Finding.of(
        code(),
        Severity.INFO,
        table.name(),
        table.name()
            + " holds the notes of a migration tool; the shards and the neutral database each need"
            + " a copy of it with its rows.");
  }
}
