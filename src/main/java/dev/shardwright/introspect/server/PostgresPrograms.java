package dev.shardwright.introspect.server;

import dev.shardwright.model.Progress;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once into the user's cache, and an empty cluster beside them that
 * each server starts from: copying it is eight times as fast as making one.
 *
 * @param folder holds bin, lib and share
 * @param template an initialised data folder that was never started
 */
record PostgresPrograms(Path folder, Path template, Unprivileged runner) {
  static final String ADMIN = "shardwright_admin";
  private static final int INITDB_SECONDS = 120;

  /** Where the packed programs come from. */
  interface Packed {
    /** A .txz archive of bin, lib and share. */
    InputStream open() throws IOException;
  }

  /** The packed programs for this operating system that came with Shardwright. */
  static InputStream bundled() throws IOException {
    String system = System.getProperty("os.name");
    String known = system.toLowerCase(Locale.ROOT).startsWith("win") ? "Windows" : system;
    InputStream packed =
        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
            known.startsWith("Mac") ? "Darwin" : known, System.getProperty("os.arch"));
    if (packed == null) {
      throw new IOException("no PostgreSQL for " + system + " on " + System.getProperty("os.arch"));
    }
    return packed;
  }

  /** Unpacks the programs and prepares the template, unless both are there already. */
  static PostgresPrograms prepare(
      String version, Packed packed, Unprivileged runner, Progress progress) throws IOException {
    Path cache = runner.user().isPresent() ? CacheFolder.ofRootForOthers() : CacheFolder.ofUser();
    Path programs =
        CacheFolder.prepared(
            cache,
            "postgresql-" + version,
            folder -> {
              progress.step("unpacking PostgreSQL " + version, -1);
              unpack(packed, folder, progress);
              if (runner.user().isPresent()) {
                CacheFolder.open(folder);
              }
            });
    Path template =
        CacheFolder.prepared(
            cache,
            "postgresql-" + version + "-empty",
            folder -> {
              progress.step("preparing an empty PostgreSQL " + version, -1);
              initialise(programs, folder, runner, progress);
            });
    return new PostgresPrograms(programs, template, runner);
  }

  /** A command that starts one of the programs. */
  List<String> command(String program, List<String> arguments) {
    return command(folder, program, arguments, runner);
  }

  /** The password of the template's administrator; each server sets a new one at once. */
  String templatePassword() throws IOException {
    return Files.readString(template.resolve("password"), StandardCharsets.UTF_8).strip();
  }

  private static List<String> command(
      Path folder, String program, List<String> arguments, Unprivileged runner) {
    List<String> command = new ArrayList<>();
    command.add(folder.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    return runner.command(command);
  }

  private static void initialise(Path programs, Path folder, Unprivileged runner, Progress progress)
      throws IOException {
    Path password = folder.resolve("password");
    Files.writeString(password, RunningServer.randomPassword());
    Path data = Files.createDirectory(folder.resolve("data"));
    giveTo(runner, folder);
    List<String> arguments =
        List.of(
            "-D",
            data.toString(),
            "-U",
            ADMIN,
            "-A",
            "scram-sha-256",
            "--pwfile=" + password,
            "-E",
            "UTF8",
            "--locale=C",
            "--lc-messages=C",
            "--no-sync");
    Programs.Result result =
        Programs.run(command(programs, "initdb", arguments, runner), INITDB_SECONDS, progress);
    if (!result.ok()) {
      throw new IOException("initdb ended with " + result.status() + ": " + result.output());
    }
  }

  /** Makes another user the owner, if the server runs as one. */
  static void giveTo(Unprivileged runner, Path folder) throws IOException {
    if (runner.user().isEmpty()) {
      return;
    }
    var owner =
        folder
            .getFileSystem()
            .getUserPrincipalLookupService()
            .lookupPrincipalByName(runner.user().get());
    try (var files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.setOwner(file, owner);
      }
    }
  }

  private static void unpack(Packed packed, Path folder, Progress progress) throws IOException {
    try (InputStream raw = packed.open();
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(raw)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        progress.check();
        unpack(tar, entry, folder);
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
      throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("the archive leads out of its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.resolveSibling("."));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.createLink(target, folder.resolve(entry.getLinkName()));
    } else {
      Files.copy(tar, target);
      if ((entry.getMode() & 0100) != 0 && !Programs.windows()) {
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }
}
