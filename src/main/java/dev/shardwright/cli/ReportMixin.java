package dev.shardwright.cli;

import dev.shardwright.diagram.Arrangement;
import dev.shardwright.model.Progress;
import dev.shardwright.model.UserError;
import dev.shardwright.model.WholeFile;
import dev.shardwright.report.ReportMeta;
import dev.shardwright.report.Reports;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that write the whole report. */
final class ReportMixin {
  @Option(names = "--html", paramLabel = "FILE", description = "One page that needs no other file.")
  private @Nullable Path html;

  @Option(
      names = "--pdf",
      paramLabel = "FILE",
      description = "The same as pages; a poster with --paper or --tiles.")
  private @Nullable Path pdf;

  @Option(names = "--md", paramLabel = "FILE", description = "A summary for a pull request.")
  private @Nullable Path markdown;

  @Option(names = "--json", paramLabel = "FILE", description = "The plan and the report's figures.")
  private @Nullable Path json;

  boolean wanted() {
    return html != null || pdf != null || markdown != null || json != null;
  }

  boolean pdf() {
    return pdf != null;
  }

  /**
   * What is to stand in each file.
   *
   * @param poster what the PDF file shall hold instead of the report
   */
  SortedMap<Path, WholeFile.Content> files(
      Arrangement plan, ReportMeta meta, Optional<WholeFile.Content> poster, Progress progress) {
    SortedMap<Path, WholeFile.Content> files = new TreeMap<>();
    poster.ifPresent(content -> add(files, pdf, content));
    if (html == null && markdown == null && json == null && (pdf == null || poster.isPresent())) {
      return files;
    }
    Reports reports = Reports.of(plan, meta, progress);
    add(files, html, text(reports::html));
    if (poster.isEmpty()) {
      add(files, pdf, reports::pdf);
    }
    add(files, markdown, text(reports::markdown));
    add(files, json, text(() -> Terminal.text(reports.json())));
    return files;
  }

  /** What a report says about itself; a plan file's name is the plan's. */
  static ReportMeta meta(String source) {
    Optional<String> name =
        Opened.isPlanFile(source)
            ? Optional.ofNullable(Path.of(source).getFileName()).map(Path::toString)
            : Optional.empty();
    return new ReportMeta(Version.number(), LocalDate.now(ZoneId.systemDefault()), name);
  }

  private static WholeFile.Content text(Text text) {
    return out -> out.write(text.get().getBytes(StandardCharsets.UTF_8));
  }

  /** Names a file to be written; no two outputs may have the same. */
  static void add(
      SortedMap<Path, WholeFile.Content> files, @Nullable Path file, WholeFile.Content content) {
    if (file == null) {
      return;
    }
    Path place = file.toAbsolutePath().normalize();
    boolean taken =
        files.keySet().stream().anyMatch(f -> f.toAbsolutePath().normalize().equals(place));
    if (taken || files.put(file, content) != null) {
      throw new UserError(file + " is named for two outputs; name two files.");
    }
  }

  /** Made when it is written, so that one format's text is gone before the next is made. */
  @FunctionalInterface
  private interface Text {
    String get();
  }
}
