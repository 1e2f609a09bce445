package dev.shardwright.introspect;

import static schemacrawler.schemacrawler.MetadataRetrievalStrategy.data_dictionary_all;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import schemacrawler.crawl.SchemaCrawler;
import schemacrawler.inclusionrule.IncludeAll;
import schemacrawler.schema.Catalog;
import schemacrawler.schemacrawler.InfoLevel;
import schemacrawler.schemacrawler.InformationSchemaViewsBuilder;
import schemacrawler.schemacrawler.LimitOptionsBuilder;
import schemacrawler.schemacrawler.LoadOptionsBuilder;
import schemacrawler.schemacrawler.SchemaCrawlerOptions;
import schemacrawler.schemacrawler.SchemaCrawlerOptionsBuilder;
import schemacrawler.schemacrawler.SchemaInfoLevel;
import schemacrawler.schemacrawler.SchemaInfoLevelBuilder;
import schemacrawler.schemacrawler.SchemaInfoMetadataRetrievalStrategy;
import schemacrawler.schemacrawler.SchemaRetrievalOptions;
import schemacrawler.schemacrawler.SchemaRetrievalOptionsBuilder;
import us.fatehi.utility.datasource.DatabaseConnectionSource;

/** Runs SchemaCrawler over a session, fed by our whole-schema dictionary queries. */
final class Crawl {
  private Crawl() {}

  static Catalog run(Session session, Dictionary dictionary) {
    int before = session.count();
    try {
      Catalog catalog =
          new SchemaCrawler(new Lent(session), retrieval(dictionary), options(dictionary)).crawl();
      // It logs most failures and goes on with less; a schema that misses something is no schema.
      Optional<SQLException> failure = session.failureSince(before);
      if (failure.isPresent()) {
        throw session.refused(failure.get());
      }
      return catalog;
    } catch (RuntimeException e) {
      throw session.failureSince(before).map(session::refused).orElse(e);
    }
  }

  private static SchemaRetrievalOptions retrieval(Dictionary dictionary) {
    InformationSchemaViewsBuilder views = InformationSchemaViewsBuilder.builder();
    dictionary.queries().forEach(views::withSql);
    SchemaRetrievalOptionsBuilder builder =
        SchemaRetrievalOptionsBuilder.builder()
            .withInformationSchemaViews(views.toOptions())
            .withDoesNotSupportCatalogs()
            .withSupportsSchemas();
    for (SchemaInfoMetadataRetrievalStrategy what : SchemaInfoMetadataRetrievalStrategy.values()) {
      builder.with(what, data_dictionary_all);
    }
    return builder.toOptions();
  }

  private static SchemaCrawlerOptions options(Dictionary dictionary) {
    LimitOptionsBuilder limit =
        LimitOptionsBuilder.builder()
            .includeSchemas(new IncludeAll())
            .includeTables(new IncludeAll())
            .includeColumns(new IncludeAll())
            .includeRoutines(new IncludeAll())
            .includeSequences(new IncludeAll())
            .tableTypes(dictionary.tableTypes());
    return SchemaCrawlerOptionsBuilder.newSchemaCrawlerOptions()
        .withLimitOptions(limit.toOptions())
        .withLoadOptions(
            LoadOptionsBuilder.builder()
                .withSchemaInfoLevel(level())
                .withMaxThreads(1)
                .toOptions());
  }

  /**
   * No foreign keys: its sort of the tables is quadratic in them, and its model lacks what a plan
   * needs of a key. No data types: it asks for each by itself. Primary keys come with the indexes
   * they rest on.
   */
  private static SchemaInfoLevel level() {
    return SchemaInfoLevelBuilder.builder()
        .withInfoLevel(InfoLevel.minimum)
        .setRetrieveTables(true)
        .setRetrieveTableColumns(true)
        .setRetrieveIndexes(true)
        .setRetrieveViewInformation(true)
        .setRetrieveRoutines(true)
        .setRetrieveRoutineInformation(true)
        .setRetrieveSequenceInformation(true)
        .setRetrievePrimaryKeys(false)
        .setRetrieveForeignKeys(false)
        .setRetrieveColumnDataTypes(false)
        .setRetrieveRoutineParameters(false)
        .toOptions();
  }

  /** The session's one connection, lent again and again. */
  private record Lent(Session session) implements DatabaseConnectionSource {
    @Override
    public Connection get() {
      return session.connection();
    }

    @Override
    public boolean releaseConnection(Connection connection) {
      return true;
    }

    @Override
    public void setFirstConnectionInitializer(Consumer<Connection> initializer) {
      // The session is set up already.
    }

    @Override
    public void close() {
      // The session closes itself.
    }
  }
}
