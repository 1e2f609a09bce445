package dev.shardwright.ui;

import dev.shardwright.classify.Decisions;
import dev.shardwright.introspect.Estimate;
import dev.shardwright.introspect.ProbeRunner;
import dev.shardwright.introspect.ProbeRunner.Level;
import dev.shardwright.introspect.Ran;
import dev.shardwright.introspect.Session;
import dev.shardwright.model.Progress;
import dev.shardwright.model.UserError;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Books;
import dev.shardwright.risk.Evidence;
import dev.shardwright.risk.Evidence.Answer;
import dev.shardwright.risk.Probe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Asks the data what the plan wants to know: a throwaway server by itself, the DBA's own only when
 * he says so.
 *
 * <p>A newer plan ends the asking for an older one; what was answered till then is kept.
 */
public final class Questions {
  private static final String ASKING = "evidence";
  private static final String LISTING = "questions";
  private static final int USUAL_SECONDS = 30;

  /** The window follows a long run at this pace; more often would only make it flicker. */
  private static final long TELL_EVERY_MILLIS = 1500;

  private final Background background;
  private final Consumer<Evidence> learn;
  private final Consumer<Throwable> failed;
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private final Map<String, Answer> heard = new ConcurrentHashMap<>();
  private final AtomicLong told = new AtomicLong();
  private final ReadOnlyObjectWrapper<List<Probe>> open = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Books> books =
      new ReadOnlyObjectWrapper<>(this, "books", Books.NONE);
  private final ReadOnlyObjectWrapper<Optional<Session>> session =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyIntegerWrapper statements = new ReadOnlyIntegerWrapper();

  /** What is still open of a plan, and the books as far as they are kept. */
  private record Answered(List<Probe> open, Books books) {}

  private int seconds = USUAL_SECONDS;
  private boolean unbidden;
  private Optional<Plan> plan = Optional.empty();
  private Optional<Decisions> asking = Optional.empty();

  Questions(Background background, Consumer<Evidence> learn, Consumer<Throwable> failed) {
    this.background = background;
    this.learn = learn;
    this.failed = failed;
  }

  /** The questions without an answer, those that were tried in vain included. */
  public ReadOnlyObjectProperty<List<Probe>> openProperty() {
    return open.getReadOnlyProperty();
  }

  /** Whose rows the client tables hold, or why that was not counted. */
  public ReadOnlyObjectProperty<Books> booksProperty() {
    return books.getReadOnlyProperty();
  }

  /** Where they can be asked; empty for a plan file and for a file that was only parsed. */
  public ReadOnlyObjectProperty<Optional<Session>> sessionProperty() {
    return session.getReadOnlyProperty();
  }

  /** How many statements ran over the connection so far; 0 without one. */
  public ReadOnlyIntegerProperty statementsProperty() {
    return statements.getReadOnlyProperty();
  }

  /** Every statement that ran over the connection, in order. */
  public List<Ran> log() {
    return session.get().map(Session::statements).orElse(List.of());
  }

  /** After how many seconds a question is ended. */
  public int timeoutSeconds() {
    return seconds;
  }

  /** Ends questions after so many seconds from the next run on. */
  public void limitSeconds(int limit) {
    seconds = limit;
  }

  /** True if what was opened is asked without a word: a sample or a loaded file. */
  public boolean unbidden() {
    return unbidden;
  }

  /** Asks from now on there; {@code free} says that nobody minds. */
  void at(Optional<Session> where, boolean free) {
    stop();
    heard.clear();
    asking = Optional.empty();
    unbidden = free;
    session.set(where);
    open.set(List.of());
    count();
  }

  /** The plan whose questions count from now on. */
  void about(Plan next) {
    plan = Optional.of(next);
    background.runAfterPicture(
        LISTING,
        progress -> new Answered(unanswered(next), next.books()),
        answered -> listed(next, answered),
        failed);
  }

  /** Asks the present plan's open questions. */
  public void ask(Level level) {
    plan.ifPresent(p -> session.get().ifPresent(s -> ask(s, p, level)));
  }

  /** Ends the asking; the answers so far stay. */
  public void stop() {
    background.cancel(ASKING);
    background.cancel(LISTING);
    asking = Optional.empty();
  }

  /**
   * What the server expects each question to take, by its SQL; nothing of the questions runs. A
   * question it cannot judge is left out.
   */
  public void estimate(List<Probe> probes, Consumer<Map<String, Estimate>> then) {
    session
        .get()
        .ifPresent(s ->
            background.run(
                "estimate",
                Texts.of("questions.estimating"),
                progress -> alone(() -> s.during(progress, () -> estimates(s, probes, progress))),
                then,
                failed));
  }

  private static Map<String, Estimate> estimates(
      Session session, List<Probe> probes, Progress progress) {
    Map<String, Estimate> estimates = new LinkedHashMap<>();
    for (Probe probe : probes) {
      progress.check();
      progress.step(probe.question(), (double) estimates.size() / probes.size());
      try {
        estimates.put(probe.sql(), ProbeRunner.estimate(session, probe));
      } catch (UserError e) {
        // A table that is gone or may not be read has no estimate; asking it will say why.
        progress.check();
      }
    }
    return estimates;
  }

  private static List<Probe> unanswered(Plan plan) {
    return plan.probes().stream()
        .filter(p -> plan.evidence().answer(p).filter(Answer::ran).isEmpty())
        .toList();
  }

  private void listed(Plan about, Answered answered) {
    books.set(answered.books());
    open.set(answered.open());
    boolean news = answered.open().stream().anyMatch(p -> about.evidence().answer(p).isEmpty());
    boolean underWay = asking.filter(about.decisions()::equals).isPresent();
    if (unbidden && news && !underWay) {
      ask(Level.FULL);
    }
  }

  private void ask(Session at, Plan about, Level level) {
    asking = Optional.of(about.decisions());
    int limit = seconds;
    told.set(System.currentTimeMillis());
    background.run(
        ASKING,
        Texts.of("questions.asking"),
        progress -> alone(() -> run(at, about, level, limit, progress)),
        answers -> ended(),
        cause -> {
          // He stopped it, or the connection is gone: not again without a word.
          unbidden = false;
          ended();
          failed.accept(cause);
        });
  }

  private Evidence run(Session at, Plan about, Level level, int limit, Progress progress) {
    Plan known = Plan.of(about.schema(), about.decisions(), with(about.evidence()));
    return ProbeRunner.run(
        at,
        known,
        level,
        limit,
        progress,
        (probe, answer) -> {
          heard.put(probe.sql(), answer);
          tellNowAndThen();
        });
  }

  private Evidence with(Evidence before) {
    SortedMap<String, Answer> all = new TreeMap<>(before.answers());
    all.putAll(heard);
    return new Evidence(all);
  }

  private void tellNowAndThen() {
    long now = System.currentTimeMillis();
    long before = told.get();
    if (now - before > TELL_EVERY_MILLIS && told.compareAndSet(before, now)) {
      background.later(this::tell);
    }
  }

  private void ended() {
    asking = Optional.empty();
    tell();
  }

  private void tell() {
    count();
    learn.accept(with(Evidence.NONE));
  }

  private void count() {
    statements.set(session.get().map(Session::count).orElse(0));
  }

  /** A connection answers one question at a time; a newer run waits for the older one's end. */
  private <T> T alone(Background.Work<T> work) throws Exception {
    oneAtATime.lockInterruptibly();
    try {
      return work.run();
    } finally {
      oneAtATime.unlock();
    }
  }
}
