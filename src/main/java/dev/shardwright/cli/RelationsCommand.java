package dev.shardwright.cli;

import dev.shardwright.model.UserError;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Suggested missing foreign keys, best first, with confidence and evidence. */
@Command(
    name = "relations",
    description = "Suggested missing foreign keys, best first, with confidence and evidence.",
    mixinStandardHelpOptions = true)
final class RelationsCommand implements Callable<Integer> {
  @SuppressWarnings("UnusedVariable") // taken and passed over
  @Unmatched
  private List<String> rest = List.of();

  RelationsCommand(Terminal terminal) {}

  @Override
  public Integer call() {
    throw new UserError("relations is not built yet.");
  }
}
