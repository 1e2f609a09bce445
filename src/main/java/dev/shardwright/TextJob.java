package dev.shardwright;

import dev.shardwright.cli.ShardwrightCommand;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the program does where no window opens: plans a sample as text and writes its exports. */
record TextJob(Path folder, PrintStream out, PrintStream err) {
  private static final int WRONG_USE = 2;
  private static final String SAMPLE = "car-rental";
  private static final String ROOT = "clients";

  /** Says why there is no window, does the same job as text, and answers the exit status. */
  int run(String why, String... args) {
    if (args.length > 0) {
      err.println(why + ". As text: shardwright plan " + args[0] + " --root TABLE");
      return WRONG_USE;
    }
    out.println(why + ", so no window opens. The same job as text, on the sample " + SAMPLE + ":");
    out.println();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      err.println("Cannot create the folder " + folder + ": " + e.getMessage());
      return WRONG_USE;
    }
    return planAndExport();
  }

  private int planAndExport() {
    String plan = folder.resolve(SAMPLE + ".shardplan").toString();
    int planned =
        command("plan", "sample:" + SAMPLE, "--root", ROOT, "--fail-on", "none", "-o", plan);
    if (planned != 0) {
      return planned;
    }
    out.println();
    out.println("Written:");
    out.println(plan);
    return command("export", plan, "--to", folder.toString());
  }

  private int command(String... args) {
    return ShardwrightCommand.run(args, out, err);
  }
}
