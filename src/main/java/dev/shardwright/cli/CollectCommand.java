package dev.shardwright.cli;

import dev.shardwright.introspect.CollectScript;
import dev.shardwright.model.WholeFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the script that collects what a source is, for databases that no program may touch. */
@Command(
    name = "collect",
    description = {
      "Print the script that collects what a database is by its own client (psql, mysql); what the"
          + " script prints is a SOURCE."
    },
    mixinStandardHelpOptions = true)
final class CollectCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "SERVER", description = "postgresql or mysql (MariaDB too).")
  private Family family = Family.postgresql;

  @Option(names = "-o", paramLabel = "FILE", description = "File to write instead of stdout.")
  private @Nullable Path file;

  CollectCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Whose client runs the script. */
  enum Family {
    postgresql,
    mysql
  }

  @Override
  public Integer call() {
    String script =
        family == Family.postgresql ? CollectScript.postgreSql() : CollectScript.mySql();
    if (file == null) {
      terminal.print(script);
    } else {
      WholeFile.write(file, script);
    }
    return ExitStatus.DONE;
  }
}
