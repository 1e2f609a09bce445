package dev.shardwright.bench;

import dev.shardwright.Launcher;
import dev.shardwright.classify.Decisions;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlanFile;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.GeneratedSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The whole program, started on a plan of 1,000 tables: when the plan stands in the window, and
 * what the process keeps in memory once it is quiet. Without a screen, as the tests are.
 */
final class OpenBenchmark implements Benchmark {
  private static final int TABLES = 1_000;
  private static final long PATIENCE_MILLIS = 120_000;
  private static final int SETTLE_SECONDS = 6;

  @Override
  public String name() {
    return "open";
  }

  @Override
  public void run(Report report) throws Exception {
    Path folder = Files.createTempDirectory("open");
    Path plan = folder.resolve("large.shardplan");
    PlanFile.of(
            Plan.of(
                GeneratedSchemas.of(TABLES, 1),
                Decisions.root(GeneratedSchemas.ROOT),
                Evidence.NONE))
        .write(plan);
    Path log = folder.resolve("log");
    Process process = start(folder, log, plan);
    try {
      Cost frame = cost(process, log, "first frame");
      Cost shown = cost(process, log, "plan shown");
      String note = "from the window's first frame, JVM cold, no start-up cache";
      report.row(
          "opening a plan of 1,000 tables, clock",
          (shown.clock - frame.clock) / 1000.0,
          "s",
          "≤ 2 s",
          note);
      report.row(
          "opening a plan of 1,000 tables, CPU",
          (shown.cpu - frame.cpu) / 1000.0,
          "s",
          "",
          note + "; all threads");
      TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
      report.row(
          "memory with it",
          residentMegabytes(process),
          "MB",
          "≤ 400 MB",
          "whole process, resident");
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** With the options of the packages, which have a start-up cache on top. */
  private static Process start(Path folder, Path log, Path plan) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(PackagedJvm.options());
    command.addAll(
        List.of(
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-Dshardwright.log=" + log,
            "-cp",
            System.getProperty("java.class.path"),
            Launcher.class.getName(),
            plan.toString()));
    ProcessBuilder program = new ProcessBuilder(command);
    program.environment().put("XDG_CONFIG_HOME", folder.toString());
    program.environment().put("XDG_STATE_HOME", folder.toString());
    return program
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("said").toFile())
        .start();
  }

  private record Cost(long cpu, long clock) {}

  /** What the program's log says something cost. */
  private static Cost cost(Process process, Path log, String what)
      throws IOException, InterruptedException {
    Pattern line = Pattern.compile(what + ": (\\d+) ms CPU, (\\d+) ms clock");
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (System.currentTimeMillis() < end && process.isAlive()) {
      Matcher found = line.matcher(Files.exists(log) ? Files.readString(log) : "");
      if (found.find()) {
        return new Cost(Long.parseLong(found.group(1)), Long.parseLong(found.group(2)));
      }
      Thread.sleep(20);
    }
    throw new IOException("The program did not say \"" + what + "\".");
  }

  private static double residentMegabytes(Process process) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(l -> l.startsWith("VmRSS:"))
        .mapToDouble(l -> Double.parseDouble(l.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }
}
