package dev.shardwright.cli;

import dev.shardwright.plan.Plan;
import java.nio.file.Path;
import java.util.Collection;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The options of verbs that write files: how these are told, and which findings make them fail. */
final class WrittenMixin {
  @Option(names = "--format", description = "text: a path a line; json: one document for programs.")
  private Format format = Format.text;

  @Option(
      names = "--fail-on",
      description = {
        "Lowest severity of an open finding that makes the exit status 1 although the files were"
            + " written: ${COMPLETION-CANDIDATES}.",
        "Default: none, a written file is a success."
      })
  private FailOn failOn = FailOn.none;

  /** Prints what was written. */
  void tell(Collection<Path> files, Terminal terminal) {
    if (format == Format.text) {
      files.forEach(file -> terminal.print(file + "\n"));
      return;
    }
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ArrayNode paths = document.putArray("files");
    files.forEach(file -> paths.add(file.toString()));
    terminal.print(document);
  }

  int status(Plan plan) {
    return failOn.status(plan);
  }
}
