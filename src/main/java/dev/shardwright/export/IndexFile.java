package dev.shardwright.export;

import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What each file of the set is for and in which order they are used: the first one to open. */
final class IndexFile implements Export {

  /** A step of the work and the files that it takes, by the guide's order (planner, 11.6). */
  private record Step(String title, String what, Pattern files) {
    static Step of(String title, String what, String files) {
      return new Step(title, what, Pattern.compile(files));
    }
  }

  private static final String SLOTS = "Keep the ids of shards apart";

  // planner.md 11.2: rows made in between leave arbitrary residues that shards then collide with
  private static final String NO_SLOT =
      """

      The database of today has no slot among them (`--fake-slot` gives it one, and a file that tells where the counters
      of the shards begin). As long as it has none, a new row on a shard may take the id of a row that has yet to move
      there: begin the counters above its largest ids before the first new client.
      """;

  private static final List<Step> STEPS =
      List.of(
          Step.of(
              "Make the databases",
              "One neutral database, one dispatch database, one database per shard. All shards"
                  + " equal in power, each replicated. Then tell dispatch the shards:"
                  + " dispatch_schema.sql holds their rows, to be filled in.",
              "(neutral|shard|dispatch)_schema\\.sql"),
          Step.of(
              SLOTS, "Before the first row: on every shard, and on its replicas too.", "ids_.*"),
          Step.of(
              "Fill what all share",
              "The neutral rows once, the context rows on every shard.",
              ".*_data\\.sql"),
          Step.of("Give rights", "The application may not write context tables.", "grants\\.sql"),
          Step.of(
              "Let the monolith play a shard",
              "Counters, and every client in dispatch; then the application that asks dispatch"
                  + " first can be deployed.",
              "fake_shard\\.sql"),
          Step.of(
              "Try a client, then move clients",
              "At the client's quiet hours, his state in dispatch locked; verify, then delete.",
              "client_(rows|copy)\\.sql"),
          Step.of("Check, again and again", "On every server.", "checks\\.sql"),
          Step.of(
              "Ask the data",
              "Run by hand what the program may not run itself, and give it the answers with"
                  + " --evidence.",
              "probes\\.sql"));

  @Override
  public String fileName() {
    return "README.md";
  }

  @Override
  public String purpose() {
    return "What each file is for and in which order they are used.";
  }

  @Override
  public void write(Plan plan, ExportOptions options, Appendable out) {
    try {
      out.append(text(plan, options));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(Plan plan, ExportOptions options) {
    StringBuilder text = new StringBuilder("# The split of ");
    text.append(plan.schema().origin().described())
        .append(" by ")
        .append(plan.root().map(TableName::toString).orElse("no root"))
        .append("\n\nWritten by ")
        .append(options.tool())
        .append(options.time().map(time -> " at " + time).orElse(""))
        .append(".\n\n");
    List<String> obstacles = Obstacles.of(plan, options).sentences();
    if (!obstacles.isEmpty()) {
      text.append(
          "**INCOMPLETE: do not run these files in production.** What stands against it:\n\n");
      obstacles.forEach(sentence -> text.append("- ").append(sentence).append('\n'));
      text.append('\n');
    }
    text.append(
        "> **Freeze.** From now on neither the structure of the source nor its neutral and context"
            + " rows may change until the shards are in use: what changes after the export is in"
            + " none of these files.\n");
    steps(text, plan, options);
    return text.toString();
  }

  private void steps(StringBuilder text, Plan plan, ExportOptions options) {
    List<Export> left = new ArrayList<>(Exports.of(options));
    left.removeIf(export -> export.fileName().equals(fileName()));
    left.removeIf(export -> !export.wanted(plan, options));
    int number = 1;
    for (Step step : STEPS) {
      List<Export> files =
          left.stream().filter(e -> step.files().matcher(e.fileName()).matches()).toList();
      if (!files.isEmpty()) {
        text.append("\n## ").append(number++).append(". ").append(step.title()).append("\n\n");
        text.append(step.what()).append("\n\n");
        files.forEach(export -> line(text, export));
        if (step.title().equals(SLOTS) && options.fakeShard().isEmpty()) {
          text.append(NO_SLOT);
        }
        left.removeAll(files);
      }
    }
    if (!left.isEmpty()) {
      text.append("\n## Besides\n\n");
      left.forEach(export -> line(text, export));
    }
  }

  private static void line(StringBuilder text, Export export) {
    text.append("- `")
        .append(export.fileName())
        .append("`: ")
        .append(export.purpose())
        .append('\n');
  }
}
