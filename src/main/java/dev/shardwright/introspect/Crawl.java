package dev.shardwright.introspect;

import static schemacrawler.schemacrawler.MetadataRetrievalStrategy.data_dictionary_all;

import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import schemacrawler.crawl.SchemaCrawler;
import schemacrawler.inclusionrule.IncludeAll;
import schemacrawler.schema.Catalog;
import schemacrawler.schemacrawler.InfoLevel;
import schemacrawler.schemacrawler.InformationSchemaKey;
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

/**
 * Runs SchemaCrawler over the answers to our whole-schema dictionary queries. They are asked first
 * and kept in memory: its model takes names and types from them, and each of its objects keeps the
 * whole row as {@link Facts}.
 */
final class Crawl {
  private Crawl() {}

  /** Asks and crawls, telling of progress from 0 to a fraction of the whole work. */
  static Catalog run(Asking asking, Dictionary dictionary, double until) {
    Map<String, FedResults> answers = new LinkedHashMap<>();
    answers.put(InformationSchemaKey.SCHEMATA.name(), schemas(asking));
    dictionary
        .given()
        .forEach((key, rows) -> answers.put(key.name(), Dictionary.results(key, rows)));
    int asked = 0;
    for (Map.Entry<InformationSchemaKey, String> question : dictionary.queries().entrySet()) {
      InformationSchemaKey key = question.getKey();
      asking.step("reading " + Dictionary.title(key), until * asked++ / (answers.size() + 10));
      answers.put(key.name(), Dictionary.results(key, asking.rows(question.getValue(), Row::kept)));
    }
    asking.step("arranging what was read", until * 0.9);
    Fed fed = new Fed(asking.answers().server(), answers);
    Catalog catalog =
        new SchemaCrawler(new Lent(fed), retrieval(dictionary), options(dictionary)).crawl();
    // It logs most failures and goes on with less; a schema that misses something is no schema.
    fed.throwFailure();
    return catalog;
  }

  private static FedResults schemas(Asking asking) {
    KeptRow.Places places = KeptRow.Places.of(List.of("SCHEMA_NAME"));
    return Dictionary.results(
        InformationSchemaKey.SCHEMATA,
        asking.schemas().stream()
            .map(name -> new KeptRow(places, List.of('"' + name + '"')))
            .toList());
  }

  private static SchemaRetrievalOptions retrieval(Dictionary dictionary) {
    InformationSchemaViewsBuilder views =
        InformationSchemaViewsBuilder.builder()
            .withSql(InformationSchemaKey.SCHEMATA, InformationSchemaKey.SCHEMATA.name());
    Stream.concat(dictionary.queries().keySet().stream(), dictionary.given().keySet().stream())
        .forEach(key -> views.withSql(key, key.name()));
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
        .setRetrieveRoutineInformation(false)
        .setRetrieveSequenceInformation(true)
        .setRetrievePrimaryKeys(false)
        .setRetrieveForeignKeys(false)
        .setRetrieveColumnDataTypes(false)
        .setRetrieveRoutineParameters(false)
        .toOptions();
  }

  /** The answers as a connection, lent again and again. */
  private record Lent(Fed fed) implements DatabaseConnectionSource {
    @Override
    public Connection get() {
      return fed.connection();
    }

    @Override
    public boolean releaseConnection(Connection connection) {
      return true;
    }

    @Override
    public void setFirstConnectionInitializer(Consumer<Connection> initializer) {
      // There is nothing to set up.
    }

    @Override
    public void close() {
      // There is nothing to close.
    }
  }
}
