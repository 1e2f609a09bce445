package dev.shardwright.cli;

import dev.shardwright.model.Progress;
import dev.shardwright.report.SchemaJson;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a source and writes its schema as JSON. */
@Command(
    name = "inspect",
    description = "Read a source and write its schema as JSON.",
    mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "SOURCE", description = "What to read.")
  private String source = "";

  @Mixin private SourceMixin how = new SourceMixin();

  @Option(names = "-o", paramLabel = "FILE", description = "File to write instead of stdout.")
  private @Nullable Path file;

  InspectCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Progress progress = terminal.progress(how.quiet());
    try (Opened opened = Opened.open(source, how, progress)) {
      var document = SchemaJson.of(opened.schema());
      if (file == null || file.toString().equals("-")) {
        terminal.print(document);
      } else {
        terminal.write(document, file);
      }
    }
    return ExitStatus.DONE;
  }
}
