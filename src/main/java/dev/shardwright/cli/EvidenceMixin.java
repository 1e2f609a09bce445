package dev.shardwright.cli;

import dev.shardwright.export.EvidenceFile;
import dev.shardwright.introspect.OpenSource;
import dev.shardwright.introspect.ProbeRunner;
import dev.shardwright.introspect.Session;
import dev.shardwright.model.Progress;
import dev.shardwright.model.UserError;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how much the data may be asked. */
final class EvidenceMixin {
  @Option(
      names = "--evidence",
      paramLabel = "none|cheap|full|FILE",
      description = {
        "Data probes to run, or a file with the answers that probes.sql printed.",
        "Default: none on a live source, full on samples and loaded files."
      })
  private @Nullable String evidence;

  @Option(
      names = "--probe-timeout",
      paramLabel = "SECONDS",
      description = "Time-out of each probe; default ${DEFAULT-VALUE}.")
  private int timeoutSeconds = 30;

  /** The plan with what the data answered; a source without a session cannot be asked. */
  Plan ask(Plan plan, Opened opened, Progress progress) {
    Optional<Path> file = file();
    if (file.isPresent()) {
      Evidence told = EvidenceFile.read(file.get()).answering(plan);
      return Opened.today(plan.schema(), plan.decisions(), told);
    }
    return ask(plan, opened, level(opened), progress);
  }

  /**
   * The plan of a database as it is now, with the decisions and the answers of before. What was
   * asked before is asked again where that costs nobody anything, or where an option says so: old
   * answers would hide that rows have changed.
   */
  Plan again(Plan before, Opened now, Progress progress) {
    Plan plan = Opened.today(now.schema(), before.decisions(), before.evidence());
    boolean counted = !before.evidence().answers().isEmpty();
    if (evidence == null && !(now.loaded() && counted)) {
      return plan;
    }
    Plan unasked = Opened.today(now.schema(), before.decisions(), Evidence.NONE);
    Evidence fresh = ask(unasked, now, progress).evidence();
    return Opened.today(now.schema(), before.decisions(), before.evidence().with(fresh));
  }

  private Plan ask(Plan plan, Opened opened, ProbeRunner.Level level, Progress progress) {
    Optional<Session> session = opened.source().flatMap(OpenSource::session);
    if (session.isEmpty() || level == ProbeRunner.Level.NONE) {
      return plan;
    }
    if (timeoutSeconds < 1) {
      throw new UserError("--probe-timeout " + timeoutSeconds + ": name at least one second.");
    }
    return Opened.today(
        plan.schema(),
        plan.decisions(),
        ProbeRunner.run(session.get(), plan, level, timeoutSeconds, progress));
  }

  /** What is none of the words is the name of a file. */
  private Optional<Path> file() {
    return Optional.ofNullable(evidence)
        .filter(
            text -> Arrays.stream(ProbeRunner.Level.values()).noneMatch(l -> l.word().equals(text)))
        .map(Path::of);
  }

  private ProbeRunner.Level level(Opened opened) {
    if (evidence == null) {
      return opened.live() ? ProbeRunner.Level.NONE : ProbeRunner.Level.FULL;
    }
    return Arrays.stream(ProbeRunner.Level.values())
        .filter(level -> level.word().equals(evidence))
        .findFirst()
        .orElse(ProbeRunner.Level.NONE);
  }
}
