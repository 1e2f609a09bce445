package dev.shardwright.cli;

import dev.shardwright.introspect.Connections;
import dev.shardwright.introspect.Samples;
import dev.shardwright.model.UserFolders;
import dev.shardwright.report.PlanJson;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lists the samples and the remembered connections. */
@Command(
    name = "sources",
    description = "List the samples and the remembered connections.",
    mixinStandardHelpOptions = true)
final class SourcesCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(names = "--format", description = "text or json.")
  private Format format = Format.text;

  SourcesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<Samples.Sample> samples = Samples.all();
    List<Connections.Remembered> connections = Connections.of(UserFolders.ofThisUser()).all();
    if (format == Format.json) {
      terminal.print(json(samples, connections));
    } else {
      samples.forEach(s ->
          terminal.print(
              String.format(
                  Locale.ROOT, "sample:%-18s root %-12s %s%n", s.name(), s.root(), s.title())));
      connections.forEach(c ->
          terminal.print(
              String.format(
                  Locale.ROOT, "%-30s %s %s%n", c.name(), c.url(), c.user().orElse("").strip())));
    }
    return ExitStatus.DONE;
  }

  private static ObjectNode json(
      List<Samples.Sample> samples, List<Connections.Remembered> connections) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ArrayNode array = document.putArray("samples");
    for (Samples.Sample sample : samples) {
      array
          .addObject()
          .put("name", sample.name())
          .put("title", sample.title())
          .put("root", sample.root())
          .put("about", sample.about())
          .set("flavours", PlanJson.words(sample.flavours()));
    }
    ArrayNode list = document.putArray("connections");
    for (Connections.Remembered one : connections) {
      ObjectNode entry = list.addObject().put("name", one.name()).put("url", one.url());
      one.user().ifPresentOrElse(user -> entry.put("user", user), () -> entry.putNull("user"));
    }
    return document;
  }
}
