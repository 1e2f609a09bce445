package dev.shardwright.cli;

import dev.shardwright.introspect.OpenSource;
import dev.shardwright.introspect.Source;
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
      description = "Database or dump to compare with.")
  private @Nullable String against;

  @Mixin private SourceMixin how = new SourceMixin();
  @Mixin private DecisionMixin decisions = new DecisionMixin();
  @Mixin private JudgeMixin judge = new JudgeMixin();

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (!Opened.isPlanFile(planFile)) {
      throw new UserError(planFile + " is no plan file: its name must end in .shardplan.");
    }
    PlanFile file = PlanFile.read(Path.of(planFile));
    Plan was = Opened.of(file).plan(decisions);
    return against == null ? judge.report(was, terminal) : drift(was, against);
  }

  private int drift(Plan was, String source) {
    Progress progress = terminal.progress(how.quiet());
    try (OpenSource open = Opened.whole(Source.parse(source, how.options()), progress)) {
      PlanDiff drift =
          PlanDiff.of(was, Opened.today(open.schema(), was.decisions(), was.evidence()));
      if (drift.probablyAnother()) {
        terminal.warn(
            "Only %d of the %d tables of the plan are there: this is probably another database."
                .formatted(drift.common(), drift.known()));
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
