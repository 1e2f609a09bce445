package dev.shardwright.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.classify.Kind;
import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.model.UserError;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportsTest {
  private static final String SHOP =
      "cities(id:integer, name:text!) clients(id:integer, login:text!, city_id:integer! -> cities)"
          + " orders(id:integer, client_id:integer! -> clients) logs(id:integer)";

  @TempDir Path folder;

  @Test
  void theFilesOfTheGuideAppearTogether() {
    List<Path> files = export(plan(SHOP), Set.of(), false);
    assertThat(files)
        .extracting(file -> file.getFileName().toString())
        .containsSubsequence("shard_schema.sql", "neutral_schema.sql", "dispatch_schema.sql");
    assertThat(files).allSatisfy(file -> assertThat(file).isNotEmptyFile());
    assertThat(names(folder)).noneMatch(name -> name.startsWith(".shardwright-"));
  }

  @Test
  void theSamePlanGivesTheSameBytes() throws IOException {
    export(plan(SHOP), Set.of(), false);
    String first = Files.readString(folder.resolve("shard_schema.sql"));
    export(plan(SHOP), Set.of(), false);
    assertThat(folder.resolve("shard_schema.sql")).hasContent(first);
    assertThat(first).doesNotContain(" at ").contains("Written by Shardwright");
  }

  @Test
  void theTimeIsOneLineOfTheHeader() {
    ExportOptions dated =
        ExportOptions.DEFAULT.by("Shardwright 0.1.0").at(Instant.parse("2026-11-22T10:00:00Z"));
    String text = Exports.preview(plan(SHOP), dated, "neutral_schema.sql");
    assertThat(text).contains("-- Written by Shardwright 0.1.0 at 2026-11-22T10:00:00Z.\n");
  }

  @Test
  void anUndecidedTableStopsTheExport() {
    Plan plan = plan(SHOP + " city_maps(id:integer, city_id:integer! -> cities)");
    assertThatThrownBy(() -> export(plan, Set.of(), false))
        .isInstanceOf(ExportRefused.class)
        .hasMessageContaining("public.city_maps");
    assertThat(names(folder)).isEmpty();
  }

  @Test
  void forcedFilesSayThatTheyAreIncomplete() throws IOException {
    Plan plan = plan(SHOP + " city_maps(id:integer, city_id:integer! -> cities)");
    export(plan, Set.of("shard_schema"), true);
    assertThat(names(folder)).containsExactly(FileSums.FILE, "shard_schema.sql");
    String text = Files.readString(folder.resolve("shard_schema.sql"));
    assertThat(text).contains("-- INCOMPLETE").contains("public.city_maps");
    assertThat(text).doesNotContain("CREATE TABLE public.city_maps");
  }

  @Test
  void anUnknownFileIsNamed() {
    assertThatThrownBy(() -> export(plan(SHOP), Set.of("shard"), false))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no file shard")
        .hasMessageContaining("shard_schema.sql");
  }

  @Test
  void withoutARootThereIsNothingToSplit() {
    Plan plan = Plan.of(Schemas.parse(SHOP), Decisions.NONE, Evidence.NONE);
    assertThatThrownBy(() -> export(plan, Set.of(), true)).hasMessageContaining("root");
  }

  @Test
  void aForeignFileIsNotOverwritten() throws IOException {
    Path mine = folder.resolve("neutral_schema.sql");
    Files.writeString(mine, "CREATE TABLE mine (id int);\n");
    assertThatThrownBy(() -> export(plan(SHOP), Set.of(), false))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("neutral_schema.sql");
    assertThat(mine).hasContent("CREATE TABLE mine (id int);");
    assertThat(names(folder)).containsExactly("neutral_schema.sql");
  }

  @Test
  void aCancelledExportLeavesNothing() {
    Path target = folder.resolve("out");
    assertThatThrownBy(() ->
            Exports.write(
                plan(SHOP), ExportOptions.DEFAULT, target, Set.of(), false, new Impatient()))
        .isInstanceOf(Progress.Cancelled.class);
    assertThat(target).doesNotExist();
  }

  @Test
  void aFailingFileTakesTheOthersWithIt() {
    Plan plan = plan("clients(a:integer!, b:integer!, pk[a b])");
    assertThatThrownBy(() -> export(plan, Set.of(), true))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("public.clients")
        .hasMessageContaining("(a, b)");
    assertThat(names(folder)).isEmpty();
  }

  @Test
  void aPlaceThatIsNoFolderIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThatThrownBy(() ->
            Exports.write(
                plan(SHOP), ExportOptions.DEFAULT, file, Set.of(), false, Progress.SILENT))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void keysThatCrossTheSplitAreCommentsOnly() {
    Plan plan =
        planWith(
            new Decision.KindOverride(
                Schemas.table("cities"), Kind.NEUTRAL, Optional.of("looked up in software")));
    String shard = Exports.preview(plan, ExportOptions.DEFAULT, "shard_schema.sql");
    assertThat(shard)
        .doesNotContain("REFERENCES public.cities")
        .contains("-- Left out: clients_city_id_fkey (city_id) → public.cities (id)");
  }

  @Test
  void aCutKeyIsACommentWithItsReason() {
    Plan plan =
        planWith(
            new Decision.Cut("public.clients.clients_city_id_fkey", Optional.of("display only")));
    String shard = Exports.preview(plan, ExportOptions.DEFAULT, "shard_schema.sql");
    assertThat(shard).doesNotContain("REFERENCES public.cities").contains("display only");
  }

  private Plan planWith(Decision decision) {
    Decisions decisions = Decisions.root(Schemas.table("clients")).with(decision);
    return Plan.of(Schemas.parse(Product.POSTGRESQL, SHOP), decisions, Evidence.NONE);
  }

  private static Plan plan(String schema) {
    return Plan.of(Schemas.parse(schema), Decisions.root(Schemas.table("clients")), Evidence.NONE);
  }

  private List<Path> export(Plan plan, Set<String> only, boolean force) {
    return Exports.write(plan, ExportOptions.DEFAULT, folder, only, force, Progress.SILENT).paths();
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Cancels when the second file is begun. */
  private static final class Impatient implements Progress {
    private int steps;

    @Override
    public void step(String what, double fraction) {
      steps++;
    }

    @Override
    public boolean cancelled() {
      return steps > 1;
    }

    @Override
    public AutoCloseable onCancel(Runnable stop) {
      return () -> {};
    }
  }
}
