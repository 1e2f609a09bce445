package dev.shardwright.cli;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** Prints the manual page of the whole command line, made of the same words as --help. */
@Command(name = "generate-man-page", hidden = true, description = "Print the manual page.")
final class ManPageCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();

  ManPageCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    terminal.print(page(spec.root()));
    return ExitStatus.DONE;
  }

  private static String page(CommandSpec root) {
    StringBuilder page = new StringBuilder();
    page.append(".TH SHARDWRIGHT 1 \"\" \"Shardwright ").append(Version.number()).append("\"\n");
    page.append(".SH NAME\nshardwright \\- plans the split of a database into shards\n");
    page.append(".SH SYNOPSIS\n.B shardwright\n[SOURCE | PLANFILE]\n.br\n");
    page.append(".B shardwright\nVERB [OPTIONS]\n.SH DESCRIPTION\n");
    text(page, root.usageMessage().description());
    text(page, root.usageMessage().footer());
    for (Map.Entry<String, CommandLine> verb : root.subcommands().entrySet()) {
      CommandSpec spec = verb.getValue().getCommandSpec();
      if (!spec.usageMessage().hidden()) {
        verb(page, spec);
      }
    }
    page.append(".SH FILES\n.TP\n~/.pgpass, ~/.my.cnf\nPasswords, where none is given.\n");
    return page.toString();
  }

  private static void verb(StringBuilder page, CommandSpec verb) {
    page.append(".SH ").append(verb.name().toUpperCase(Locale.ROOT)).append('\n');
    text(page, verb.usageMessage().description());
    verb.positionalParameters()
        .forEach(p -> {
          page.append(".TP\n.I ").append(escaped(p.paramLabel())).append('\n');
          text(page, p.description());
        });
    verb.options().stream().filter(o -> !o.hidden()).forEach(o -> option(page, o));
  }

  private static void option(StringBuilder page, OptionSpec option) {
    page.append(".TP\n.B ").append(escaped(String.join(", ", option.names())));
    if (option.arity().max() > 0) {
      page.append(' ').append(escaped(option.paramLabel()));
    }
    page.append('\n');
    text(page, option.description());
  }

  private static void text(StringBuilder page, String... lines) {
    for (String line : lines) {
      String plain = CommandLine.Help.Ansi.OFF.string(line);
      page.append(plain.isBlank() ? ".PP" : escaped(plain)).append('\n');
    }
  }

  /** Signs that the formatter of manual pages would take for commands. */
  private static String escaped(String line) {
    String safe = line.replace("\\", "\\e").replace("-", "\\-");
    return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
  }
}
