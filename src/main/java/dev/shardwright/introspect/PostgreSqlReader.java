package dev.shardwright.introspect;

import static dev.shardwright.introspect.Dictionary.bare;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.Column;
import dev.shardwright.model.ColumnRef;
import dev.shardwright.model.ColumnType;
import dev.shardwright.model.Names;
import dev.shardwright.model.Product;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Routine;
import dev.shardwright.model.RowCount;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Sequence;
import dev.shardwright.model.Skipped;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.View;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import schemacrawler.schema.Catalog;

/** Reads PostgreSQL. */
final class PostgreSqlReader implements SchemaReader {
  private static final String SCHEMAS =
      """
      SELECT nspname FROM pg_catalog.pg_namespace
      WHERE nspname <> 'information_schema' AND nspname NOT LIKE 'pg\\_%' ORDER BY nspname\
      """;
  private static final PostgreSqlTables.Size UNKNOWN =
      new PostgreSqlTables.Size(RowCount.UNKNOWN, OptionalLong.empty());

  private final Answers answers;

  PostgreSqlReader(Answers answers) {
    this.answers = answers;
  }

  @Override
  public List<String> available() {
    return answers.query(SCHEMAS, row -> row.text("nspname"));
  }

  @Override
  public List<String> defaults() {
    return List.of("public");
  }

  @Override
  public List<String> onlyIfNeeded() {
    return List.of(PostgreSqlTables.PARTITIONS);
  }

  @Override
  public Schema read(Asking asking, String described) {
    Catalog catalog =
        Crawl.run(asking, PostgreSqlDictionary.of(asking.schemas(), asking.version()), 0.6);
    asking.step("reading foreign keys", 0.6);
    List<Relation> relations = PostgreSqlRelations.read(asking);
    asking.step("reading checks, partitions and sizes", 0.7);
    Map<TableName, List<String>> statements = PostgreSqlExtras.read(asking);
    PostgreSqlTables extras = PostgreSqlTables.read(asking, statements);
    asking.step("reading triggers and rules", 0.8);
    PostgreSqlTriggers triggers = PostgreSqlTriggers.read(asking);
    asking.step("reading types and views", 0.9);
    PostgreSqlObjects objects = PostgreSqlObjects.read(asking);

    List<schemacrawler.schema.Table> found = List.copyOf(catalog.getTables());
    List<Table> tables =
        found.stream()
            .filter(t -> ofType(t, PostgreSqlDictionary.TABLE, PostgreSqlDictionary.PARTITIONED))
            .filter(t -> extension(t).isEmpty())
            .map(t -> table(t, extras, triggers, statements))
            .toList();
    List<View> views =
        found.stream()
            .filter(t -> ofType(t, PostgreSqlDictionary.VIEW, PostgreSqlDictionary.MATERIALIZED))
            .filter(t -> extension(t).isEmpty())
            .map(t -> view(t, objects, statements))
            .toList();
    List<Skipped> skipped = new ArrayList<>(leftOut(found));
    skipped.addAll(objects.skipped());
    asking.step("schema read", 1);
    return new Schema(
        Introspector.origin(asking, described, List.of()),
        tables,
        relations,
        views,
        catalog.getRoutines().stream().map(r -> routine(r, objects)).toList(),
        catalog.getSequences().stream().map(PostgreSqlReader::sequence).toList(),
        List.of(),
        objects.types(),
        objects.extensions(),
        skipped,
        objects.preamble(),
        objects.minors());
  }

  private static boolean ofType(schemacrawler.schema.Table table, String... types) {
    return Stream.of(types).anyMatch(table.getTableType().getTableType()::equalsIgnoreCase);
  }

  private static Optional<String> extension(schemacrawler.schema.Table table) {
    return Facts.of(table).text("EXTENSION");
  }

  private static List<Skipped> leftOut(List<schemacrawler.schema.Table> found) {
    return found.stream()
        .flatMap(t ->
            extension(t).stream()
                .map(x ->
                    new Skipped(
                        "TABLE " + name(t),
                        "It belongs to the extension " + x + " and comes with it.")))
        .toList();
  }

  static TableName name(schemacrawler.schema.DatabaseObject object) {
    return new TableName(bare(object.getSchema().getName()), bare(object.getName()));
  }

  private static Table table(
      schemacrawler.schema.Table found,
      PostgreSqlTables extras,
      PostgreSqlTriggers triggers,
      Map<TableName, List<String>> statements) {
    TableName name = name(found);
    PostgreSqlTables.Size size = extras.sizes().getOrDefault(name, UNKNOWN);
    PostgreSqlKeys keys = PostgreSqlKeys.of(found);
    return new Table(
        name,
        found.getColumns().stream().map(c -> column(name, c, extras)).toList(),
        keys.unique(),
        keys.indexes(),
        extras.checks().getOrDefault(name, List.of()),
        triggers.of(name),
        extras.partitioning(name),
        extras.inherits().getOrDefault(name, List.of()),
        Optional.empty(),
        options(
            Facts.of(found),
            extras.policies().getOrDefault(name, List.of()),
            statements.getOrDefault(name, List.of())),
        Facts.of(found).filled("REMARKS"),
        size.rows(),
        size.bytes(),
        Optional.empty());
  }

  private static List<String> options(Facts facts, List<String> policies, List<String> statements) {
    List<String> options = new ArrayList<>();
    if (facts.flag("ROW_SECURITY")) {
      options.add("ENABLE ROW LEVEL SECURITY");
    }
    if (facts.flag("FORCE_ROW_SECURITY")) {
      options.add("FORCE ROW LEVEL SECURITY");
    }
    if (facts.flag("UNLOGGED")) {
      options.add("UNLOGGED");
    }
    facts.filled("RELOPTIONS").ifPresent(text -> text.lines().forEach(options::add));
    options.addAll(policies);
    options.addAll(statements);
    return options;
  }

  private static Column column(
      TableName table, schemacrawler.schema.Column found, PostgreSqlTables extras) {
    Facts facts = Facts.of(found);
    String name = bare(found.getName());
    List<String> unproven = extras.unproven().getOrDefault(table, List.of());
    String sql = facts.text("FULL_TYPE").orElse("");
    Optional<String> expression = facts.text("EXPRESSION");
    String kind = facts.text("GENERATED").orElse("");
    boolean generated = !kind.isEmpty();
    return new Column(
        name,
        new ColumnType(
            sql,
            PostgreSqlTypes.family(
                facts.text("DOMAIN_BASE").orElse(sql), facts.text("TYPE_CATEGORY").orElse(""))),
        found.isNullable() || unproven.contains(name),
        generated ? Optional.empty() : expression,
        generated
            ? expression.map(e -> new Column.Generated(e, kind.equals("s")))
            : Optional.empty(),
        identity(facts.text("IDENTITY").orElse(""), expression.orElse("")),
        Optional.empty(),
        facts.text("COLLATION"),
        Facts.of(found).filled("REMARKS"),
        extras.inherited().getOrDefault(table, List.of()).contains(name),
        extras.notNulls().getOrDefault(table, List.of()).stream()
            .filter(each -> each.column().equals(name))
            .map(PostgreSqlTables.NotNull::text)
            .findFirst());
  }

  private static Column.Identity identity(String attidentity, String defaultSql) {
    return switch (attidentity) {
      case "a" -> Column.Identity.ALWAYS;
      case "d" -> Column.Identity.BY_DEFAULT;
      default ->
          defaultSql.startsWith("nextval(")
              ? Column.Identity.SEQUENCE_DEFAULT
              : Column.Identity.NONE;
    };
  }

  private static View view(
      schemacrawler.schema.Table found,
      PostgreSqlObjects objects,
      Map<TableName, List<String>> statements) {
    TableName name = name(found);
    boolean materialized = ofType(found, PostgreSqlDictionary.MATERIALIZED);
    Optional<String> query = Optional.of(found.getDefinition()).filter(text -> !text.isEmpty());
    Optional<String> head =
        Facts.of(found)
            .filled("RELOPTIONS")
            .map(text -> head(name, materialized, text.lines().toList()));
    return new View(
        name,
        materialized,
        objects.viewUses().getOrDefault(name, List.of()),
        head.isPresent() ? query.map(text -> head.get() + text) : query,
        Facts.of(found).filled("REMARKS"),
        statements.getOrDefault(name, List.of()),
        Set.of());
  }

  // check_option is an option too: WITH CHECK OPTION is another way to write it
  private static String head(TableName name, boolean materialized, List<String> options) {
    Dialect dialect = Dialect.of(Product.POSTGRESQL);
    return "CREATE "
        + (materialized ? "MATERIALIZED VIEW " : "VIEW ")
        + dialect.qualified(name)
        + " WITH ("
        + String.join(", ", options)
        + ") AS\n";
  }

  private static Routine routine(schemacrawler.schema.Routine found, PostgreSqlObjects objects) {
    Facts facts = Facts.of(found);
    String schema = bare(found.getSchema().getName());
    String name = bare(found.getName());
    String signature = facts.text("SIGNATURE").orElse("()");
    String id = Names.join(schema, name) + signature;
    return new Routine(
        schema,
        name,
        signature,
        switch (facts.text("ROUTINE_KIND").orElse("f")) {
          case "p" -> Routine.Kind.PROCEDURE;
          case "a" -> Routine.Kind.AGGREGATE;
          default -> Routine.Kind.FUNCTION;
        },
        facts.text("LANGUAGE").orElse(""),
        facts.text("BODY"),
        facts.text("DEFINITION").or(() -> Optional.ofNullable(objects.aggregates().get(id))),
        Facts.of(found).filled("REMARKS"));
  }

  private static Sequence sequence(schemacrawler.schema.Sequence found) {
    Facts facts = Facts.of(found);
    return new Sequence(
        name(found),
        facts.text("TYPE").orElse("bigint"),
        found.getStartValue(),
        BigInteger.valueOf(found.getIncrement()),
        found.getMinimumValue(),
        found.getMaximumValue(),
        facts.text("CACHE").map(Long::valueOf).orElse(1L),
        found.isCycle(),
        owner(facts),
        facts.flag("IDENTITY"),
        facts.text("COMMENT"),
        facts.flag("UNLOGGED"),
        Optional.empty());
  }

  private static Optional<ColumnRef> owner(Facts facts) {
    return facts
        .text("OWNER_COLUMN")
        .map(column ->
            new ColumnRef(
                new TableName(
                    facts.text("OWNER_SCHEMA").orElse(""), facts.text("OWNER_TABLE").orElse("")),
                column));
  }
}
