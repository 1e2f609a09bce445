package dev.shardwright.ui;

import dev.shardwright.introspect.Connections;
import dev.shardwright.introspect.JdbcSource;
import dev.shardwright.introspect.OpenSource;
import dev.shardwright.introspect.Source;
import dev.shardwright.model.UserError;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens databases, dumps and plan files, the newest wins, and holds the connection to what is on
 * show until something else is.
 */
final class Opening {
  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
  private static final String LANE = "open";

  private final Background background;
  private final Optional<Connections> connections;
  private final Questions questions;
  private final Function<String, Consumer<Throwable>> failed;
  private final ReadOnlyObjectWrapper<Optional<Source>> source =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<OpenSource> session = Optional.empty();

  /**
   * Nothing is open yet.
   *
   * @param connections where a database that could be opened is remembered
   * @param questions asked where the connection leads to
   * @param failed tells a failure of what is being done
   */
  Opening(
      Background background,
      Optional<Connections> connections,
      Questions questions,
      Function<String, Consumer<Throwable>> failed) {
    this.background = background;
    this.connections = connections;
    this.questions = questions;
    this.failed = failed;
  }

  /** Where the schema on show was read; empty for a plan file, which needs no connection. */
  ReadOnlyObjectProperty<Optional<Source>> sourceProperty() {
    return source.getReadOnlyProperty();
  }

  /** Connects, loads or parses. */
  void open(Source from, Consumer<OpenedSource> then) {
    String doing = Texts.of("job.open", from.described());
    background.run(
        LANE,
        doing,
        progress -> remembered(from, OpenedSource.of(from, progress)),
        then,
        failed.apply(doing));
  }

  /** Reads a plan file; {@code doing} says so. */
  void open(String doing, Background.Job<OpenedFile> read, Consumer<OpenedFile> then) {
    background.run(LANE, doing, read, then, failed.apply(doing));
  }

  /** What was read there is on show. */
  void shows(Source from, OpenSource opened) {
    replace(Optional.of(opened), !(from instanceof JdbcSource));
    source.set(Optional.of(from));
  }

  /** A plan file is on show. */
  void showsFile() {
    replace(Optional.empty(), false);
    source.set(Optional.empty());
  }

  /** The program is about to end. */
  void close() {
    session.ifPresent(OpenSource::close);
  }

  /** Only what could be opened is worth remembering. */
  private OpenedSource remembered(Source from, OpenedSource opened) {
    if (from instanceof JdbcSource live) {
      try {
        connections.ifPresent(c -> c.remember(live));
      } catch (UserError e) {
        LOG.warn("a connection was not remembered", e);
      }
    }
    return opened;
  }

  /** {@code free} says that nobody minds questions there. */
  private void replace(Optional<OpenSource> next, boolean free) {
    Optional<OpenSource> old = session;
    session = next;
    questions.at(next.flatMap(OpenSource::session), free);
    old.ifPresent(o ->
        background.run(
            "close",
            "",
            progress -> {
              o.close();
              return true;
            },
            closed -> {},
            failed.apply(Texts.of("job.close"))));
  }
}
