package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every check has a page that says what it proves and what it cannot, and a line in the index. */
class HelpPagesTest {
  private static final Path HELP = Path.of("assets", "help");

  @ParameterizedTest
  @EnumSource(CheckCode.class)
  void everyCheckHasAPage(CheckCode check) throws IOException {
    String page = Files.readString(HELP.resolve(check + ".md"));
    assertThat(page)
        .startsWith("# " + check.title() + "\n")
        .contains(
            "`" + check + "`",
            "## What it means\n",
            "## What it proves\n",
            "## What it cannot prove\n",
            "## Evidence\n",
            "## Remedies\n- ");
    for (String section : page.split("\n## ", -1)) {
      assertThat(section.split("\n", 2)[1].strip()).as(section).isNotEmpty();
    }
    assertThat(Files.readString(HELP.resolve("INDEX.md")))
        .contains("[" + check.title() + "](" + check + ".md)");
  }

  @Test
  void thereIsNoPageOfAnythingElse() throws IOException {
    try (var files = Files.list(HELP)) {
      assertThat(files.map(f -> f.getFileName().toString())).hasSize(CheckCode.values().length + 1);
    }
  }
}
