package dev.shardwright.cli;

import dev.shardwright.model.Progress;
import dev.shardwright.plan.Plan;
import dev.shardwright.report.SuggestionsReport;
import dev.shardwright.risk.KeySuggestion;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Suggests the foreign keys that a database probably lacks. */
@Command(
    name = "relations",
    description = "Suggested missing foreign keys, best first, with their confidence.",
    mixinStandardHelpOptions = true)
final class RelationsCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "SOURCE", description = "What to read, or a plan file.")
  private String source = "";

  @Mixin private SourceMixin how = new SourceMixin();
  @Mixin private DecisionMixin decisions = new DecisionMixin();
  @Mixin private EvidenceMixin evidence = new EvidenceMixin();

  @Option(names = "--format", description = "text for people, json for programs.")
  private Format format = Format.text;

  RelationsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Progress progress = terminal.progress(how.quiet());
    try (Opened opened = Opened.open(source, how, progress)) {
      Plan plan = evidence.ask(opened.rootless(decisions), opened, progress);
      List<KeySuggestion> suggestions = plan.suggestions();
      if (format == Format.json) {
        terminal.print(SuggestionsReport.json(suggestions));
      } else {
        terminal.print(SuggestionsReport.text(suggestions));
      }
      return ExitStatus.DONE;
    }
  }
}
