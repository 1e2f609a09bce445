package dev.shardwright.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.model.TableName;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.GeneratedSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is killed in the middle of saves leaves a file that opens. */
class KilledWhileSavingTest {
  private static final int SAVES = 200;
  private static final int KILLS = 8;
  private static final long SEED = 20261126;

  @TempDir private Path folder;

  @Test
  void theFileOpensEveryTimeAndAtMostTheLastChangeIsMissing() throws Exception {
    Path file = folder.resolve("plan.shardplan");
    Random random = new Random(SEED);
    for (int kill = 0; kill < KILLS; kill++) {
      Files.deleteIfExists(file);
      int confirmed = killedAfter(random.nextInt(SAVES - 20) + 1, file);
      int saved = changes(file);
      assertThat(saved).as("seed %d, kill %d", SEED, kill).isBetween(confirmed, confirmed + 1);
    }
  }

  /** Kills the saving program some time after it confirmed so many saves; says how many it did. */
  private static int killedAfter(int wanted, Path file) throws IOException, InterruptedException {
    Path said = file.resolveSibling("said");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Saving.class.getName(),
                file.toString())
            .redirectOutput(said.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    while (confirmed(said) < wanted && process.isAlive()) {
      Thread.sleep(1);
    }
    Thread.sleep(1 + wanted % 7); // into the next save, not between two
    process.destroyForcibly().waitFor();
    return confirmed(said);
  }

  private static int confirmed(Path said) throws IOException {
    String text = Files.readString(said);
    return (int) text.chars().filter(c -> c == '\n').count();
  }

  private static int changes(Path file) {
    return (int) PlanFile.read(file).decisions().of(Decision.PlainId.class).count();
  }

  @Test
  void nothingHalfWrittenIsTakenForAPlan() throws Exception {
    Path file = folder.resolve("plan.shardplan");
    killedAfter(3, file);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(f -> f.toString().endsWith(".shardplan"))).containsExactly(file);
    }
  }

  /** Decides and saves, again and again, and says each time that it is done. */
  static final class Saving {
    private Saving() {}

    public static void main(String[] arguments) {
      Plan plan =
          Plan.of(
              GeneratedSchemas.of(60, 1),
              Decisions.root(new TableName("public", "clients")),
              Evidence.NONE);
      Decisions decisions = plan.decisions();
      for (int i = 1; i <= SAVES; i++) {
        decisions =
            decisions.with(
                new Decision.PlainId(
                    new TableName("public", "clients"), List.of("c" + i), Optional.empty()));
        new PlanFile(plan.schema(), decisions, plan.evidence(), Layout.NONE)
            .write(Path.of(arguments[0]));
        System.out.println(i);
      }
    }
  }
}
