package dev.shardwright.report;

import dev.shardwright.model.Figures;
import dev.shardwright.report.content.Block;
import dev.shardwright.report.content.Line;
import dev.shardwright.report.content.Report;
import dev.shardwright.report.content.Section;
import dev.shardwright.report.content.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The report in short, in Markdown that can be pasted into a pull request. */
final class MarkdownReport {
  /** Signs that Markdown reads; an underscore within a word is none. */
  private static final Pattern SIGNS =
      Pattern.compile("[\\\\`*<>\\[\\]|#~]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");

  private static final int MOST_FINDINGS = 15;
  private static final int MOST_ROWS = 30;
  private static final int MOST_ITEMS = 10;

  private final Report report;
  private final StringBuilder text = new StringBuilder();

  private MarkdownReport(Report report) {
    this.report = report;
  }

  static String of(Report report) {
    MarkdownReport markdown = new MarkdownReport(report);
    markdown.write();
    return markdown.text.toString();
  }

  private void write() {
    paragraph("## Sharding plan of " + escaped(report.title()));
    paragraph(line(report.subtitle()));
    report.sections().forEach(this::section);
    paragraph("_" + report.program() + " · " + report.date() + "_");
  }

  /** The chapters that a reviewer needs; the page has the others. */
  private void section(Section section) {
    switch (section.id()) {
      case "summary" -> section.blocks().forEach(this::summary);
      case "findings" -> findings(section);
      case "decisions" -> {
        paragraph("### " + section.title());
        section.blocks().forEach(this::block);
      }
      case "to-do" -> folded(section);
      default -> {}
    }
  }

  /** Long, and of interest to some: it opens on a click. */
  private void folded(Section section) {
    paragraph("<details><summary>" + section.title() + "</summary>");
    section.blocks().forEach(this::block);
    paragraph("</details>");
  }

  private void summary(Block block) {
    switch (block) {
      case Block.Facts facts ->
          paragraph(
              facts.facts().stream()
                  .map(f -> line(f.value()) + (f.label().isEmpty() ? "" : " " + f.label()))
                  .collect(Collectors.joining(" · ")));
      case Block.Details details -> {}
      default -> block(block);
    }
  }

  private void findings(Section section) {
    List<String> lines =
        section.blocks().stream()
            .filter(Block.Entry.class::isInstance)
            .map(Block.Entry.class::cast)
            .filter(entry -> entry.id().startsWith("finding-"))
            .sorted(Comparator.comparingInt(Block.Entry::rank))
            .map(entry -> "- " + line(entry.title()) + ": " + sentence(entry))
            .toList();
    paragraph("### " + section.title());
    if (lines.isEmpty()) {
      paragraph("None is open.");
    } else {
      shortened(lines, MOST_FINDINGS);
    }
  }

  private static String sentence(Block.Entry entry) {
    return entry.blocks().stream()
        .filter(Block.Prose.class::isInstance)
        .findFirst()
        .map(b -> line(((Block.Prose) b).text()))
        .orElse("");
  }

  private void block(Block block) {
    switch (block) {
      case Block.Heading heading -> paragraph("**" + escaped(heading.title()) + "**");
      case Block.Prose prose -> paragraph(line(prose.text()));
      case Block.Bullets bullets ->
          shortened(bullets.items().stream().map(i -> "- " + line(i)).toList(), MOST_ITEMS);
      case Block.Grid grid -> grid(grid);
      default -> {}
    }
  }

  private void grid(Block.Grid grid) {
    List<String> lines = new ArrayList<>();
    lines.add(row(grid.columns().stream().map(c -> escaped(c.title())).toList()));
    lines.add(row(grid.columns().stream().map(c -> c.number() ? "--:" : "---").toList()));
    grid.rows().forEach(r -> lines.add(row(r.stream().map(MarkdownReport::line).toList())));
    shortened(lines, MOST_ROWS + 2);
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private void shortened(List<String> lines, int most) {
    lines.stream().limit(most).forEach(l -> text.append(l).append('\n'));
    text.append('\n');
    if (lines.size() > most) {
      paragraph("… and " + Figures.exact(lines.size() - most) + " more.");
    }
  }

  private void paragraph(String line) {
    text.append(line).append("\n\n");
  }

  private static String line(Line line) {
    return line.spans().stream().map(MarkdownReport::span).collect(Collectors.joining());
  }

  private static String span(Span span) {
    return switch (span) {
      case Span.Name name -> code(name.text());
      case Span.Badge badge ->
          badge.tone().sign().isEmpty()
              ? escaped(badge.text())
              : badge.tone().sign() + " **" + escaped(badge.text()) + "**";
      default -> escaped(span.text());
    };
  }

  /** A name in backticks; one that holds backticks itself needs more of them around. */
  private static String code(String name) {
    String flat = flat(name).replace("|", "\\|");
    return flat.contains("`") ? "`` " + flat + " ``" : "`" + flat + "`";
  }

  /** Nothing of the database becomes markup, a link or the mention of a person. */
  private static String escaped(String words) {
    return SIGNS.matcher(flat(words)).replaceAll("\\\\$0").replace("@", "@\u2060");
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
