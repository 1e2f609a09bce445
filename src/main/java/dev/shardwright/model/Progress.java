package dev.shardwright.model;

/**
 * What long work tells and asks: how far it is, and whether anybody still wants the result.
 *
 * <p>All methods may be called from any thread.
 */
public interface Progress {

  /** Work that nobody watches. */
  Progress SILENT =
      new Progress() {
        @Override
        public void step(String what, double fraction) {}

        @Override
        public boolean cancelled() {
          return false;
        }

        @Override
        public AutoCloseable onCancel(Runnable stop) {
          return () -> {};
        }
      };

  /**
   * Tells what is being done.
   *
   * @param what a few words: {@code reading keys}
   * @param fraction 0 to 1 of the whole work, or negative if unknown
   */
  void step(String what, double fraction);

  /** Tells what the user should know while the work goes on: a whole sentence. */
  default void warn(String sentence) {
    step(sentence, -1);
  }

  /** True once the user has cancelled; work stops at the next safe place. */
  boolean cancelled();

  /** Runs {@code stop} as soon as the user cancels, until the result is closed. */
  AutoCloseable onCancel(Runnable stop);

  /**
   * Ends cancelled work.
   *
   * @throws Cancelled if the user has cancelled
   */
  default void check() {
    if (cancelled()) {
      throw new Cancelled();
    }
  }

  /** The user cancelled; nothing is wrong. */
  final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Cancelled() {
      super("cancelled");
    }
  }
}
