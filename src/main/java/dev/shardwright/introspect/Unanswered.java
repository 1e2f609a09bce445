package dev.shardwright.introspect;

import dev.shardwright.model.Product;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a question to the data has no answer: one sentence for the DBA, with what would help. */
final class Unanswered {
  // "permission denied for table x", "SELECT command denied to user 'u'@'h' for table `d`.`x`"
  private static final Pattern DENIED =
      Pattern.compile(
          "(?i)denied .*?for (table|view|column|schema|relation) (.+?)(?: in table .*)?$");

  /** What keeps a standby from ending long reads. */
  static final String CALM_STANDBY =
      "On the standby set hot_standby_feedback = on or a longer max_standby_streaming_delay, or"
          + " hold it still with pg_wal_replay_pause() until the read is over.";

  private Unanswered() {}

  /** Empty if the connection is lost: then no further question can be asked. */
  static Optional<String> why(SQLException e, Session session, int timeoutSeconds) {
    String state = String.valueOf(e.getSQLState());
    String message = Refusals.clean(String.valueOf(e.getMessage()), session.source());
    String bare = message.replaceFirst("^(ERROR: |\\(conn[^)]*\\) )", "");
    return switch (e.getErrorCode()) {
      case 3024, 1969, 1317, 1028 -> Optional.of(timedOut(timeoutSeconds));
      case 1142, 1143, 1044, 1370, 1356 -> Optional.of(denied(bare, session));
      case 1146, 1054, 1049, 1932 -> Optional.of(gone(bare));
      case 1205, 3572 -> Optional.of(locked());
      default ->
          switch (state) {
            case "57014", "70100" -> Optional.of(timedOut(timeoutSeconds));
            case "42501" -> Optional.of(denied(bare, session));
            case "40001" -> Optional.of(outrun(bare, session));
            case "42P01", "42703", "3F000" -> Optional.of(gone(bare));
            case "55P03" -> Optional.of(locked());
            default ->
                state.startsWith("08") || state.startsWith("57P") || Refusals.lost(e)
                    ? Optional.empty()
                    : Optional.of("The server could not answer: " + ended(bare));
          };
    };
  }

  private static String timedOut(int seconds) {
    return "It took longer than " + seconds + " s and was ended; allow it more time.";
  }

  // nothing else ends a transaction that only reads this way (PostgreSQL 18 manual, 26.4.2)
  private static String outrun(String message, Session session) {
    return session.product() == Product.POSTGRESQL
        ? "The standby ended this read, because the primary removed rows that it still saw. "
            + CALM_STANDBY
            + " The server said: "
            + ended(message)
        : "The server could not answer: " + ended(message);
  }

  private static String locked() {
    return "A table is locked by others, and probes do not wait for long; ask again later.";
  }

  private static String gone(String message) {
    return "A table or column is no longer as it was read, read the schema again: "
        + ended(message);
  }

  private static String denied(String message, Session session) {
    String user = session.server().user();
    Matcher found = DENIED.matcher(message);
    String object = found.find() ? found.group(2) : "";
    String grant =
        found.hasMatch() && found.group(1).equalsIgnoreCase("schema")
            ? "GRANT USAGE ON SCHEMA " + object
            : "GRANT SELECT ON " + (object.isEmpty() ? "its tables" : object);
    return "The user "
        + user
        + " may not read it ("
        + grant
        + " TO "
        + user
        + "): "
        + ended(message);
  }

  private static String ended(String message) {
    return message.endsWith(".") ? message : message + ".";
  }
}
