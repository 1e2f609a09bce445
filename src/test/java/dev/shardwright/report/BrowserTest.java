package dev.shardwright.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The report in a real browser: what its policy forbids, what its script does, what it complains
 * of.
 */
class BrowserTest {
  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome");

  @TempDir private Path folder;

  /** A page as the browser has it when its script has run. */
  private record Opened(String page, List<String> complaints) {}

  @Test
  void theScriptRunsUnderThePagesOwnPolicyAndNothingIsComplainedOf() throws Exception {
    Opened opened = open(HtmlReportTest.RENTAL);
    assertThat(opened.complaints()).isEmpty();
    // The search box stays hidden until the script is there.
    assertThat(opened.page())
        .containsPattern("<div class=\"search\" id=\"search\" role=\"search\">")
        .contains("<h1 dir=\"auto\">");
  }

  @Test
  void hostileNamesStayTextInTheBrowser() throws Exception {
    Opened opened = open(HtmlReportTest.hostile());
    assertThat(opened.complaints()).isEmpty();
    assertThat(opened.page()).contains("&lt;/script&gt;&lt;img src=x").doesNotContain("<img src");
  }

  /** A policy that forbids too little would show nothing: this page is to be complained of. */
  @Test
  void aComplaintWouldBeHeard() throws Exception {
    Opened opened =
        open(ReportsTest.reports(HtmlReportTest.RENTAL).html().replace("=> {", "=>  {"));
    assertThat(opened.complaints()).anyMatch(line -> line.contains("Content Security Policy"));
    assertThat(opened.page()).contains("role=\"search\" hidden");
  }

  private Opened open(Plan plan) throws Exception {
    return open(ReportsTest.reports(plan).html());
  }

  private Opened open(String html) throws Exception {
    Optional<Path> browser = browser();
    Assumptions.assumeTrue(browser.isPresent(), "no chromium is on the PATH");
    Path file = Files.writeString(folder.resolve("report.html"), html);
    Path page = folder.resolve("page");
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(
                browser.orElseThrow().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + folder.resolve("profile"),
                "--enable-logging=stderr",
                "--virtual-time-budget=2000",
                "--dump-dom",
                file.toUri().toString())
            .redirectOutput(page.toFile())
            .redirectError(log.toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("the browser ends").isTrue();
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    try (Stream<String> lines = Files.lines(log)) {
      return new Opened(
          Files.readString(page), lines.filter(line -> line.contains(":CONSOLE")).toList());
    }
  }

  private static Optional<Path> browser() throws IOException {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      for (String name : BROWSERS) {
        Path program = Path.of(folder, name);
        if (Files.isExecutable(program)) {
          return Optional.of(program.toRealPath());
        }
      }
    }
    return Optional.empty();
  }
}
