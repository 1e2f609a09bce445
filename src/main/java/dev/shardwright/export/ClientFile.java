package dev.shardwright.export;

import dev.shardwright.classify.Kind;
import dev.shardwright.classify.Ownership;
import dev.shardwright.dialect.Dialect;
import dev.shardwright.graph.TableOrder;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UniqueKey;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlannedRelation;
import dev.shardwright.risk.OwnerSql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what belongs to one client: to read, to count, and what a move would meet. */
final class ClientFile {
  private final Plan plan;
  private final OwnerSql owners;
  private final Script script;
  private final Dialect dialect;
  private final boolean mysql;
  private final ClientKey client;
  private final List<Relation> relations;
  private final TableOrder order;
  private final Map<TableName, Table> tables;
  private final Set<TableName> inherited;
  private final Part part;

  ClientFile(Plan plan, OwnerSql owners, Script script) {
    this.plan = plan;
    this.owners = owners;
    this.script = script;
    dialect = Dialect.of(plan.schema().origin().product());
    mysql = dialect.product().isMySqlFamily();
    client = ClientKey.of(plan, owners);
    part = Part.of(plan, Side.SHARD);
    tables = new TreeMap<>(plan.schema().byName());
    tables.keySet().removeIf(name -> plan.kind(name) != Kind.CLIENT);
    relations =
        plan.relations().stream()
            .filter(planned -> !planned.cut())
            .map(PlannedRelation::relation)
            .filter(r -> tables.containsKey(r.child()) && tables.containsKey(r.parent()))
            .toList();
    order = TableOrder.of(tables.keySet(), relations);
    inherited =
        plan.schema().tables().stream()
            .map(Table::inherits)
            .flatMap(Collection::stream)
            .collect(Collectors.toSet());
  }

  void write() {
    script
        .gap()
        .command(
            "Name the client here and run the file on the database that holds him:",
            ClientProgram.of(part).run("", "", "client_rows.sql"));
    client.begin(script.heading("The client"), mysql);
    counts();
    rows();
    connections();
    script.blank().statement("COMMIT");
    for (boolean portions : new boolean[] {false, true}) {
      new ClientDelete(plan, order, relations, this::owned, this::table, script, portions).write();
    }
  }

  private Stream<Table> ordered() {
    return order.tables().stream().flatMap(name -> Stream.ofNullable(tables.get(name)));
  }

  private void counts() {
    script
        .heading("How many rows are his, and their checksum: after a copy equal on both servers")
        .blank();
    ordered()
        .forEach(t ->
            owned(t.name(), "t")
                .ifPresentOrElse(
                    mine ->
                        script.statement(
                            "SELECT "
                                + dialect.literal(t.name().toString())
                                + " AS table_name, COUNT(*) AS row_count,\n  "
                                + Checksums.of(DataTables.columns(t, dialect), mysql)
                                + " AS checksum\nFROM "
                                + table(t.name())
                                + " t\nWHERE "
                                + mine),
                    () -> noWay(t)));
  }

  private void rows() {
    script.heading("His rows");
    ordered()
        .forEach(t -> {
          script.blank().comment(t.name() + ": " + how(t.name()));
          owned(t.name(), "t")
              .ifPresent(mine ->
                  script.statement(
                      "SELECT t.*\nFROM " + table(t.name()) + " t\nWHERE " + mine + order(t)));
        });
  }

  private void noWay(Table table) {
    script.comment(
        table.name() + ": no key leads to the root, so nobody knows whose its rows are.");
  }

  private String order(Table table) {
    List<String> key = table.rowIdentity().map(UniqueKey::columns).orElse(List.of());
    return key.isEmpty()
        ? ""
        : "\nORDER BY "
            + key.stream().map(c -> "t." + dialect.quote(c)).collect(Collectors.joining(", "));
  }

  private String how(TableName table) {
    Ownership status = plan.ownership().of(table);
    String over =
        plan.ownership().ownersOf(table).stream()
            .map(Relation::name)
            .collect(Collectors.joining(", "));
    return switch (status) {
      case ROOT -> "the client himself.";
      case TOTAL -> "every row has one client, over " + over + ".";
      case SINGLE -> "a row has one client or none, over " + over + ".";
      case MULTI -> "any of several keys makes a row his: " + over + ".";
      case RECURSIVE -> "rows lead to rows, followed to their end: " + over + ".";
      case INHERITS -> "whose the row above is, over " + over + ".";
      case NONE -> "no key leads to the root.";
    };
  }

  /** Rows that would be torn from their parents or children if this client moved. */
  private void connections() {
    script.heading("Ties between him and others: he can only move if each of these is 0").blank();
    for (Relation r : relations) {
      Optional<String> child = owned(r.child(), "t");
      Optional<String> parent = owned(r.parent(), "u");
      if (child.isPresent() && parent.isPresent()) {
        script.statement(
            "SELECT "
                + dialect.literal(r.id())
                + " AS relation,\n  ("
                + ties(r, child.get(), parent.get())
                + shared(r.parent(), "u")
                + ")\n  + ("
                + ties(r, parent.get(), child.get())
                + ") AS ties");
      }
    }
    if (relations.isEmpty()) {
      script.comment("There are no keys between client tables.");
    }
  }

  // two counts, so that each can start from his rows by an index
  private String ties(Relation r, String mine, String other) {
    return "SELECT COUNT(*) FROM "
        + table(r.child())
        + " t JOIN "
        + table(r.parent())
        + " u ON "
        + joined(r)
        + "\n    WHERE "
        + mine
        + " AND NOT COALESCE("
        + other
        + ", FALSE)";
  }

  /** Rows that all share are on every shard already. */
  private String shared(TableName table, String alias) {
    return DataTables.mixed(plan).containsKey(table)
        ? " AND NOT (" + part.here(owners.unowned(table, alias)) + ")"
        : "";
  }

  private String joined(Relation r) {
    List<String> terms = new ArrayList<>();
    for (int i = 0; i < r.childColumns().size(); i++) {
      terms.add(
          "u."
              + dialect.quote(r.parentColumns().get(i))
              + " = t."
              + dialect.quote(r.childColumns().get(i)));
    }
    r.discriminator()
        .ifPresent(
            d -> terms.add("t." + dialect.quote(d.column()) + " = " + dialect.literal(d.value())));
    return String.join(" AND ", terms);
  }

  private Optional<String> owned(TableName table, String alias) {
    return owners.owned(table, alias, client.values()).map(part::here);
  }

  private String table(TableName name) {
    return (inherited.contains(name) ? "ONLY " : "") + part.name(name);
  }
}
