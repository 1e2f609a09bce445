package dev.shardwright.bench;

import java.io.IOException;
import java.nio.file.Path;

/**
 * How long the packaged command line needs for its smallest verb, start script and JVM included.
 */
final class ProgramStartBenchmark implements Benchmark {
  private static final Path PROGRAM = Path.of("target/shardwright/bin/shardwright");

  @Override
  public String name() {
    return "start";
  }

  @Override
  public void run(Report report) throws Exception {
    double millis = Timing.medianMillis(1, 5, ProgramStartBenchmark::listSources);
    report.row("start: shardwright sources", millis, "ms", "", "whole process, median of 5");
  }

  private static void listSources() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(PROGRAM.toString(), "sources")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int status = process.waitFor();
    if (status != 0) {
      throw new IOException(PROGRAM + " sources ended with status " + status);
    }
  }
}
