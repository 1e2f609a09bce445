package dev.shardwright.risk;

import dev.shardwright.classify.Anchors;
import dev.shardwright.classify.Classification;
import dev.shardwright.classify.Decisions;
import dev.shardwright.classify.Kind;
import dev.shardwright.classify.OwnershipAnalysis;
import dev.shardwright.dialect.Dialect;
import dev.shardwright.graph.SchemaGraph;
import dev.shardwright.model.Product;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that a check may look at.
 *
 * @param decisions those that fit the schema
 * @param graph the relations that hold after the decisions: cuts left out, virtual ones added
 * @param tables the tables of the selection by name
 * @param relations all relations by id, those that were cut included
 * @param loose relations that point at rows no key makes unique
 * @param candidates keys that are probably missing
 * @param inherited PostgreSQL: tables from which others inherit
 * @param anchors what columns prove of the rows above, by keys that guard every row
 */
public record Situation(
    Schema schema,
    Decisions decisions,
    SchemaGraph graph,
    Classification classification,
    OwnershipAnalysis ownership,
    Map<TableName, Table> tables,
    Map<String, Relation> relations,
    Set<TableName> inherited,
    Anchors anchors,
    Set<Relation> loose,
    KeyCandidates candidates,
    Evidence evidence) {

  public Situation {
    tables = Collections.unmodifiableMap(tables);
    relations = Collections.unmodifiableMap(relations);
    inherited = Collections.unmodifiableSet(inherited);
    loose = Collections.unmodifiableSet(loose);
  }

  /** The root; a situation without one is not looked at. */
  public TableName root() {
    return decisions.root().orElseThrow();
  }

  public Kind kind(TableName table) {
    return classification.kind(table);
  }

  /** A table of the selection; empty for one outside. */
  public Optional<Table> table(TableName name) {
    return Optional.ofNullable(tables.get(name));
  }

  public Product product() {
    return schema.origin().product();
  }

  /** True if no two rows of the parent share the values the relation points at. */
  public boolean pointsAtUnique(Relation relation) {
    return !loose.contains(relation);
  }

  public Dialect dialect() {
    return Dialect.of(product());
  }

  public boolean client(TableName table) {
    return kind(table) == Kind.CLIENT;
  }

  /** The tables of one kind, sorted, those outside the selection left out. */
  public List<Table> selected(Kind kind) {
    return schema.tables().stream().filter(t -> kind(t.name()) == kind).toList();
  }

  /** The tables of one kind, then those of another. */
  Stream<Table> selected(Kind first, Kind second) {
    return Stream.concat(selected(first).stream(), selected(second).stream());
  }

  /** The relations from a table to client tables, by name. */
  public List<Relation> clientParents(TableName table) {
    return graph.toParents(table).stream().filter(r -> client(r.parent())).toList();
  }

  /** What was counted for a question: the answer's figures, or that nothing ran. */
  public Optional<Evidence.Answer> answer(Probe probe) {
    return evidence.answer(probe).filter(Evidence.Answer::ran);
  }

  /**
   * Why a question is not settled: nobody asked yet, it did not run to its end, or it looked at a
   * sample only.
   */
  public Optional<String> whyNot(Probe probe) {
    return evidence
        .answer(probe)
        .map(a -> a.whyNot().or(() -> probe.sample().map(Sample::sentence)))
        .orElseGet(() -> Optional.of("the data was not looked at"));
  }
}
