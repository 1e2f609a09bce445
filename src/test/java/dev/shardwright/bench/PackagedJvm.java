package dev.shardwright.bench;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * A JVM as the packages start it: with the options of {@code packaging/jpackage.args}, and with a
 * start-up cache once something was rehearsed, as {@code packaging/release.sh} does.
 *
 * @param classes the class path, all of it jars
 * @param cache where the cache is or will be
 */
record PackagedJvm(String classes, Path cache) {
  private static final Path OPTIONS = Path.of("packaging/jpackage.args");
  private static final String OPTION = "--java-options ";

  /**
   * The classes of this JVM; those that lie in folders go into jars, of which alone it keeps any.
   */
  static PackagedJvm in(Path folder) throws IOException {
    List<String> jars = new ArrayList<>();
    for (String part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(part);
      jars.add(Files.isDirectory(path) ? jar(path, folder, jars.size()) : part);
    }
    return new PackagedJvm(String.join(File.pathSeparator, jars), folder.resolve("start.aot"));
  }

  private static String jar(Path classes, Path folder, int number) throws IOException {
    Path jar = folder.resolve("classes" + number + ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entries.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, entries);
        entries.closeEntry();
      }
    }
    return jar.toString();
  }

  static List<String> options() throws IOException {
    try (Stream<String> lines = Files.lines(OPTIONS)) {
      return lines
          .filter(line -> line.startsWith(OPTION))
          .map(line -> line.substring(OPTION.length()))
          .toList();
    }
  }

  /** The start of a command that makes the cache when it ends. */
  List<String> rehearsing() throws IOException {
    return command(
        List.of(
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-AOTRecordTraining",
            "-XX:AOTCacheOutput=" + cache));
  }

  /** The start of a command that uses it. */
  List<String> starting() throws IOException {
    return command(List.of("-XX:AOTCache=" + cache));
  }

  private List<String> command(List<String> more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options());
    command.addAll(more);
    command.addAll(List.of("-cp", classes));
    return command;
  }
}
