package dev.shardwright.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardwright.classify.Decisions;
import dev.shardwright.model.Progress;
import dev.shardwright.model.UserError;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.Schemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Exports into a folder that holds files already: nothing is lost without consent. */
class ConsentTest {
  private static final String SHOP =
      "cities(id:integer, name:text!) clients(id:integer, login:text!, city_id:integer! -> cities)"
          + " logs(id:integer)";
  private static final Plan PLAN = plan(SHOP);
  private static final List<Export> TWO = List.of(new ShardSchema(), new NeutralSchema());

  @TempDir Path folder;

  @Test
  void filesThatAreThereForTheFirstTimeAreNew() {
    assertThat(export(PLAN, at(10)).files())
        .extracting(Written.Item::words)
        .containsOnly("new")
        .hasSizeGreaterThan(5);
  }

  @Test
  void anEqualFileStaysWithItsOlderTime() throws IOException {
    export(PLAN, at(10));
    Map<String, String> before = contents();
    assertThat(export(PLAN, at(11)).files())
        .extracting(Written.Item::words)
        .containsOnly("unchanged");
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void aChangedFileTellsItsLines() throws IOException {
    export(PLAN, at(10));
    Written again = export(plan(SHOP + " hints(id:integer, words:text)"), at(11));
    assertThat(item(again, "neutral_schema.sql").words())
        .matches("changed \\(\\+\\d+ −\\d+ lines\\)");
    assertThat(item(again, "grants.sql").path()).isRegularFile();
    assertThat(folder.resolve("neutral_schema.sql")).content().contains("hints", "T11:00:00Z");
  }

  @Test
  void anEditedFileIsKeptUnlessForced() throws IOException {
    export(PLAN, at(10));
    Path mine = folder.resolve("grants.sql");
    Files.writeString(mine, Files.readString(mine) + "GRANT SELECT ON logs TO me;\n");
    Map<String, String> before = contents();
    assertThatThrownBy(() -> export(PLAN, at(11)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("grants.sql is edited since Shardwright wrote it")
        .hasMessageContaining("--force");
    assertThat(contents()).isEqualTo(before);
    Written forced = Exports.write(PLAN, at(11), folder, Set.of(), true, Progress.SILENT);
    assertThat(item(forced, "grants.sql").words()).isEqualTo("changed (+0 −1 lines)");
    assertThat(mine).content().doesNotContain("TO me");
    assertThat(export(PLAN, at(12)).files())
        .extracting(Written.Item::words)
        .containsOnly("unchanged");
  }

  @Test
  void aFileOfAnotherProgramIsKeptUnlessForcedWhateverItsBytes() throws IOException {
    Path mine = Files.write(folder.resolve("checks.sql"), new byte[] {(byte) 0xff, 0, (byte) 0xfe});
    assertThatThrownBy(() -> export(PLAN, at(10)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("checks.sql is there already and not written by Shardwright");
    assertThat(contents()).containsOnlyKeys("checks.sql");
    Exports.write(PLAN, at(10), folder, Set.of(), true, Progress.SILENT);
    assertThat(mine).content().contains("Written by Shardwright");
  }

  @Test
  void aFolderInAFilesPlaceStopsEvenAForcedExport() throws IOException {
    Files.createDirectory(folder.resolve("checks.sql"));
    assertThatThrownBy(() -> Exports.write(PLAN, at(10), folder, Set.of(), true, Progress.SILENT))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("checks.sql is a folder");
    assertThat(contents()).containsOnlyKeys("checks.sql");
  }

  @Test
  void filesOfAnEarlierExportAreNamedAndStay() {
    export(PLAN, at(10).slotted(100, List.of(1, 5), OptionalInt.empty()));
    Written fewer = export(PLAN, at(11).slotted(100, List.of(1), OptionalInt.empty()));
    assertThat(fewer.stale())
        .isNotEmpty()
        .allSatisfy(file -> assertThat(file).isRegularFile())
        .allSatisfy(file -> assertThat(file.getFileName().toString()).contains("05"));
    Written one = Exports.write(PLAN, at(12), folder, Set.of("grants"), false, Progress.SILENT);
    assertThat(one.stale()).as("one file of a set makes no other stale").isEmpty();
  }

  @Test
  void aFullDiskLeavesEverythingAsItWas() throws IOException {
    export(PLAN, at(10));
    Map<String, String> before = contents();
    assertThatThrownBy(() ->
            write((export, out) -> {
              add(out, "-- Written by Shardwright, another text\n");
              if (export instanceof NeutralSchema) {
                throw new UncheckedIOException(new IOException("No space left on device"));
              }
            }))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("No space left on device")
        .hasMessageContaining(folder.toString());
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void aFileThatCannotGoToItsPlaceBringsThoseBeforeItBack() throws IOException {
    export(PLAN, at(10));
    Files.delete(folder.resolve("neutral_schema.sql"));
    Map<String, String> before = contents();
    FileSwap swap = new FileSwap(Files.createDirectory(folder.resolve("beside")));
    Files.writeString(folder.resolve("beside/shard_schema.sql"), "another text");
    assertThatThrownBy(
            () -> swap.moveAll(TWO.stream().map(e -> folder.resolve(e.fileName())).toList()))
        .isInstanceOf(IOException.class);
    Files.delete(folder.resolve("beside"));
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFolderThatTakesNoFilesIsNamed() {
    Path none = Path.of("/proc/self");
    assertThatThrownBy(
            () -> new FileSet(none, false).write(TWO, true, (e, out) -> {}, Progress.SILENT))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Cannot write to /proc/self");
  }

  private void write(BiConsumer<Export, Appendable> content) {
    new FileSet(folder, false).write(TWO, false, content, Progress.SILENT);
  }

  private static void add(Appendable out, String text) {
    try {
      out.append(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Written export(Plan plan, ExportOptions options) {
    return Exports.write(plan, options, folder, Set.of(), false, Progress.SILENT);
  }

  private static Written.Item item(Written written, String name) {
    return written.files().stream().filter(f -> f.path().endsWith(name)).findFirst().orElseThrow();
  }

  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        contents.put(
            file.getFileName().toString(),
            Files.isDirectory(file)
                ? "folder"
                : Files.getLastModifiedTime(file)
                    + new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return contents;
  }

  private static ExportOptions at(int hour) {
    return ExportOptions.DEFAULT
        .by("Shardwright 0.1.0")
        .at(Instant.parse("2026-11-22T" + hour + ":00:00Z"));
  }

  private static Plan plan(String schema) {
    return Plan.of(Schemas.parse(schema), Decisions.root(Schemas.table("clients")), Evidence.NONE);
  }
}
