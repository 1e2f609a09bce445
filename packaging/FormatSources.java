import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Checks or mends the format of the Java files below some folders with google-java-format. The
 * build runs it on its source: {@code FormatSources.java check|mend REPORT FOLDER…}. The report
 * names the files that are not formatted, and does not exist when there are none.
 */
final class FormatSources {
  private FormatSources() {}

  public static void main(String[] args) throws Exception {
    var report = Path.of(args[1]);
    var sources = sourcesBelow(Arrays.asList(args).subList(2, args.length));
    Files.deleteIfExists(report);
    int status = sources.isEmpty() ? 0 : format(args[0].equals("mend"), sources, report);
    System.exit(status);
  }

  private static int format(boolean mend, List<String> sources, Path report) throws IOException {
    var arguments = new ArrayList<>(List.of(mend ? "--replace" : "--dry-run"));
    arguments.addAll(sources);
    var names = new StringWriter();
    int status =
        ToolProvider.findFirst("google-java-format")
            .orElseThrow()
            .run(
                new PrintWriter(names, true),
                new PrintWriter(System.err, true),
                arguments.toArray(String[]::new));
    List<String> unformatted = names.toString().lines().sorted().toList();
    if (!unformatted.isEmpty()) {
      Files.write(report, unformatted);
      unformatted.forEach(file -> System.out.println("not formatted: " + file));
    }
    return status;
  }

  private static List<String> sourcesBelow(List<String> folders) throws IOException {
    var sources = new ArrayList<String>();
    for (String folder : folders) {
      if (Files.isDirectory(Path.of(folder))) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
          files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(sources::add);
        }
      }
    }
    return sources;
  }
}
