package dev.shardwright.introspect;

import static dev.shardwright.introspect.Dictionary.bare;

import dev.shardwright.model.Column;
import dev.shardwright.model.Product;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Routine;
import dev.shardwright.model.RowCount;
import dev.shardwright.model.ScheduledEvent;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Sequence;
import dev.shardwright.model.Skipped;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.Trigger;
import dev.shardwright.model.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import schemacrawler.schema.Catalog;

/** Reads MySQL and MariaDB. */
final class MySqlReader implements SchemaReader {
  private static final String DATABASES =
      """
      SELECT SCHEMA_NAME FROM information_schema.SCHEMATA
      WHERE SCHEMA_NAME NOT IN ('information_schema', 'performance_schema', 'mysql', 'sys')
      ORDER BY SCHEMA_NAME\
      """;

  private final Answers answers;

  MySqlReader(Answers answers) {
    this.answers = answers;
  }

  @Override
  public List<String> available() {
    return answers.query(DATABASES, row -> row.text("SCHEMA_NAME"));
  }

  @Override
  public List<String> defaults() {
    String database = answers.server().database();
    return database.isEmpty() ? List.of() : List.of(database);
  }

  @Override
  public List<String> onlyIfNeeded() {
    List<String> all = new ArrayList<>(List.of(MySqlTables.PARTITIONS, MySqlRelations.OUTSIDE));
    if (answers.product() == Product.MARIADB) {
      all.add(MySqlSpatial.SYSTEMS);
    }
    return all;
  }

  @Override
  public Schema read(Asking asking, String described) {
    Catalog catalog =
        Crawl.run(asking, MySqlDictionary.of(asking, MySqlObjects.sequences(asking)), 0.4);
    List<schemacrawler.schema.Table> found = List.copyOf(catalog.getTables());
    MySqlDefinitions definitions = new MySqlDefinitions(asking);

    Map<TableName, String> texts =
        MySqlSpatial.told(
            asking, definitions.tables(tables(found).map(MySqlReader::name).toList(), 0.4, 0.7));
    asking.step("reading foreign keys", 0.7);
    boolean others = !asking.schemas().containsAll(available());
    List<Relation> relations = MySqlRelations.read(asking, texts, others);
    asking.step("reading checks, partitions and triggers", 0.8);
    MySqlTables extras = MySqlTables.read(asking, partitioned(found));
    Map<TableName, List<Trigger>> triggers = MySqlTriggers.read(asking, definitions);
    asking.step("reading views, routines and events", 0.9);
    List<View> views = views(asking, found, definitions);
    List<Routine> routines =
        new ArrayList<>(
            MySqlObjects.routines(asking, List.copyOf(catalog.getRoutines()), definitions));
    routines.addAll(MySqlObjects.containers(asking, definitions));
    List<ScheduledEvent> events = MySqlObjects.events(asking, definitions);
    List<Sequence> sequences =
        catalog.getSequences().stream().map(s -> MySqlObjects.sequence(s, definitions)).toList();

    List<Table> tables = tables(found).map(t -> table(t, texts, extras, triggers)).toList();
    List<Skipped> skipped = new ArrayList<>(definitions.skipped());
    skipped.addAll(MySqlHistograms.read(asking));
    skipped.addAll(MySqlRights.hidden(asking));
    asking.step("schema read", 1);
    return new Schema(
        Introspector.origin(asking, described, List.of()),
        tables,
        MySqlSpelling.of(tables, answers).relations(relations),
        views,
        routines,
        sequences,
        events,
        List.of(),
        List.of(),
        skipped,
        MySqlDatabases.read(asking),
        List.of());
  }

  private static TableName name(schemacrawler.schema.Table table) {
    return new TableName(bare(table.getSchema().getName()), bare(table.getName()));
  }

  private static boolean isView(schemacrawler.schema.Table table) {
    return table.getTableType().isView();
  }

  private static Stream<schemacrawler.schema.Table> tables(List<schemacrawler.schema.Table> found) {
    return found.stream().filter(t -> !isView(t));
  }

  private static List<TableName> partitioned(List<schemacrawler.schema.Table> found) {
    return tables(found)
        .filter(t -> Facts.of(t).text("CREATE_OPTIONS").orElse("").contains("partitioned"))
        .map(MySqlReader::name)
        .toList();
  }

  private Table table(
      schemacrawler.schema.Table found,
      Map<TableName, String> texts,
      MySqlTables extras,
      Map<TableName, List<Trigger>> triggers) {
    TableName name = name(found);
    Facts facts = Facts.of(found);
    Optional<String> collation = facts.text("TABLE_COLLATION");
    MySqlColumns columns = new MySqlColumns(answers.product());
    List<Column> all = found.getColumns().stream().map(c -> columns.column(c, collation)).toList();
    MySqlKeys keys = MySqlKeys.of(found);
    return new Table(
        name,
        all,
        keys.unique(),
        keys.indexes(),
        extras.checks().getOrDefault(name, List.of()),
        triggers.getOrDefault(name, List.of()),
        Optional.ofNullable(extras.partitionings().get(name)),
        List.of(),
        facts.text("ENGINE"),
        options(facts, collation),
        facts.filled("REMARKS"),
        facts
            .text("TABLE_ROWS")
            .map(n -> RowCount.estimate(Long.parseLong(n)))
            .orElse(RowCount.UNKNOWN),
        facts
            .text("BYTES")
            .map(n -> OptionalLong.of(Long.parseLong(n)))
            .orElse(OptionalLong.empty()),
        Optional.ofNullable(texts.get(name)));
  }

  /** The charset is the collation's first word; partitioning is told apart. */
  private static List<String> options(Facts facts, Optional<String> collation) {
    List<String> options = new ArrayList<>();
    collation.ifPresent(c -> {
      options.add("CHARSET=" + c.split("_", 2)[0]);
      options.add("COLLATE=" + c);
    });
    Stream.of(facts.text("CREATE_OPTIONS").orElse("").split(" "))
        .filter(option -> !option.isEmpty() && !option.equals("partitioned"))
        .forEach(options::add);
    return options.stream().sorted().toList();
  }

  // MySQL 8.4 manual, "TABLES": the comment of a view that cannot be read is the server's complaint
  private static boolean whole(schemacrawler.schema.Table view, MySqlDefinitions definitions) {
    Optional<String> complaint =
        Facts.of(view).filled("REMARKS").filter(text -> text.contains("references invalid"));
    complaint.ifPresent(why -> definitions.broken(MySqlNames.quoted(name(view)), why));
    return complaint.isEmpty();
  }

  private static List<View> views(
      Asking asking, List<schemacrawler.schema.Table> found, MySqlDefinitions definitions) {
    List<schemacrawler.schema.Table> views = found.stream().filter(MySqlReader::isView).toList();
    Map<TableName, List<TableName>> uses = MySqlObjects.viewUses(asking);
    ViewUses scanned = new ViewUses(found.stream().map(MySqlReader::name).toList());
    return views.stream()
        .filter(view -> whole(view, definitions))
        .map(view -> {
          TableName name = name(view);
          Optional<MySqlDefinitions.Shown> shown =
              definitions.show("VIEW", MySqlNames.quoted(name), 2, "SHOW VIEW");
          return new View(
              name,
              false,
              uses.getOrDefault(name, scanned.in(view.getDefinition())),
              shown.map(MySqlDefinitions.Shown::text),
              Optional.empty(),
              List.of(),
              MySqlObjects.settings(shown));
        })
        .toList();
  }
}
