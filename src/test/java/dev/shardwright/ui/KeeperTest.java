package dev.shardwright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.classify.Kind;
import dev.shardwright.model.Schema;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UserFolders;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlanFile;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No decision is lost: two windows, a crash, a damaged file, a file that others changed. */
class KeeperTest {
  private static final Schema BLOG =
      Schemas.parse(
          """
          clients(id, city_id -> cities!)
          cities(id, name:text!)
          posts(id, client_id -> clients!)
          """);
  private static final TableName CITIES = new TableName("public", "cities");

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void aPlanFile() {
    file = folder.resolve("blog.shardplan");
    Decisions root = Decisions.root(new TableName("public", "clients"));
    PlanFile.of(Plan.of(BLOG, root, Evidence.NONE)).write(file);
  }

  @Test
  void theSecondWindowOnAFileSaysSoAndDoesNotWriteIt() throws IOException {
    PlannerModel first = opened(file);
    PlannerModel second = opened(file);
    assertThat(first.keeper().busyProperty().get()).isFalse();
    assertThat(second.keeper().busyProperty().get()).isTrue();
    String before = Files.readString(file);
    second.decide(neutral());
    second.save();
    assertThat(sentence(second)).contains("blog.shardplan", "another window");
    assertThat(file).hasContent(before);
    second.saveAs(folder.resolve("mine.shardplan"));
    assertThat(second.keeper().busyProperty().get()).isFalse();
    assertThat(PlanFile.read(folder.resolve("mine.shardplan")).decisions().all())
        .contains(neutral());
  }

  @Test
  void aFullDiskIsASentenceAndThePlanStaysOpen() throws Exception {
    PlannerModel model = opened(file);
    model.decide(neutral());
    String before = Files.readString(file);
    largestFile("1024"); // the next kilobyte does not fit, as on a full disk
    try {
      model.save();
    } finally {
      largestFile("unlimited");
    }
    assertThat(sentence(model)).contains("Cannot write " + file);
    assertThat(file).hasContent(before);
    try (Stream<Path> beside = Files.list(folder)) {
      assertThat(beside.map(p -> p.getFileName().toString()))
          .noneMatch(n -> n.startsWith(".blog.shardplan") && !n.endsWith(".lock"));
    }
    assertThat(model.dirtyProperty().get()).isTrue();
    assertThat(model.plan().orElseThrow().kind(CITIES)).isEqualTo(Kind.NEUTRAL);
    model.save(); // room was made
    assertThat(PlanFile.read(file).decisions().all()).contains(neutral());
    assertThat(model.dirtyProperty().get()).isFalse();
  }

  /** Limits the size of every file that this process writes. */
  private static void largestFile(String bytes) throws Exception {
    Assumptions.assumeTrue(Files.exists(Path.of("/usr/bin/prlimit")), "no prlimit here");
    String pid = String.valueOf(ProcessHandle.current().pid());
    Process limiting =
        new ProcessBuilder("prlimit", "--pid", pid, "--fsize=" + bytes + ":").start();
    assertThat(limiting.waitFor()).isZero();
  }

  @Test
  void aClosedWindowLetsTheFileGo() {
    PlannerModel first = opened(file);
    first.close();
    assertThat(opened(file).keeper().busyProperty().get()).isFalse();
  }

  @Test
  void whatWasNotSavedIsOfferedAtTheNextStart() {
    PlannerModel first = opened(file);
    first.decide(neutral());
    first.close();

    PlannerModel next = model();
    next.keeper().look();
    var left = next.keeper().leftProperty().get();
    assertThat(left).singleElement().matches(l -> l.planFile().equals(Optional.of(file)));
    next.restore(left.getFirst());
    assertThat(next.plan().orElseThrow().kind(CITIES)).isEqualTo(Kind.NEUTRAL);
    assertThat(next.planFileProperty().get()).contains(file);
    assertThat(next.dirtyProperty().get()).isTrue();
    assertThat(next.journal().canUndoProperty().get()).isTrue();
    next.save();
    assertThat(PlanFile.read(file).decisions().all()).contains(neutral());

    PlannerModel later = model();
    later.keeper().look();
    assertThat(later.keeper().leftProperty().get()).isEmpty();
  }

  @Test
  void openingAnotherPlanKeepsWhatTheFirstDidNotSave() {
    Path other = folder.resolve("other.shardplan");
    PlanFile.of(Plan.of(BLOG, Decisions.NONE, Evidence.NONE)).write(other);
    PlannerModel model = opened(file);
    model.decide(neutral());
    model.openPlanFile(other);
    assertThat(model.keeper().leftProperty().get()).hasSize(1);
    model.restore(model.keeper().leftProperty().get().getFirst());
    assertThat(model.plan().orElseThrow().kind(CITIES)).isEqualTo(Kind.NEUTRAL);
  }

  @Test
  void theWorkOfAWindowThatIsStillOpenIsItsOwn() {
    PlannerModel first = opened(file);
    first.decide(neutral());
    PlannerModel second = model();
    second.keeper().look();
    assertThat(second.keeper().leftProperty().get()).isEmpty();
  }

  @Test
  void aFileThatAnotherProgramChangedIsNotWrittenOver() throws IOException {
    PlannerModel model = opened(file);
    model.decide(neutral());
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    model.save();
    assertThat(sentence(model)).contains("another program");
    assertThat(model.dirtyProperty().get()).isTrue();
  }

  @Test
  void savingTwiceIsNoChangeByOthers() {
    PlannerModel model = opened(file);
    model.decide(neutral());
    model.save();
    model.undo();
    model.save();
    assertThat(model.notices().failureProperty().get()).isEmpty();
    assertThat(PlanFile.read(file).decisions().all()).doesNotContain(neutral());
  }

  @Test
  void aDamagedFileIsOpenedAsFarAsItCanBeReadAndNotWrittenOver() throws IOException {
    PlannerModel first = opened(file);
    first.decide(neutral());
    first.save();
    first.close();
    String text = Files.readString(file);
    Files.writeString(file, text.replaceFirst("\"name\":\"public.posts\"", "\"name\":\"pub�"));
    PlannerModel model = opened(file);
    assertThat(sentence(model)).contains("damaged", "Line 24 cannot be read");
    assertThat(model.plan().orElseThrow().kind(CITIES)).isEqualTo(Kind.NEUTRAL);
    assertThat(model.plan().orElseThrow().schema().tables()).hasSize(2);
    assertThat(model.planFileProperty().get()).isEmpty();
  }

  @Test
  void aHomeThatCannotBeWrittenIsSaidOnceAndTheWorkGoesOn() throws IOException {
    Path noFolder = Files.writeString(folder.resolve("file"), "no folder");
    PlannerModel model =
        new PlannerModel(
            Background.direct(), Optional.of(new UserFolders(noFolder, noFolder.resolve("x"))));
    model.openPlanFile(file);
    model.decide(neutral());
    assertThat(sentence(model)).contains("Unsaved work cannot be kept");
    model.notices().dismissFailure();
    model.undo();
    model.redo();
    assertThat(model.notices().failureProperty().get()).isEmpty();
    model.save();
    assertThat(PlanFile.read(file).decisions().all()).contains(neutral());
  }

  private PlannerModel model() {
    return new PlannerModel(
        Background.direct(),
        Optional.of(new UserFolders(folder.resolve("settings"), folder.resolve("state"))));
  }

  private PlannerModel opened(Path what) {
    PlannerModel model = model();
    model.openPlanFile(what);
    return model;
  }

  private static String sentence(PlannerModel model) {
    return model.notices().failureProperty().get().map(Failure::sentence).orElse("");
  }

  private static Decision neutral() {
    Decision.Note dated =
        new Decision.Note(Optional.of("a test says so"), Optional.of("2026-11-26"));
    return new Decision.KindOverride(CITIES, Kind.NEUTRAL, dated);
  }
}
