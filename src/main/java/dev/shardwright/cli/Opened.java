package dev.shardwright.cli;

import dev.shardwright.classify.Decisions;
import dev.shardwright.introspect.JdbcSource;
import dev.shardwright.introspect.OpenSource;
import dev.shardwright.introspect.Source;
import dev.shardwright.introspect.Sources;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Skipped;
import dev.shardwright.model.UserError;
import dev.shardwright.plan.Layout;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlanFile;
import dev.shardwright.risk.Evidence;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * A source or a plan file, opened: all that a plan is derived from.
 *
 * @param layout where tables stand that were moved by hand; only a plan file knows
 * @param named what the user named; empty for a plan file
 * @param source the open database behind it; a plan file has none
 */
record Opened(
    Schema schema,
    Decisions decisions,
    Evidence evidence,
    Layout layout,
    Optional<Source> named,
    Optional<OpenSource> source)
    implements AutoCloseable {

  static boolean isPlanFile(String text) {
    return text.toLowerCase(Locale.ROOT).endsWith(".shardplan");
  }

  static Opened open(String text, SourceMixin how, Progress progress) {
    if (isPlanFile(text)) {
      return of(PlanFile.read(Path.of(text)));
    }
    Source source = Source.parse(text, how.options());
    OpenSource open = whole(source, progress);
    return new Opened(
        open.schema(),
        Decisions.NONE,
        Evidence.NONE,
        Layout.NONE,
        Optional.of(source),
        Optional.of(open));
  }

  /**
   * Opens a source for a script, which reads no notes: half a dump would pass for all of it.
   *
   * @throws UserError if the source is a file that was cut off
   */
  static OpenSource whole(Source source, Progress progress) {
    OpenSource open = Sources.open(source, progress);
    Optional<Skipped> cut =
        open.schema().skipped().stream().filter(Skipped::fileEndsHere).findFirst();
    if (cut.isPresent()) {
      open.close();
      throw new UserError(
          "The file "
              + open.schema().origin().described()
              + " is cut off: it ends in the middle of "
              + cut.get().statement()
              + " — take a whole copy of it; the window opens what is there.");
    }
    return open;
  }

  static Opened of(PlanFile file) {
    return new Opened(
        file.schema(),
        file.decisions(),
        file.evidence(),
        file.layout(),
        Optional.empty(),
        Optional.empty());
  }

  /** The plan of today: waivers that ended count no longer. */
  static Plan today(Schema schema, Decisions decisions, Evidence evidence) {
    return Plan.of(schema, decisions, evidence, LocalDate.now(ZoneId.systemDefault()));
  }

  /** True for what runs on the DBA's own server: what it costs is asked for, never assumed. */
  boolean live() {
    return named.isEmpty() || named.get() instanceof JdbcSource;
  }

  /** True if the rows of a sample or a file were loaded into a server of ours. */
  boolean loaded() {
    return !live() && source.flatMap(OpenSource::session).isPresent();
  }

  /** A plan that may have no root yet. */
  Plan rootless(DecisionMixin options) {
    return today(schema, options.on(decisions, schema), evidence);
  }

  /** The plan with the decisions of the options on top; it needs a root. */
  Plan plan(DecisionMixin options) {
    Decisions all = options.on(decisions, schema);
    if (all.root().isEmpty()) {
      throw new UserError(
          "Name the root table with --root: the table that holds one row per client.");
    }
    boolean otherRoot = decisions.root().isPresent() && !decisions.root().equals(all.root());
    if (otherRoot) {
      throw new UserError(
          "The plan file's root is "
              + decisions.root().get()
              + ", not "
              + all.root().get()
              + ": a plan has one root.");
    }
    return options.inferred(today(schema, all, evidence));
  }

  @Override
  public void close() {
    source.ifPresent(OpenSource::close);
  }
}
