package dev.shardwright.cli;

import dev.shardwright.model.Progress;
import dev.shardwright.model.UserError;
import java.io.Console;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line's root: knows the verbs, and turns every end into the contract's exit status.
 */
@Command(
    name = "shardwright",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    description = {
      "Plans the split of a grown single database into shards.",
      "Without a verb it opens the window: shardwright [SOURCE|PLANFILE]"
    },
    footer = {
      "",
      "SOURCE is a JDBC URL (jdbc:postgresql:, jdbc:mysql:, jdbc:mariadb:), a file ending in .sql,",
      "sample:NAME (sample:NAME/mysql for its other flavour), or a file that the script of the"
          + " verb",
      "collect printed. A Unix socket: jdbc:postgresql:///DATABASE?host=/var/run/postgresql,",
      "jdbc:mariadb:///DATABASE?localSocket=/run/mysqld/mysqld.sock, jdbc:mysql: likewise.",
      "Exit status: 0 done, 1 findings at or above --fail-on, drift or a refused export, 2 wrong"
          + " use or",
      "bad input, 3 the database refused or was lost, 130 cancelled."
    })
public final class ShardwrightCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ShardwrightCommand.class);

  /** How long an interrupted command may take to clean up, in milliseconds. */
  private static final long CLEAN_UP_MILLIS = 4000;

  @Spec private CommandSpec spec = CommandSpec.create();

  private ShardwrightCommand() {}

  /**
   * True if these arguments are for the command line. Nothing, or a source or plan file, is for the
   * window; these hold a colon or a dot, and no verb does, so that a mistyped verb is told as such.
   */
  public static boolean isFor(String[] args) {
    return args.length > 0
        && (args[0].startsWith("-") || !(args[0].contains(":") || args[0].contains(".")));
  }

  /** Runs one command to its end and answers its exit status; prints no stack trace. */
  @SuppressWarnings("SystemConsoleNull")
  public static int run(String[] args, PrintStream out, PrintStream err) {
    // JDK 22 to 24 have a console also where no person sits at it; JDK 25 has none again.
    Console console = System.console();
    return run(args, new Terminal(out, err, console != null && console.isTerminal()));
  }

  private static int run(String[] args, Terminal terminal) {
    Thread stopper = stopper(terminal, Thread.currentThread());
    Runtime.getRuntime().addShutdownHook(stopper);
    try {
      return commands(terminal).execute(args);
    } finally {
      try {
        Runtime.getRuntime().removeShutdownHook(stopper);
      } catch (IllegalStateException e) {
        LOG.debug("the program is being stopped", e);
      }
    }
  }

  /** On Ctrl-C the work is cancelled and gets a moment to leave nothing half-written behind. */
  private static Thread stopper(Terminal terminal, Thread work) {
    return new Thread(
        () -> {
          terminal.cancel();
          try {
            work.join(CLEAN_UP_MILLIS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        },
        "cancel");
  }

  private static CommandLine commands(Terminal terminal) {
    CommandLine line = new CommandLine(new ShardwrightCommand());
    line.addSubcommand(new SourcesCommand(terminal))
        .addSubcommand(new InspectCommand(terminal))
        .addSubcommand(new CollectCommand(terminal))
        .addSubcommand(new PlanCommand(terminal))
        .addSubcommand(new CheckCommand(terminal))
        .addSubcommand(new RootsCommand(terminal))
        .addSubcommand(new RelationsCommand(terminal))
        .addSubcommand(new ExportCommand(terminal))
        .addSubcommand(new ReportCommand(terminal))
        .addSubcommand(new ManPageCommand(terminal))
        .addSubcommand(new AutoComplete.GenerateCompletion());
    hide(line, "generate-completion");
    line.setParameterExceptionHandler((e, args) -> wrongUse(e, terminal));
    line.setExecutionExceptionHandler((e, command, result) -> failed(e, terminal));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return line;
  }

  /** Used by the packages only. */
  private static void hide(CommandLine line, String verb) {
    CommandLine hidden = line.getSubcommands().get(verb);
    if (hidden != null) {
      hidden.getCommandSpec().usageMessage().hidden(true);
    }
  }

  private static int wrongUse(ParameterException e, Terminal terminal) {
    String verb = e.getCommandLine().getCommandSpec().qualifiedName();
    terminal.warn(
        firstLine(e.toString().replaceFirst("^[\\w.$]+: ", "")) + " (see " + verb + " --help)");
    return ExitStatus.WRONG_USE;
  }

  private static int failed(Exception failure, Terminal terminal) {
    boolean consequence = terminal.cancelled() && !(failure instanceof Progress.Cancelled);
    if (consequence) {
      LOG.debug("failed while being stopped", failure);
    }
    Exception e = consequence ? new Progress.Cancelled() : failure;
    return switch (e) {
      case Progress.Cancelled c -> {
        terminal.warn("Cancelled; nothing was written.");
        yield ExitStatus.CANCELLED;
      }
      case UserError.DatabaseRefused refused -> {
        LOG.info("the database refused", refused);
        terminal.warn(refused.sentence());
        yield ExitStatus.DATABASE;
      }
      case UserError wrong -> {
        terminal.warn(wrong.sentence());
        yield ExitStatus.WRONG_USE;
      }
      default -> unexpected(e, terminal);
    };
  }

  private static int unexpected(Exception e, Terminal terminal) {
    String code =
        Integer.toHexString(e.getClass().getName().hashCode() ^ firstLine(e.toString()).hashCode());
    LOG.error("unexpected failure {}", code, e);
    terminal.warn(
        "Something went wrong that should not have: "
            + firstLine(e.toString())
            + " (code "
            + code
            + "; the log has more)");
    return ExitStatus.WRONG_USE;
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("").strip();
  }

  /** Without a verb there is nothing to do here; the verbs it knows are named. */
  @Override
  public Integer call() {
    List<String> verbs =
        spec.subcommands().values().stream()
            .map(CommandLine::getCommandSpec)
            .filter(verb -> !verb.usageMessage().hidden())
            .map(CommandSpec::name)
            .toList();
    throw new ParameterException(
        spec.commandLine(), "Name one of the verbs " + String.join(", ", verbs));
  }
}
