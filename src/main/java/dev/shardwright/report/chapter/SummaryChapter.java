package dev.shardwright.report.chapter;

import dev.shardwright.classify.Kind;
import dev.shardwright.model.Figures;
import dev.shardwright.model.Provenance;
import dev.shardwright.plan.CheckResult;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.Readiness;
import dev.shardwright.report.content.Block;
import dev.shardwright.report.content.Line;
import dev.shardwright.report.content.Section;
import dev.shardwright.report.content.Span;
import dev.shardwright.report.content.Tone;
import dev.shardwright.risk.Severity;
import java.util.ArrayList;
import java.util.List;

/** The plan on half a page: what was read, how it splits, what still stands in the way. */
final class SummaryChapter implements Chapter {

  @Override
  public Section write(Subject subject) {
    Plan plan = subject.plan();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Prose(verdict(subject)));
    blocks.add(new Block.Facts(tables(plan)));
    blocks.add(new Block.Facts(findings(plan)));
    blocks.add(new Block.Details(source(subject)));
    List<Line> notes = notes(plan);
    if (!notes.isEmpty()) {
      blocks.add(new Block.Bullets(notes));
    }
    return new Section("summary", "Summary", blocks);
  }

  private static Line verdict(Subject subject) {
    Readiness readiness = Readiness.of(subject.plan());
    Tone tone = readiness.ready() ? Tone.DONE : Tone.BLOCKER;
    String word = readiness.ready() ? "ready to export" : "not ready to export";
    return Line.badge(tone, word).and(" " + Obstacles.sentence(readiness));
  }

  private static List<Block.Fact> tables(Plan plan) {
    List<Block.Fact> facts = new ArrayList<>();
    facts.add(new Block.Fact("tables", Line.number(plan.schema().tables().size())));
    for (Kind kind : Kind.values()) {
      facts.add(
          new Block.Fact(
              "",
              Line.number(plan.count(kind)).and(" ").and(new Line(List.of(new Span.Mark(kind))))));
    }
    return facts;
  }

  private static List<Block.Fact> findings(Plan plan) {
    List<Block.Fact> facts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      facts.add(
          new Block.Fact(
              "", Line.number(plan.count(severity)).and(" ").and(Line.severity(severity))));
    }
    return facts;
  }

  private static List<Block.Fact> source(Subject subject) {
    Plan plan = subject.plan();
    Provenance origin = plan.schema().origin();
    List<Block.Fact> facts = new ArrayList<>();
    facts.add(new Block.Fact("Source", Line.name(origin.described())));
    facts.add(new Block.Fact("Server", Line.of(origin.product().title() + " " + origin.version())));
    facts.add(
        new Block.Fact(
            "Root", plan.root().map(r -> Line.name(r.toString())).orElse(Line.of("none chosen"))));
    facts.add(new Block.Fact("Schemas", Line.name(String.join(", ", origin.schemas()))));
    facts.add(
        new Block.Fact(
            "Read with",
            Line.of(
                Figures.count(origin.statementsRun(), "statement")
                    + ", "
                    + Figures.count(origin.writes(), "write"))));
    facts.add(new Block.Fact("Questions to the data", Line.of(evidence(plan))));
    return facts;
  }

  private static String evidence(Plan plan) {
    long ran = plan.evidence().answers().values().stream().filter(a -> a.ran()).count();
    long failed = plan.evidence().answers().size() - ran;
    if (ran + failed == 0) {
      return "none was asked: findings rest on the structure alone";
    }
    return Figures.exact(ran)
        + " answered"
        + (failed == 0 ? "" : ", " + Figures.exact(failed) + " not answered");
  }

  private static List<Line> notes(Plan plan) {
    List<Line> notes = new ArrayList<>();
    plan.schema().origin().notes().forEach(note -> notes.add(Line.of(note)));
    long unknown =
        plan.checks().stream().filter(c -> c.outcome() == CheckResult.Outcome.UNKNOWN).count();
    if (unknown > 0) {
      notes.add(
          Line.of(
              Figures.count(unknown, "check is", "checks are")
                  + " not settled; the last chapter says which and why."));
    }
    if (!plan.pending().isEmpty()) {
      notes.add(
          Line.of(
              Figures.count(plan.pending().size(), "decision does", "decisions do")
                  + " not fit the schema any more."));
    }
    if (!plan.schema().skipped().isEmpty()) {
      notes.add(
          Line.of(
              Figures.count(
                      plan.schema().skipped().size(),
                      "statement or object",
                      "statements or objects")
                  + " of the source could not be used."));
    }
    return notes;
  }
}
