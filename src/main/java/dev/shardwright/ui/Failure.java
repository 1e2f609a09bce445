package dev.shardwright.ui;

import dev.shardwright.model.UserError;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something went wrong, told so that the DBA can act on it.
 *
 * @param doing what was being done: {@code Open sample:shop}
 * @param sentence what happened, to which object
 * @param details for a bug report; can be copied
 */
public record Failure(String doing, String sentence, String details) {
  private static final Logger LOG = LoggerFactory.getLogger(Failure.class);

  /**
   * What the DBA can mend is told in its own sentence; the rest gets a code and goes to the log.
   */
  static Failure of(String doing, Throwable cause) {
    if (cause instanceof UserError) {
      return new Failure(doing, String.valueOf(cause.getMessage()), trace(cause));
    }
    String code = code(cause);
    LOG.error("{} failed, code {}", doing, code, cause);
    return new Failure(doing, Texts.of("failure.unexpected", code, log()), trace(cause));
  }

  private static String log() {
    return System.getProperty("shardwright.log", "");
  }

  /** The same cause at the same place has the same code, so that two reports can be matched. */
  private static String code(Throwable cause) {
    StackTraceElement[] trace = cause.getStackTrace();
    String place = cause.getClass().getName() + (trace.length == 0 ? "" : trace[0].toString());
    return String.format(Locale.ROOT, "S-%06X", place.hashCode() & 0xFFFFFF);
  }

  private static String trace(Throwable cause) {
    StringWriter text = new StringWriter();
    cause.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
