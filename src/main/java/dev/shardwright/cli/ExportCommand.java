package dev.shardwright.cli;

import dev.shardwright.export.Consequences;
import dev.shardwright.export.ExportOptions;
import dev.shardwright.export.ExportRefused;
import dev.shardwright.export.Exports;
import dev.shardwright.export.Obstacles;
import dev.shardwright.export.Written;
import dev.shardwright.model.Progress;
import dev.shardwright.plan.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the files that a DBA takes away. */
@Command(
    name = "export",
    description = "Write the files that a DBA takes away: schemas, rows, ids, grants, checks.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "SOURCE", description = "What to read, or a plan file.")
  private String source = "";

  @Mixin private SourceMixin how = new SourceMixin();
  @Mixin private DecisionMixin decisions = new DecisionMixin();
  @Mixin private EvidenceMixin evidence = new EvidenceMixin();

  @Option(names = "--to", required = true, paramLabel = "DIR", description = "Folder to write to.")
  private Path folder = Path.of(".");

  @Option(names = "--only", split = ",", paramLabel = "NAME", description = "Only these files.")
  private List<String> only = List.of();

  @Option(
      names = "--force",
      description =
          "Write although blockers or undecided tables are open, and over files that are not ours"
              + " or were edited.")
  private boolean force;

  @Option(
      names = "--from",
      paramLabel = "SOURCE",
      description = "Database with the rows, when a plan file is exported with --data.")
  private @Nullable String from;

  @Mixin private ExportMixin form = new ExportMixin();
  @Mixin private WrittenMixin told = new WrittenMixin();

  ExportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Progress progress = terminal.progress(how.quiet());
    try (Opened opened = Opened.open(source, how, progress)) {
      Plan plan = evidence.ask(opened.plan(decisions), opened, progress);
      ExportOptions options = form.options(opened.loaded());
      Written written =
          Exports.write(
              plan,
              options,
              folder,
              new TreeSet<>(only),
              force,
              progress,
              Rows.of(opened, Optional.ofNullable(from), how, plan));
      tell(written);
      ask(plan, options, written);
      return told.status(plan);
    } catch (ExportRefused refused) {
      terminal.warn(refused.sentence());
      return ExitStatus.FOUND;
    }
  }

  /** What people should know of the files that are now there. */
  private void ask(Plan plan, ExportOptions options, Written written) {
    if (how.quiet()) {
      return;
    }
    if (!Obstacles.of(plan, options).sentences().isEmpty()) {
      terminal.warn("The files are marked INCOMPLETE; their headers say why.");
    }
    boolean dispatch =
        written.paths().stream().anyMatch(path -> path.endsWith("dispatch_schema.sql"));
    if (dispatch) {
      Consequences.dispatchQuestions(plan)
          .forEach(q -> terminal.warn(q + " (--dispatch-key table.column)"));
    }
  }

  /** The paths are for programs, what became of each file is for people. */
  private void tell(Written written) {
    told.tell(written.paths(), terminal);
    if (!how.quiet()) {
      written.files().forEach(f -> terminal.warn(f.path().getFileName() + ": " + f.words()));
    }
    written
        .stale()
        .forEach(file ->
            terminal.warn(file + " is from an earlier export and no longer part of this one."));
  }
}
