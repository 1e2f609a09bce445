package dev.shardwright;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Wraps every test run: keeps logs off the console as the program does, and says at the end in one
 * line per reason what was skipped and why.
 */
public final class TestRun implements LauncherSessionListener, TestExecutionListener {
  private final Map<String, Integer> skipped = new ConcurrentSkipListMap<>();

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    LogFile.open();
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
      String why = result.getThrowable().map(Throwable::getMessage).orElse("no reason given");
      skipped.merge(why.replaceFirst("^Assumption failed: ", ""), 1, Integer::sum);
    }
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    skipped.merge(reason, 1, Integer::sum);
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    skipped.forEach((why, count) -> System.out.printf(Locale.ROOT, "Skipped %d: %s%n", count, why));
  }
}
