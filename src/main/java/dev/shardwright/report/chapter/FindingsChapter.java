package dev.shardwright.report.chapter;

import dev.shardwright.classify.Decision.FindingState;
import dev.shardwright.classify.Decision.FindingState.State;
import dev.shardwright.diagram.FindingList;
import dev.shardwright.model.Figures;
import dev.shardwright.report.CheckWords;
import dev.shardwright.report.content.Block;
import dev.shardwright.report.content.Line;
import dev.shardwright.report.content.Section;
import dev.shardwright.report.content.Tone;
import dev.shardwright.risk.CheckCode;
import dev.shardwright.risk.Finding;
import dev.shardwright.risk.Remedy;
import dev.shardwright.risk.Verdicts;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands in the way: per check why it matters, per finding the evidence and the remedies. */
final class FindingsChapter implements Chapter {

  /** A finding and its place in the order in which a DBA should look at all of them. */
  private record Ranked(Finding finding, int rank) {}

  @Override
  public Section write(Subject subject) {
    List<Block> blocks = new ArrayList<>();
    Map<CheckCode, List<Ranked>> byCheck = byCheck(subject);
    if (byCheck.isEmpty()) {
      blocks.add(Block.Prose.of("No check found anything."));
    }
    Verdicts verdicts = Verdicts.of(subject.plan().decisions());
    IdentityHashMap<Finding, Integer> numbers = numbers(subject);
    int note = 0;
    for (Map.Entry<CheckCode, List<Ranked>> check : byCheck.entrySet()) {
      blocks.add(new Block.Heading(heading(check.getKey(), check.getValue().size())));
      String why = CheckWords.why(check.getKey());
      if (!why.isEmpty()) {
        blocks.add(Block.Prose.of(why));
      }
      for (Ranked ranked : check.getValue()) {
        Integer number = numbers.get(ranked.finding());
        String id = number == null ? "note-" + ++note : "finding-" + number;
        blocks.add(entry(subject, ranked, verdicts, id, number == null ? "" : number + "  "));
      }
    }
    return new Section("findings", "Findings", blocks);
  }

  private static Map<CheckCode, List<Ranked>> byCheck(Subject subject) {
    Map<CheckCode, List<Ranked>> byCheck = new LinkedHashMap<>();
    int rank = 0;
    for (Finding finding : subject.plan().mostUrgentFirst()) {
      byCheck
          .computeIfAbsent(finding.check(), _ -> new ArrayList<>())
          .add(new Ranked(finding, ++rank));
    }
    return byCheck;
  }

  /** The numbers that the drawing gives to open findings. */
  private static IdentityHashMap<Finding, Integer> numbers(Subject subject) {
    IdentityHashMap<Finding, Integer> numbers = new IdentityHashMap<>();
    FindingList.of(subject.plan()).entries().forEach(e -> numbers.put(e.finding(), e.number()));
    return numbers;
  }

  private static String heading(CheckCode check, int times) {
    return check.title() + " (" + Figures.exact(times) + ")";
  }

  private static Block entry(
      Subject subject, Ranked ranked, Verdicts verdicts, String id, String number) {
    Finding finding = ranked.finding();
    Line title =
        Line.of(number)
            .and(Line.severity(finding.severity()))
            .and(" " + CheckWords.title(finding) + " · ")
            .andName(subject.title(finding.table()));
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.Prose.of(finding.message()));
    List<Block.Fact> details = new ArrayList<>();
    details.add(new Block.Fact("State", state(finding, verdicts.on(finding).orElse(null))));
    names(details, "Keys", finding.relations());
    names(details, "Columns", finding.columns());
    names(details, "Objects", finding.objects());
    if (!finding.measured().figures().isEmpty() || finding.measured().sql().isPresent()) {
      details.add(new Block.Fact("Evidence", Line.of(EvidenceWords.of(subject.plan(), finding))));
    }
    blocks.add(new Block.Details(details));
    finding
        .measured()
        .sql()
        .ifPresent(sql -> blocks.add(new Block.Sql("SQL of the evidence", sql)));
    finding.remedies().forEach(remedy -> remedy(blocks, remedy));
    return new Block.Entry(id, ranked.rank(), title, blocks);
  }

  private static void names(List<Block.Fact> details, String label, List<String> names) {
    if (!names.isEmpty()) {
      details.add(new Block.Fact(label, Line.name(String.join(", ", names))));
    }
  }

  private static Line state(Finding finding, @Nullable FindingState said) {
    Tone tone = finding.state() == State.OPEN ? Tone.OPEN : Tone.DONE;
    Line state = Line.badge(tone, finding.state().name().toLowerCase(Locale.ROOT));
    if (said == null) {
      return state;
    }
    boolean ended = finding.state() == State.OPEN && said.state() != State.OPEN;
    String until =
        said.until().map(day -> (ended ? " the waiver ended on " : " until ") + day).orElse("");
    return state.and(until).andReason(" · ", said.why());
  }

  private static void remedy(List<Block> blocks, Remedy remedy) {
    if (remedy.sql().isPresent()) {
      blocks.add(new Block.Sql("Remedy: " + remedy.title(), remedy.sql().get()));
    } else {
      blocks.add(Block.Prose.of("Remedy: " + remedy.title() + "."));
    }
  }
}
