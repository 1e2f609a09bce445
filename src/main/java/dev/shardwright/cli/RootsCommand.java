package dev.shardwright.cli;

import dev.shardwright.model.Progress;
import dev.shardwright.report.RootsReport;
import dev.shardwright.risk.RootAdvisor;
import dev.shardwright.risk.RootCandidate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ranks the tables that could hold one row per client. */
@Command(
    name = "roots",
    description = "Candidate root tables, best first, with the figures behind the rank.",
    mixinStandardHelpOptions = true)
final class RootsCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "SOURCE", description = "What to read, or a plan file.")
  private String source = "";

  @Mixin private SourceMixin how = new SourceMixin();

  @Option(names = "--format", description = "text for people, json for programs.")
  private Format format = Format.text;

  RootsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Progress progress = terminal.progress(how.quiet());
    try (Opened opened = Opened.open(source, how, progress)) {
      List<RootCandidate> roots = RootAdvisor.rank(opened.schema());
      if (format == Format.json) {
        terminal.print(RootsReport.json(roots));
      } else {
        terminal.print(RootsReport.text(roots));
      }
      return ExitStatus.DONE;
    }
  }
}
