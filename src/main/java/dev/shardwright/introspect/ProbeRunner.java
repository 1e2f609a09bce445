package dev.shardwright.introspect;

import dev.shardwright.model.Progress;
import dev.shardwright.model.UserError;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.risk.Evidence.Answer;
import dev.shardwright.risk.Probe;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Asks the data what a plan wants to know: one reading statement at a time, each bounded in time.
 *
 * <p>A question without an answer keeps its reason, so that its check is unknown, never clear.
 */
public final class ProbeRunner {
  private static final double CHEAP_SECONDS = 1;

  /** Answers may raise new questions; no check needs more than a few rounds. */
  private static final int MOST_ROUNDS = 6;

  /** How much may be asked. */
  public enum Level {
    /** Nothing. */
    NONE,
    /** What takes less than a second by the server's own estimate. */
    CHEAP,
    /** Everything. */
    FULL;

    /** The word of the command line. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Session session;
  private final Level level;
  private final int timeoutSeconds;
  private final Progress progress;
  private final BiConsumer<Probe, Answer> heard;
  private final Map<String, Answer> answers;
  private final Set<String> asked = new HashSet<>();

  private ProbeRunner(
      Session session,
      Level level,
      int timeoutSeconds,
      Progress progress,
      BiConsumer<Probe, Answer> heard,
      Evidence before) {
    this.session = session;
    this.level = level;
    this.timeoutSeconds = timeoutSeconds;
    this.progress = progress;
    this.heard = heard;
    this.answers = new TreeMap<>(before.answers());
  }

  /**
   * Asks all that the plan wants to know and has no answer to yet, until no answer raises a new
   * question.
   *
   * @param timeoutSeconds for each question
   * @return what was known before and what was answered now
   * @throws UserError.DatabaseRefused if the connection was lost
   * @throws Progress.Cancelled if the user cancelled
   */
  public static Evidence run(
      Session session, Plan plan, Level level, int timeoutSeconds, Progress progress) {
    return run(session, plan, level, timeoutSeconds, progress, (_, _) -> {});
  }

  /**
   * As {@link #run(Session, Plan, Level, int, Progress)}.
   *
   * @param heard told each answer as it comes, so that a cancelled run leaves something
   */
  public static Evidence run(
      Session session,
      Plan plan,
      Level level,
      int timeoutSeconds,
      Progress progress,
      BiConsumer<Probe, Answer> heard) {
    ProbeRunner runner =
        new ProbeRunner(session, level, timeoutSeconds, progress, heard, plan.evidence());
    return level == Level.NONE
        ? plan.evidence()
        : session.during(progress, () -> runner.untilNothingIsNew(plan));
  }

  /**
   * What the server expects a question to take.
   *
   * @throws UserError.DatabaseRefused if it cannot be asked
   */
  public static Estimate estimate(Session session, Probe probe) {
    try {
      return Estimate.of(session, probe);
    } catch (SQLException e) {
      throw session.refused(e);
    }
  }

  private Evidence untilNothingIsNew(Plan first) {
    session.limitSeconds(timeoutSeconds);
    session.followLoopsToTheirEnd();
    Plan plan = first;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      List<Probe> open = plan.probes().stream().filter(this::isOpen).toList();
      if (open.isEmpty()) {
        break;
      }
      for (int i = 0; i < open.size(); i++) {
        progress.step(open.get(i).question(), (double) i / open.size());
        ask(open.get(i));
      }
      plan = Plan.of(plan.schema(), plan.decisions(), evidence());
    }
    return evidence();
  }

  private Evidence evidence() {
    return new Evidence(new TreeMap<>(answers));
  }

  /** A question that found no answer before is asked again, but once in a run. */
  private boolean isOpen(Probe probe) {
    Answer known = answers.get(probe.sql());
    return !asked.contains(probe.sql()) && (known == null || !known.ran());
  }

  private void ask(Probe probe) {
    progress.check();
    asked.add(probe.sql());
    Answer answer = answer(probe);
    answers.put(probe.sql(), answer);
    heard.accept(probe, answer);
  }

  private Answer answer(Probe probe) {
    String askedAt = Instant.now().toString();
    long start = System.nanoTime();
    try {
      Optional<String> tooLong = level == Level.CHEAP ? tooLong(probe) : Optional.empty();
      List<Map<String, String>> rows =
          tooLong.isPresent() ? List.of() : session.within(timeoutSeconds, probe.sql(), Row::all);
      return new Answer(rows, tooLong, askedAt, millisSince(start));
    } catch (SQLException e) {
      progress.check();
      String why = Unanswered.why(e, session, timeoutSeconds).orElseThrow(() -> session.refused(e));
      return new Answer(List.of(), Optional.of(why), askedAt, millisSince(start));
    }
  }

  private Optional<String> tooLong(Probe probe) throws SQLException {
    double seconds = Estimate.of(session, probe).seconds();
    return seconds < CHEAP_SECONDS
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "It was not asked: the server expects it to take about %.0f s; ask for the full"
                    + " evidence.",
                Math.ceil(seconds)));
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
