package dev.shardwright.cli;

import dev.shardwright.model.UserError;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Candidate root tables, best first, with the figures behind the rank. */
@Command(
    name = "roots",
    description = "Candidate root tables, best first, with the figures behind the rank.",
    mixinStandardHelpOptions = true)
final class RootsCommand implements Callable<Integer> {
  @SuppressWarnings("UnusedVariable") // taken and passed over
  @Unmatched
  private List<String> rest = List.of();

  RootsCommand(Terminal terminal) {}

  @Override
  public Integer call() {
    throw new UserError("roots is not built yet.");
  }
}
