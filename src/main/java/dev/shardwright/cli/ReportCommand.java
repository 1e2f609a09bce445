package dev.shardwright.cli;

import dev.shardwright.model.UserError;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** A report for people who have no Shardwright. */
@Command(
    name = "report",
    description = "A report for people who have no Shardwright.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  @SuppressWarnings("UnusedVariable") // taken and passed over
  @Unmatched
  private List<String> rest = List.of();

  ReportCommand(Terminal terminal) {}

  @Override
  public Integer call() {
    throw new UserError("report is not built yet.");
  }
}
