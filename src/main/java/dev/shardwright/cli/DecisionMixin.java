package dev.shardwright.cli;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.model.Schema;
import dev.shardwright.model.UserError;
import dev.shardwright.plan.BulkAcceptance;
import dev.shardwright.plan.DecisionJson;
import dev.shardwright.plan.DecisionParser;
import dev.shardwright.plan.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that say what the DBA decided. */
final class DecisionMixin {
  @Option(
      names = "--root",
      paramLabel = "TABLE",
      description =
          "Table that holds one row per client: table, schema.table, or quoted as in SQL.")
  private @Nullable String root;

  @Option(
      names = "--relation",
      paramLabel = "'CHILD(COL,…)->PARENT(COL,…)'",
      description =
          "Virtual relation; [column=value] after it gives a type/id pair's discriminator.")
  private List<String> relations = List.of();

  @Option(
      names = "--cut",
      paramLabel = "'CHILD.CONSTRAINT'",
      description = "Relation that will be removed; also 'child(col,…)->parent'.")
  private List<String> cuts = List.of();

  @ArgGroup(exclusive = false, multiplicity = "0..*")
  private List<KindOption> kinds = new ArrayList<>();

  @Option(
      names = "--plain",
      paramLabel = "'TABLE(COL,…)'",
      description = "Plain id matched in software: never suggested as a key.")
  private List<String> plains = List.of();

  @Option(
      names = "--owner",
      paramLabel = "'TABLE=CONSTRAINT'",
      description = "Which of several keys owns a contested table.")
  private List<String> owners = List.of();

  @Option(
      names = "--dispatch-key",
      paramLabel = "'TABLE.COLUMN'",
      description = "Look-up that dispatch must answer and keep unique.")
  private List<String> dispatchKeys = List.of();

  @Option(
      names = "--decisions",
      paramLabel = "FILE",
      description = "Decisions from a JSON file; the other options come on top.")
  private @Nullable Path decisionsFile;

  @Option(
      names = "--infer-relations",
      paramLabel = "MIN",
      description = "Accept suggested keys of at least this confidence, 0 to 1.")
  private @Nullable Double inferRelations;

  /** An override and its reason. */
  static final class KindOption {
    @Option(
        names = "--kind",
        required = true,
        paramLabel = "'TABLE=KIND'",
        description = "Override: client, context, neutral or undecided.")
    private String kind = "";

    @Option(names = "--why", paramLabel = "TEXT", description = "Reason of the last --kind.")
    private @Nullable String why;
  }

  Optional<String> root() {
    return Optional.ofNullable(root);
  }

  /** The plan with the suggested keys that the user accepts in bulk. */
  Plan inferred(Plan plan) {
    if (inferRelations == null) {
      return plan;
    }
    if (inferRelations < 0 || inferRelations > 1) {
      throw new UserError(
          "--infer-relations " + inferRelations + ": a confidence lies between 0 and 1.");
    }
    Decisions more = BulkAcceptance.accept(plan, inferRelations);
    return Opened.today(plan.schema(), more, plan.evidence());
  }

  /** The decisions so far and those of the options on top. */
  Decisions on(Decisions before, Schema schema) {
    DecisionParser parser = new DecisionParser(schema);
    Decisions decisions = before;
    if (decisionsFile != null) {
      for (Decision decision : DecisionJson.read(decisionsFile, schema).all()) {
        decisions = decisions.with(decision);
      }
    }
    for (Decision decision : given(parser)) {
      decisions = decisions.with(decision);
    }
    return decisions;
  }

  private List<Decision> given(DecisionParser parser) {
    List<Decision> given = new ArrayList<>();
    root().map(parser::root).ifPresent(given::add);
    relations.forEach(text -> given.add(parser.relation(text, Optional.empty())));
    cuts.forEach(text -> given.add(parser.cut(text, Optional.empty())));
    kinds.forEach(k -> given.add(parser.kind(k.kind, Optional.ofNullable(k.why))));
    plains.forEach(text -> given.add(parser.plain(text, Optional.empty())));
    owners.forEach(text -> given.add(parser.owner(text, Optional.empty())));
    dispatchKeys.forEach(text -> given.add(parser.dispatchKey(text)));
    return given;
  }
}
