package dev.shardwright.cli;

import dev.shardwright.model.Progress;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlanFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a source, classifies and checks it, and reports. */
@Command(
    name = "plan",
    description = "Read a source, classify and check it; report to stdout.",
    mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "SOURCE", description = "What to read, or a plan file.")
  private String source = "";

  @Mixin private SourceMixin how = new SourceMixin();
  @Mixin private DecisionMixin decisions = new DecisionMixin();
  @Mixin private EvidenceMixin evidence = new EvidenceMixin();
  @Mixin private JudgeMixin judge = new JudgeMixin();

  @Option(names = "-o", paramLabel = "FILE.shardplan", description = "Plan file to write.")
  private @Nullable Path file;

  PlanCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Progress progress = terminal.progress(how.quiet());
    try (Opened opened = Opened.open(source, how, progress)) {
      Plan plan = evidence.ask(opened.plan(decisions), opened, progress);
      if (file != null) {
        PlanFile.of(plan).write(file);
      }
      return judge.report(plan, terminal);
    }
  }
}
