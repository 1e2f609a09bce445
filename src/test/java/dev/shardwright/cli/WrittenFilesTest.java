package dev.shardwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.ObjectMapper;

/**
 * Files that the command line writes: where they really stand, who may read them, how they are
 * told.
 */
class WrittenFilesTest {
  private static final List<String> PLAN =
      List.of("plan", "sample:car-rental", "--root", "clients", "--evidence", "none", "--quiet");

  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void aPlanFile() {
    file = folder.resolve("rental.shardplan");
    assertThat(run(PLAN, "-o", file.toString()).status()).isZero();
  }

  /** It holds no secret and goes into version control: as readable as any other file. */
  @Test
  void aPlanFileMayBeReadByWhoeverMayReadNewFiles() throws IOException {
    Path other = Files.createFile(folder.resolve("other"));
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(other));
    var mine = Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    Files.setPosixFilePermissions(file, mine);
    assertThat(run(PLAN, "-o", file.toString()).status()).isZero();
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(mine);
  }

  @Test
  void aLinkKeepsPointingAtTheFileThatIsReplaced() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.shardplan"), file.getFileName());
    Files.writeString(file, "old");
    assertThat(run(PLAN, "-o", link.toString()).status()).isZero();
    assertThat(link).isSymbolicLink();
    assertThat(file).content().contains("\"format\"");
    assertThat(names()).containsExactlyInAnyOrder("rental.shardplan", "link.shardplan");
  }

  /** Moving a file into the place of a pipe would leave its reader waiting for ever. */
  @Test
  void aPipeIsWrittenToAndStaysAPipe() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Process reader = new ProcessBuilder("cat", pipe.toString()).start();
    Shell shell = Shell.run("inspect", file.toString(), "--quiet", "-o", pipe.toString());
    assertThat(shell.err()).isEmpty();
    assertThat(shell.status()).isZero();
    String read = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(new ObjectMapper().readTree(read).path("tables")).hasSize(8);
    assertThat(Files.isRegularFile(pipe)).isFalse();
    assertThat(names()).containsExactlyInAnyOrder("rental.shardplan", "pipe");
  }

  @Test
  void aFolderThatIsNotThereIsSaidInWords() throws IOException {
    Path missing = folder.resolve("nowhere").resolve("x.shardplan");
    Shell shell = run(PLAN, "-o", missing.toString());
    assertThat(shell.status()).isEqualTo(2);
    assertThat(shell.err()).isEqualTo("Cannot write " + missing + ": the folder is not there.\n");
    assertThat(run(PLAN, "-o", folder.toString()).err())
        .isEqualTo("Cannot write " + folder + ": it is a folder.\n");
    assertThat(names()).containsExactly("rental.shardplan");
  }

  @Test
  void aDashIsStdoutWhereADocumentIsWantedAndNoFileElsewhere() {
    String plan = file.toString();
    assertThat(Shell.run("inspect", plan, "--quiet", "-o", "-").json().path("tables")).hasSize(8);
    Shell report = Shell.run("report", plan, "--quiet", "--md", "-");
    assertThat(report.status()).isEqualTo(2);
    assertThat(report.err()).startsWith("Cannot write -: name a file");
    assertThat(Path.of("-")).doesNotExist();
  }

  @Test
  void oneFileUnderTwoSpellingsIsNoTwoOutputs() {
    String twice = folder.resolve("x").toString();
    String again = folder + "/./x";
    Shell shell = Shell.run("report", file.toString(), "--quiet", "--md", twice, "--html", again);
    assertThat(shell.status()).isEqualTo(2);
    assertThat(shell.err()).contains("is named for two outputs").hasLineCount(1);
    assertThat(Path.of(twice)).doesNotExist();
  }

  @Test
  void reportAndExportTellTheirFilesAsOneDocument() {
    String plan = file.toString();
    String page = folder.resolve("a.html").toString();
    Shell report = Shell.run("report", plan, "--quiet", "--format", "json", "--html", page);
    assertThat(report.json().path("files").get(0).asString()).isEqualTo(page);
    String to = folder.resolve("out").toString();
    Shell export =
        Shell.run(
            "export", plan, "--quiet", "--format", "json", "--to", to, "--only", "grants.sql");
    assertThat(export.json().path("files").get(0).asString()).isEqualTo(to + "/grants.sql");
  }

  @Test
  void reportAndExportFailOnFindingsWhenToldTo() {
    String page = folder.resolve("a.html").toString();
    List<String> report =
        List.of("report", "sample:skins", "--root", "clients", "--quiet", "--html", page);
    assertThat(run(report).status()).isZero();
    assertThat(run(report, "--fail-on", "warning").status()).isEqualTo(1);
    assertThat(Path.of(page)).isNotEmptyFile();
    String to = folder.resolve("out").toString();
    List<String> export =
        List.of("export", "sample:skins", "--root", "clients", "--quiet", "--force", "--to", to);
    assertThat(run(export).status()).isZero();
    assertThat(run(export, "--fail-on", "warning").status()).isEqualTo(1);
  }

  private static Shell run(List<String> args, String... more) {
    return Shell.run(Stream.concat(args.stream(), Stream.of(more)).toArray(String[]::new));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).toList();
    }
  }
}
