package dev.shardwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextJobTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path folder;

  @Test
  void withoutAWindowTheSampleIsPlannedAsTextAndExported() {
    assertThat(job().run("There is no display")).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("There is no display, so no window opens.")
        .contains("8 tables: 3 client, 3 context, 2 neutral, 0 undecided");
    for (String file :
        new String[] {
          "car-rental.shardplan", "shard_schema.sql", "neutral_schema.sql", "dispatch_schema.sql"
        }) {
      assertThat(folder.resolve(file)).isNotEmptyFile();
    }
  }

  @Test
  void aSourceWithoutAWindowIsSentToTheCommandLine() {
    assertThat(job().run("There is no display", "shop.sql")).isEqualTo(2);

    assertThat(err.toString(StandardCharsets.UTF_8).strip())
        .isEqualTo("There is no display. As text: shardwright plan shop.sql --root TABLE");
    assertThat(folder).isEmptyDirectory();
  }

  private TextJob job() {
    return new TextJob(
        folder,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }
}
