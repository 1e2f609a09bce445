package dev.shardwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportRowsTest {
  private static final String SAMPLE = "sample:car-rental";

  @TempDir Path folder;

  @Test
  void aPlanFileTakesItsRowsFromTheDatabaseThatIsNamed() throws IOException {
    String plan = folder.resolve("rental.shardplan").toString();
    Shell.run("plan", SAMPLE, "--root", "clients", "--quiet", "-o", plan);
    String out = folder.resolve("out").toString();
    Shell alone = Shell.run("export", plan, "--to", out, "--data", "insert", "--quiet");
    assertThat(alone.status()).isEqualTo(2);
    assertThat(alone.err()).contains("--from");
    assertThat(Path.of(out)).doesNotExist();

    Shell named =
        Shell.run("export", plan, "--to", out, "--data", "copy", "--from", SAMPLE, "--quiet");
    assertThat(named.err()).isEmpty();
    assertThat(named.status()).isZero();
    assertThat(Files.readString(Path.of(out, "context_data.sql")))
        .contains("COPY public.cities", "COMMIT;");
  }

  @Test
  void theSlotsAreThoseThatWereAskedFor() throws IOException {
    String out = folder.resolve("out").toString();
    Shell shell =
        Shell.run(
            "export",
            SAMPLE,
            "--root",
            "clients",
            "--to",
            out,
            "--only",
            "ids,fake_shard",
            "--slots",
            "500",
            "--shards",
            "3,12",
            "--fake-slot",
            "9",
            "--no-timestamp",
            "--quiet");
    assertThat(shell.err()).isEmpty();
    assertThat(shell.out())
        .contains("ids_shard_03.sql", "ids_shard_12.sql", "ids_fake_shard.sql", "fake_shard.sql")
        .doesNotContain("shard_schema.sql", ".cnf");
    assertThat(Files.readString(Path.of(out, "ids_shard_12.sql")))
        .contains("step := 500 * q.block", "start := 12 * q.block");
  }

  @Test
  void theMonolithCannotTakeTheSlotOfAShard() {
    String out = folder.resolve("out").toString();
    Shell shell =
        Shell.run(
            "export", SAMPLE, "--root", "clients", "--to", out, "--fake-slot", "2", "--quiet");
    assertThat(shell.status()).isEqualTo(2);
    assertThat(shell.err()).contains("Slot 2 belongs to a real shard");
    assertThat(Path.of(out)).doesNotExist();
  }
}
