package dev.shardwright.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.classify.Kind;
import dev.shardwright.dialect.KeyWidening;
import dev.shardwright.introspect.Introspector;
import dev.shardwright.introspect.JdbcSource;
import dev.shardwright.introspect.Session;
import dev.shardwright.model.Column;
import dev.shardwright.model.ColumnRef;
import dev.shardwright.model.ColumnType;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Sequence;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import java.io.IOException;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Database → plan → files → empty databases → read again: what comes back is what was planned. */
final class RoundTrip {
  private final TestServer server;
  private final Schema source;
  private final String sourceName;
  private final List<String> schemas;
  private Plan plan;
  private final Exactness.Texts sourceTexts;
  private @Nullable TestDatabase shardDatabase;
  private @Nullable TestDatabase neutralDatabase;

  private RoundTrip(
      TestServer server,
      Schema source,
      String sourceName,
      Exactness.Texts sourceTexts,
      Plan plan,
      List<String> schemas) {
    this.schemas = schemas;
    this.sourceTexts = sourceTexts;
    this.server = server;
    this.source = source;
    this.sourceName = sourceName;
    this.plan = plan;
  }

  /** Loads a text into an empty database and plans it from a root named without its schema. */
  static RoundTrip of(TestServer server, String sql, String root) throws SQLException {
    return of(server, sql, root, List.of());
  }

  /** The same with tables in several schemas. */
  static RoundTrip of(TestServer server, String sql, String root, List<String> schemas)
      throws SQLException {
    TestDatabase database = server.newDatabase();
    try (Connection connection = database.admin()) {
      SqlFile.run(connection, sql);
    }
    return of(
        server,
        read(database.source(), schemas),
        database.name(),
        () -> Exactness.texts(server, database),
        root,
        schemas);
  }

  /** A loaded database of one schema, whose texts nobody will ask for. */
  static RoundTrip of(TestServer server, TestDatabase database, String root) {
    return of(server, read(database.source(), List.of()), database.name(), root, List.of());
  }

  /** A schema that was read already, whose texts nobody will ask for. */
  static RoundTrip of(
      TestServer server, Schema schema, String database, String root, List<String> schemas) {
    return of(server, schema, database, Map::of, root, schemas);
  }

  /** A schema that was read already. */
  static RoundTrip of(
      TestServer server,
      Schema schema,
      String database,
      Exactness.Texts texts,
      String root,
      List<String> schemas) {
    TableName rootName =
        schema.tables().stream()
            .map(Table::name)
            .filter(name ->
                name.name().equalsIgnoreCase(root) || name.toString().equalsIgnoreCase(root))
            .findFirst()
            .orElseThrow();
    Plan plan = Plan.of(schema, Decisions.root(rootName), Evidence.NONE);
    return new RoundTrip(server, schema, database, texts, plan, schemas).decided();
  }

  /** The same with more decisions. */
  RoundTrip with(Decision decision) {
    plan = Plan.of(source, plan.decisions().with(decision), Evidence.NONE);
    return decided();
  }

  /** The same with the colours that a DBA gave tables of the root's schema. */
  RoundTrip deciding(Map<String, Kind> kinds) {
    String schema = plan.root().orElseThrow().schema();
    kinds.forEach((table, kind) ->
        with(new Decision.KindOverride(new TableName(schema, table), kind, Optional.of("test"))));
    return this;
  }

  Plan plan() {
    return plan;
  }

  // what hangs below context is called neutral here, which cuts its keys
  private RoundTrip decided() {
    for (Table table : source.tables()) {
      if (plan.kind(table.name()) == Kind.UNDECIDED) {
        plan =
            Plan.of(
                source,
                plan.decisions()
                    .with(
                        new Decision.KindOverride(table.name(), Kind.NEUTRAL, Optional.of("test"))),
                Evidence.NONE);
      }
    }
    return this;
  }

  /** Loads all three files and compares what is then there with the plan. */
  void proves() throws SQLException {
    assertThat(String.join("\n", differences().lines())).as("%s", server).isEmpty();
  }

  /**
   * What the files make of empty databases, read again, against the plan.
   *
   * @param facts what the plan says should be there
   * @param lines what differs, a line each; empty if all came back, with the colours it had
   */
  record Differences(int facts, List<String> lines) {
    Differences {
      lines = List.copyOf(lines);
    }
  }

  Differences differences() throws SQLException {
    Schema shard = loaded("shard_schema.sql");
    Schema neutral = loaded("neutral_schema.sql");
    if (Consequences.of(plan).noDispatch().isEmpty()) {
      loaded("dispatch_schema.sql");
    }
    List<String> lines = new ArrayList<>();
    int facts = compare(shard, Side.SHARD, lines) + compare(neutral, Side.NEUTRAL, lines);
    sameKinds(shard, lines);
    return new Differences(facts, lines);
  }

  /** Loads the files and asks the engine's own tools what is then there. */
  Exactness exactness() throws SQLException, IOException {
    Differences model = differences();
    return Exactness.of(
        model,
        server,
        plan,
        sourceTexts,
        Objects.requireNonNull(shardDatabase),
        Objects.requireNonNull(neutralDatabase));
  }

  private Schema loaded(String file) throws SQLException {
    String text = Exports.preview(plan, ExportOptions.DEFAULT, file);
    TestDatabase database = server.newDatabase();
    try (Connection connection = database.admin()) {
      SqlFile.load(connection, text);
    } catch (SQLException e) {
      throw new SQLException(file + " does not load: " + e.getMessage(), e);
    }
    if (file.startsWith("shard")) {
      shardDatabase = database;
    } else if (file.startsWith("neutral")) {
      neutralDatabase = database;
    }
    return read(database.source(), present(database));
  }

  private int compare(Schema loaded, Side side, List<String> lines) {
    String database =
        Objects.requireNonNull(side == Side.SHARD ? shardDatabase : neutralDatabase).name();
    Set<String> is = new TreeSet<>(Facts.of(loaded, database));
    Set<String> planned = new TreeSet<>(Facts.of(planned(side), sourceName));
    planned.stream().filter(f -> !is.contains(f)).forEach(f -> lines.add(side + " lacks " + f));
    is.stream().filter(f -> !planned.contains(f)).forEach(f -> lines.add(side + " has " + f));
    return planned.size();
  }

  /** The source with nothing but the changes that the plan decided. */
  private Schema planned(Side side) {
    Part part = Part.of(plan, side);
    SideObjects objects = SideObjects.of(part);
    List<Object> made = Stream.concat(objects.early().stream(), objects.late().stream()).toList();
    List<Relation> keys =
        source.relations().stream()
            .filter(r -> part.holds(r.child()) && part.holds(r.parent()))
            .filter(
                r -> plan.relations().stream().noneMatch(p -> p.relation().equals(r) && p.cut()))
            .toList();
    return new Schema(
        source.origin(),
        part.tables().stream().map(t -> planned(t, part, objects)).toList(),
        keys,
        source.views().stream().filter(made::contains).toList(),
        source.routines().stream().filter(made::contains).toList(),
        source.sequences().stream().flatMap(q -> planned(q, part).stream()).toList(),
        source.events(),
        PostgresTypes.needed(part),
        source.extensions(),
        List.of());
  }

  private Optional<Sequence> planned(Sequence s, Part part) {
    boolean owned = s.owner().map(column -> part.holds(column.table())).orElse(true);
    Set<TableName> users = SequenceUse.tables(source).getOrDefault(s.name(), new TreeSet<>());
    boolean used = users.stream().anyMatch(part::holds);
    if (!used && (!owned || !users.isEmpty())) {
      return Optional.empty();
    }
    boolean wide = s.owner().filter(c -> part.widening().changes().containsKey(c)).isPresent();
    boolean full = s.max().equals(part.dialect().integerType(s.type()).orElseThrow().max());
    return Optional.of(
        new Sequence(
            s.name(),
            wide ? "bigint" : s.type(),
            s.start(),
            s.increment(),
            s.min(),
            wide && full ? BigInteger.valueOf(Long.MAX_VALUE) : s.max(),
            s.cache(),
            s.cycle(),
            owned ? s.owner() : Optional.empty(),
            s.identity(),
            s.comment()));
  }

  private static Table planned(Table t, Part part, SideObjects objects) {
    return t.withColumns(
            t.columns().stream().map(c -> widened(t.name(), c, part.widening())).toList())
        .withTriggers(t.triggers().stream().filter(objects.triggers()::contains).toList())
        .withInherits(t.inherits().stream().filter(part::holds).toList());
  }

  private static Column widened(TableName table, Column c, KeyWidening widening) {
    String type = widening.typeOf(new ColumnRef(table, c.name()), c.type().sql());
    return new Column(
        c.name(),
        new ColumnType(type, c.type().family()),
        c.nullable(),
        c.defaultSql(),
        c.generated(),
        c.identity(),
        c.onUpdateSql(),
        c.collation(),
        c.comment());
  }

  /** The property of planner.md 13: the shard's own schema has the colours that it was made of. */
  private void sameKinds(Schema shard, List<String> lines) {
    Plan again = Plan.of(shard, decisionsAbout(shard), Evidence.NONE);
    for (Kind kind : List.of(Kind.CLIENT, Kind.CONTEXT)) {
      Set<String> was = names(plan, kind);
      Set<String> is = names(again, kind);
      if (!was.equals(is)) {
        lines.add(kind + " tables were " + was + " and of the shard's own schema are " + is);
      }
    }
  }

  /** The same root, and what the DBA said of tables that are there. */
  private Decisions decisionsAbout(Schema shard) {
    Decisions same = Decisions.root(there(shard, plan.root().orElseThrow()));
    for (Decision.KindOverride said : plan.decisions().of(Decision.KindOverride.class).toList()) {
      if (said.kind() == Kind.CLIENT || said.kind() == Kind.CONTEXT) {
        same =
            same.with(
                new Decision.KindOverride(there(shard, said.table()), said.kind(), said.why()));
      }
    }
    for (Decision.Virtual drawn : plan.decisions().of(Decision.Virtual.class).toList()) {
      same =
          same.with(
              new Decision.Virtual(
                  there(shard, drawn.child()),
                  drawn.childColumns(),
                  there(shard, drawn.parent()),
                  drawn.parentColumns(),
                  drawn.discriminator(),
                  drawn.inferred(),
                  drawn.note()));
    }
    return same;
  }

  private TableName there(Schema shard, TableName table) {
    return shard.tables().stream()
        .map(Table::name)
        .filter(name -> known(name).equals(known(table)))
        .findFirst()
        .orElseThrow();
  }

  private Set<String> names(Plan any, Kind kind) {
    return any.classification().tables(kind).stream()
        .map(this::known)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  // of MySQL and MariaDB, each test database has another name
  private String known(TableName name) {
    return server.product().isMySqlFamily() ? name.name() : name.toString();
  }

  // a side need not have tables in every schema
  private List<String> present(TestDatabase database) throws SQLException {
    List<String> there = new ArrayList<>();
    try (Connection connection = database.admin();
        ResultSet names = connection.getMetaData().getSchemas()) {
      while (names.next()) {
        there.add(names.getString(1));
      }
    }
    return schemas.stream().filter(there::contains).toList();
  }

  static Schema read(JdbcSource source, List<String> schemas) {
    try (Session session = Session.open(source, Progress.SILENT)) {
      return Introspector.read(session, schemas, "test", Progress.SILENT);
    }
  }
}
