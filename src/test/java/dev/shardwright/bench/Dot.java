package dev.shardwright.bench;

import dev.shardwright.diagram.Diagram;
import dev.shardwright.diagram.Drawing;
import dev.shardwright.diagram.Link;
import dev.shardwright.diagram.Placed;
import dev.shardwright.model.TableName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Graphviz's layered layout of the same boxes and lines. */
final class Dot {
  private static final double PX_PER_INCH = 72;

  private Dot() {}

  /** What dot made of a graph, and in how many seconds of the clock. */
  record Result(Lines lines, double seconds, double aspect) {}

  static boolean installed() {
    for (String folder : System.getenv("PATH").split(":", -1)) {
      if (Files.isExecutable(Path.of(folder, "dot"))) {
        return true;
      }
    }
    return false;
  }

  /** The layout; empty if it is not ready in time. */
  static Optional<Result> layout(Diagram diagram, Drawing sizes, int timeoutSeconds)
      throws IOException, InterruptedException {
    Path in = Files.createTempFile("layout", ".dot");
    Path out = Files.createTempFile("layout", ".plain");
    try {
      Files.writeString(in, text(diagram, sizes));
      long start = System.nanoTime();
      Process dot =
          new ProcessBuilder("dot", "-Tplain", "-o", out.toString(), in.toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!dot.waitFor(timeoutSeconds, TimeUnit.SECONDS)) {
        dot.destroyForcibly().waitFor();
        return Optional.empty();
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      return Optional.of(read(Files.readAllLines(out), seconds));
    } finally {
      Files.delete(in);
      Files.delete(out);
    }
  }

  private static String text(Diagram diagram, Drawing sizes) {
    Map<TableName, Integer> numbers = new HashMap<>();
    StringBuilder text = new StringBuilder("digraph { rankdir=LR; nodesep=0.35; ranksep=0.75;\n");
    text.append("node [shape=box fixedsize=true label=\"\"];\n");
    for (Placed box : sizes.boxes().values()) {
      numbers.put(box.table(), numbers.size());
      text.append(
          String.format(
              Locale.ROOT,
              "n%d [width=%.3f height=%.3f];%n",
              numbers.get(box.table()),
              box.area().width() / PX_PER_INCH,
              box.area().height() / PX_PER_INCH));
    }
    for (Link link : diagram.links()) {
      text.append('n').append(numbers.get(link.parent())).append(" -> n");
      text.append(numbers.get(link.child())).append(";\n");
    }
    return text.append("}\n").toString();
  }

  private static Result read(List<String> plain, double seconds) {
    Lines lines = new Lines();
    double aspect = 0;
    for (String line : plain) {
      String[] words = line.split(" ", -1);
      if (words[0].equals("graph")) {
        aspect = Double.parseDouble(words[2]) / Double.parseDouble(words[3]);
      } else if (words[0].equals("edge")) {
        double[] xy = new double[2 * Integer.parseInt(words[3])];
        for (int i = 0; i < xy.length; i++) {
          xy[i] = Double.parseDouble(words[4 + i]) * PX_PER_INCH;
        }
        lines.bezier(xy);
      }
    }
    return new Result(lines, seconds, aspect);
  }
}
