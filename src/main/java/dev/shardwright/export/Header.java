package dev.shardwright.export;

import dev.shardwright.model.Provenance;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import java.util.List;
import java.util.regex.Pattern;

/** The comment at the head of every file: what it is, where it comes from, what it lacks. */
final class Header {
  private static final Pattern TIME =
      Pattern.compile("(?:(?:--|#) )?Written by .+ at \\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z\\.");

  private Header() {}

  /** True for the one line that differs when nothing else does. */
  static boolean tellsTime(String line) {
    return line.contains("Written by ") && TIME.matcher(line).matches();
  }

  static void write(Script script, Export export, Plan plan, ExportOptions options) {
    Provenance origin = plan.schema().origin();
    script
        .comment(export.fileName())
        .comment(export.purpose())
        .gap()
        .comment(
            "Written by "
                + options.tool()
                + options.time().map(time -> " at " + time).orElse("")
                + ".")
        .comment(
            "Source: "
                + origin.product().title()
                + " "
                + origin.version()
                + ", "
                + origin.described()
                + " ("
                + String.join(", ", origin.schemas())
                + "). Root table: "
                + plan.root().map(TableName::toString).orElse("none")
                + ".");
    origin.notes().forEach(note -> script.comment("Note: " + note));
    if (export.needsFinishedPlan()) {
      incomplete(script, Obstacles.of(plan, options));
    }
  }

  private static void incomplete(Script script, Obstacles obstacles) {
    List<String> sentences = obstacles.sentences();
    if (!sentences.isEmpty()) {
      script
          .gap()
          .comment("INCOMPLETE: do not run this in production. What stands against it:")
          .bullets(sentences);
    }
  }
}
