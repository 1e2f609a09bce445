package dev.shardwright.cli;

import dev.shardwright.diagram.Arrangement;
import dev.shardwright.diagram.Caption;
import dev.shardwright.model.Progress;
import dev.shardwright.model.UserError;
import dev.shardwright.model.WholeFile;
import dev.shardwright.plan.Plan;
import dev.shardwright.report.ReportMeta;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes reports for people who have no Shardwright. */
@Command(
    name = "report",
    description = "Write reports and printable diagrams for people who have no Shardwright.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "SOURCE", description = "What to read, or a plan file.")
  private String source = "";

  @Mixin private SourceMixin how = new SourceMixin();
  @Mixin private DecisionMixin decisions = new DecisionMixin();
  @Mixin private EvidenceMixin evidence = new EvidenceMixin();
  @Mixin private ReportMixin report = new ReportMixin();
  @Mixin private DiagramMixin diagram = new DiagramMixin();
  @Mixin private WrittenMixin written = new WrittenMixin();

  ReportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (!report.wanted() && !diagram.wanted()) {
      throw new UserError("Name at least one file to write, such as --html FILE.");
    }
    if (diagram.poster() && !report.pdf()) {
      throw new UserError("--paper and --tiles say how --pdf FILE prints; it is missing.");
    }
    Progress progress = terminal.progress(how.quiet());
    try (Opened opened = Opened.open(source, how, progress)) {
      Plan plan = evidence.ask(opened.plan(decisions), opened, progress);
      Arrangement drawn = new Arrangement(plan, opened.layout());
      ReportMeta meta = ReportMixin.meta(source);
      Caption caption = Caption.of(plan, meta.planName().orElse(name()), meta.date());
      SortedMap<Path, WholeFile.Content> files =
          report.files(drawn, meta, diagram.poster(drawn, caption, progress), progress);
      diagram.addTo(files, drawn, caption, progress);
      WholeFile.writeAll(files);
      written.tell(files.keySet(), terminal);
      return written.status(plan);
    }
  }

  /** What readers call a plan that has no file. */
  private String name() {
    return source.replaceFirst("\\?.*$", "").replaceFirst("^.*[:/\\\\]", "");
  }
}
