package dev.shardwright.introspect.server;

import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * An initialised data folder of a MySQL or MariaDB program, made once and copied for each start.
 */
final class MySqlTemplate {
  private static final int INITIALISE_SECONDS = 180;
  // MariaDB's installation script feeds these to the server's bootstrap; the first name of each
  // pair is that of 11.x, the second of older ones.
  private static final List<List<String>> SYSTEM_FILES =
      List.of(
          List.of("mariadb_system_tables.sql", "mysql_system_tables.sql"),
          List.of("mariadb_performance_tables.sql", "mysql_performance_tables.sql"),
          List.of("mariadb_system_tables_data.sql", "mysql_system_tables_data.sql"));

  private final MySqlProgram program;
  private final Progress progress;

  MySqlTemplate(MySqlProgram program, Progress progress) {
    this.program = program;
    this.progress = progress;
  }

  /** The data folder, made if it is not in the user's cache yet. */
  Path prepare() throws IOException {
    CRC32 path = new CRC32();
    path.update(program.path().toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8));
    String name =
        (program.product().title()
                + "-"
                + program.version()
                + "-"
                + HexFormat.of().toHexDigits((int) path.getValue()))
            .replaceAll("[^A-Za-z0-9.+-]", "_");
    return CacheFolder.prepared(CacheFolder.ofUser(), name, this::initialise).resolve("data");
  }

  /** The settings that a start and the making of the template share. */
  static List<String> command(MySqlProgram program, Path data) {
    List<String> command = new ArrayList<>();
    command.add(program.path().toString());
    command.add("--no-defaults");
    if ("root".equals(System.getProperty("user.name"))) {
      command.add("--user=root");
    }
    share(program)
        .ifPresent(share -> {
          command.add("--lc-messages-dir=" + share);
          command.add("--character-sets-dir=" + share.resolve("charsets"));
        });
    command.add("--datadir=" + data);
    return command;
  }

  private void initialise(Path folder) throws IOException {
    progress.step("preparing an empty " + program.product().title(), -1);
    Path data = Files.createDirectory(folder.resolve("data"));
    if (program.product() == Product.MARIADB) {
      bootstrap(folder, data);
    } else {
      List<String> command = command(program, data);
      command.add("--innodb-redo-log-capacity=8388608");
      command.add("--initialize-insecure");
      require(Programs.run(command, INITIALISE_SECONDS, progress));
      Files.deleteIfExists(data.resolve("auto.cnf")); // each server makes its own identity
    }
  }

  private void bootstrap(Path folder, Path data) throws IOException {
    Path share =
        share(program).orElseThrow(() -> new IOException("its share folder was not found"));
    Files.createDirectory(data.resolve("mysql"));
    StringBuilder script = new StringBuilder("USE mysql;\nSET @auth_root_socket=NULL;\n");
    for (List<String> names : SYSTEM_FILES) {
      script.append(Files.readString(first(share, names), StandardCharsets.UTF_8)).append('\n');
    }
    Path input = folder.resolve("bootstrap.sql");
    Files.writeString(input, script.toString());
    List<String> command = command(program, data);
    command.addAll(List.of("--bootstrap", "--skip-log-bin", "--innodb-log-file-size=8M"));
    require(Programs.run(command, input.toFile(), INITIALISE_SECONDS, progress));
    Files.delete(input);
  }

  private static Path first(Path share, List<String> names) throws IOException {
    return names.stream()
        .map(share::resolve)
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(() -> new IOException(names.getFirst() + " is not in " + share));
  }

  private static void require(Programs.Result result) throws IOException {
    if (!result.ok()) {
      List<String> lines = result.output().lines().toList();
      throw new IOException(
          String.join(" / ", lines.subList(Math.max(0, lines.size() - 3), lines.size())));
    }
  }

  /** The folder with messages and character sets beside the program, wherever it was unpacked. */
  private static Optional<Path> share(MySqlProgram program) {
    Path real;
    try {
      real = program.path().toRealPath();
    } catch (IOException e) {
      return Optional.empty();
    }
    for (Path up = real.getParent(); up != null; up = up.getParent()) {
      for (String name : List.of("share/mysql", "share/mariadb", "share")) {
        Path share = up.resolve(name);
        if (Files.isDirectory(share.resolve("charsets"))) {
          return Optional.of(share);
        }
      }
    }
    return Optional.empty();
  }
}
