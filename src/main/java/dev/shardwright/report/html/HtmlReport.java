package dev.shardwright.report.html;

import dev.shardwright.report.content.Block;
import dev.shardwright.report.content.Line;
import dev.shardwright.report.content.Report;
import dev.shardwright.report.content.Section;
import dev.shardwright.report.content.Span;
import dev.shardwright.report.content.Tone;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * A report as one file that needs nothing else: readable without its script, printable, light and
 * dark. The page's own policy forbids any script but that one.
 */
public final class HtmlReport {
  private final Report report;
  private final CharSequence picture;
  private final Markup page = new Markup();

  private HtmlReport(Report report, CharSequence picture) {
    this.report = report;
    this.picture = picture;
  }

  /**
   * The page.
   *
   * @param picture the drawing as markup: an SVG element
   */
  public static String of(Report report, CharSequence picture) {
    HtmlReport html = new HtmlReport(report, picture);
    html.write();
    return html.page.toString();
  }

  private void write() {
    String script = asset("report.js");
    page.trusted("<!DOCTYPE html>\n").open("html", "lang", "en").line();
    head(script);
    page.open("body").line();
    page.element("a", "Skip to the report", "class", "skip", "href", "#report").line();
    page.open("header").element("h1", report.title(), "dir", "auto");
    paragraph(report.subtitle());
    page.element("p", report.program() + " · " + report.date()).close("header").line();
    navigation();
    search();
    page.open("main", "id", "report").line();
    report.sections().forEach(this::section);
    page.close("main").line();
    page.open("footer").text("Made by " + report.program() + " on " + report.date() + ". ");
    page.text("The program reads databases, it never writes to one.").close("footer").line();
    page.open("script").trusted(script).close("script").line();
    page.close("body").close("html").line();
  }

  private void head(String script) {
    page.open("head").empty("meta", "charset", "utf-8");
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy(script));
    page.empty("meta", "name", "generator", "content", report.program());
    page.element("title", report.title() + " · sharding plan");
    String style = asset("report.css") + signs();
    page.open("style").trusted(style).close("style").close("head").line();
  }

  /** Signs are for the eye: the word follows, so listeners get no second one where that works. */
  private static String signs() {
    StringBuilder rules = new StringBuilder();
    for (Tone tone : Tone.values()) {
      if (!tone.sign().isEmpty()) {
        rules.append(
            ".badge.%s::before { content: \"%s \"; content: \"%s \" / \"\"; }\n"
                .formatted(tone.name().toLowerCase(Locale.ROOT), tone.sign(), tone.sign()));
      }
    }
    return rules.toString();
  }

  private static String policy(String script) {
    return "default-src 'none'; style-src 'unsafe-inline'; font-src data:; script-src 'sha256-"
        + sha256(script)
        + "'";
  }

  private void navigation() {
    page.open("nav", "aria-label", "Chapters").open("ol");
    for (Section section : report.sections()) {
      page.open("li").element("a", section.title(), "href", "#" + section.id()).close("li");
    }
    page.close("ol").close("nav").line();
  }

  /** Hidden until the script is there that makes it work. */
  private void search() {
    page.trusted("<div class=\"search\" id=\"search\" role=\"search\" hidden=\"hidden\">");
    page.element("label", "Filter", "for", "filter");
    page.empty(
        "input",
        "id",
        "filter",
        "type",
        "search",
        "placeholder",
        "tables, columns, findings, decisions  ( / )",
        "autocomplete",
        "off");
    page.element("output", "", "id", "hits", "for", "filter", "aria-live", "polite");
    page.close("div").line();
  }

  private void section(Section section) {
    String title = section.id() + "-title";
    page.open("section", "class", "chapter", "id", section.id(), "aria-labelledby", title);
    page.element("h2", section.title(), "id", title).line();
    boolean grouped = false;
    for (Block block : section.blocks()) {
      if (block instanceof Block.Heading heading) {
        page.trusted(grouped ? "</div>\n" : "").open("div", "class", "group");
        page.element("h3", heading.title()).line();
        grouped = true;
      } else {
        block(block);
      }
    }
    page.trusted(grouped ? "</div>\n" : "").close("section").line();
  }

  private void block(Block block) {
    switch (block) {
      case Block.Heading heading -> page.element("h3", heading.title());
      case Block.Prose prose -> paragraph(prose.text());
      case Block.Bullets bullets -> bullets(bullets.items());
      case Block.Facts facts -> facts(facts);
      case Block.Details details -> details(details);
      case Block.Sql sql -> sql(sql);
      case Block.Grid grid -> grid(grid);
      case Block.Entry entry -> entry(entry);
      case Block.Picture drawing -> picture(drawing);
    }
    page.line();
  }

  private void paragraph(Line line) {
    page.open("p");
    line(line);
    page.close("p");
  }

  private void bullets(List<Line> items) {
    page.open("ul");
    for (Line item : items) {
      page.open("li");
      line(item);
      page.close("li").line();
    }
    page.close("ul");
  }

  private void facts(Block.Facts facts) {
    page.open("ul", "class", "facts");
    for (Block.Fact fact : facts.facts()) {
      page.open("li");
      line(fact.value());
      page.text(fact.label().isEmpty() ? "" : " " + fact.label()).close("li");
    }
    page.close("ul");
  }

  private void details(Block.Details details) {
    page.open("dl");
    for (Block.Fact fact : details.facts()) {
      page.element("dt", fact.label()).open("dd");
      line(fact.value());
      page.close("dd");
    }
    page.close("dl");
  }

  private void sql(Block.Sql sql) {
    page.open("details").element("summary", sql.title());
    page.element("pre", sql.text(), "dir", "ltr").close("details");
  }

  private void grid(Block.Grid grid) {
    page.open(
        "div", "class", "table", "role", "region", "aria-label", grid.caption(), "tabindex", "0");
    page.open("table").element("caption", grid.caption()).open("thead").open("tr");
    for (Block.Column column : grid.columns()) {
      page.element("th", column.title(), "scope", "col", "class", column.number() ? "n" : "t");
    }
    page.close("tr").close("thead").open("tbody").line();
    for (List<Line> row : grid.rows()) {
      page.open("tr");
      for (int i = 0; i < row.size(); i++) {
        cell(grid.columns().get(i), row.get(i), i == 0);
      }
      page.close("tr").line();
    }
    page.close("tbody").close("table").close("div");
  }

  /** The first cell names its row, so that a listener in the tenth column knows where he is. */
  private void cell(Block.Column column, Line line, boolean first) {
    boolean names = first && !column.number();
    page.trusted(column.number() ? "<td class=\"n\">" : names ? "<th scope=\"row\">" : "<td>");
    line(line);
    page.close(names ? "th" : "td");
  }

  private void entry(Block.Entry entry) {
    page.open("article", "id", entry.id()).open("h4");
    line(entry.title());
    page.close("h4").line();
    entry.blocks().forEach(this::block);
    page.close("article");
  }

  private void picture(Block.Picture drawing) {
    page.open("figure");
    page.empty("input", "type", "checkbox", "id", "actual", "class", "actual");
    page.element("label", "Actual size", "for", "actual");
    // An image with a name: hundreds of names without their lines would tell a listener nothing.
    page.open(
        "div", "class", "drawing", "tabindex", "0", "role", "img", "aria-labelledby", "drawn");
    page.trusted(picture).close("div");
    page.element("figcaption", drawing.description(), "id", "drawn").close("figure");
  }

  private void line(Line line) {
    for (Span span : line.spans()) {
      switch (span) {
        case Span.Words words -> page.text(words.text());
        case Span.Said said -> page.element("bdi", said.text());
        case Span.Name name -> page.element("code", name.text());
        case Span.Mark mark -> page.element("span", mark.text(), "class", "mark " + mark.text());
        case Span.Badge badge -> badge(badge);
      }
    }
  }

  private void badge(Span.Badge badge) {
    Tone tone = badge.tone();
    page.element("span", badge.text(), "class", "badge " + tone.name().toLowerCase(Locale.ROOT));
  }

  private static String asset(String name) {
    try (InputStream file = HtmlReport.class.getResourceAsStream("/report/" + name)) {
      if (file == null) {
        throw new IllegalStateException("the program lacks its own file " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
