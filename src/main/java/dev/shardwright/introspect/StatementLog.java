package dev.shardwright.introspect;

import dev.shardwright.model.Figures;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What ran on the DBA's database, as text that he can read and keep. */
public final class StatementLog {
  private StatementLog() {}

  /** The statements in the order in which they ran, after a head that counts them. */
  public static String text(String described, List<Ran> statements) {
    long failed = statements.stream().filter(ran -> ran.error().isPresent()).count();
    long millis = statements.stream().mapToLong(Ran::millis).sum();
    return String.format(
            Locale.ROOT,
            "-- Shardwright on %s: %,d statements, 0 writes, %,d failed, %,d ms%n%n",
            described,
            statements.size(),
            failed,
            millis)
        + statements.stream().map(StatementLog::statement).collect(Collectors.joining("\n"));
  }

  private static String statement(Ran ran) {
    String outcome =
        ran.error()
            .map(error -> "failed: " + error.lines().findFirst().orElse(""))
            .orElse(Figures.count(ran.rows(), "row"));
    return String.format(
        Locale.ROOT, "-- %,d ms, %s%n%s;%n", ran.millis(), outcome, ran.sql().strip());
  }
}
