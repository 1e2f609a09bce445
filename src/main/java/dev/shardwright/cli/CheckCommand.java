package dev.shardwright.cli;

import dev.shardwright.model.Figures;
import dev.shardwright.model.Progress;
import dev.shardwright.model.UserError;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlanDiff;
import dev.shardwright.plan.PlanFile;
import dev.shardwright.report.DriftJson;
import dev.shardwright.report.DriftText;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Derives a plan file again; with a database beside it, reports what has changed since. */
@Command(
    name = "check",
    description = "Derive a plan file again; with --against, report drift.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "PLANFILE", description = "The plan file.")
  private String planFile = "";

  @Option(
      names = "--against",
      paramLabel = "SOURCE",
      description = "Database, dump or other plan file to compare with.")
  private @Nullable String against;

  @Mixin private SourceMixin how = new SourceMixin();
  @Mixin private DecisionMixin decisions = new DecisionMixin();
  @Mixin private EvidenceMixin evidence = new EvidenceMixin();
  @Mixin private JudgeMixin judge = new JudgeMixin();

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (!Opened.isPlanFile(planFile)) {
      throw new UserError(planFile + " is no plan file: its name must end in .shardplan.");
    }
    Opened file = Opened.of(PlanFile.read(Path.of(planFile)));
    Plan was = file.plan(decisions);
    Progress progress = terminal.progress(how.quiet());
    return against == null
        ? judge.report(evidence.ask(was, file, progress), terminal)
        : drift(was, against, progress);
  }

  private int drift(Plan was, String source, Progress progress) {
    try (Opened now = Opened.open(source, how, progress)) {
      PlanDiff drift = PlanDiff.of(was, evidence.again(was, now, progress));
      if (drift.probablyAnother()) {
        terminal.warn(
            "Only %s of the %s tables of the plan are there: this is probably another database."
                .formatted(Figures.exact(drift.common()), Figures.exact(drift.known())));
      }
      if (judge.format() == Format.json) {
        terminal.print(DriftJson.of(drift));
      } else {
        terminal.print(DriftText.of(drift));
      }
      boolean fails = !drift.isEmpty() && judge.failOn() != FailOn.none;
      return fails ? ExitStatus.FOUND : ExitStatus.DONE;
    }
  }
}
