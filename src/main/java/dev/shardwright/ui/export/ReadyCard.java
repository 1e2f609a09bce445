package dev.shardwright.ui.export;

import dev.shardwright.export.Consequences;
import dev.shardwright.export.ExportOptions;
import dev.shardwright.export.Obstacles;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Finding;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.WorkList;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.Section;
import dev.shardwright.ui.parts.SeverityGlyph;
import dev.shardwright.ui.parts.Titles;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What forbids the export, worst first and each with the way to it; then what is doubtful. */
final class ReadyCard extends VBox {
  private static final int MOST_NAMED = 12;

  private final Plan plan;
  private final Consumer<Finding> show;

  /**
   * The card.
   *
   * @param show leads to a finding that forbids the export
   */
  ReadyCard(Plan plan, Consumer<Finding> show) {
    super(16);
    this.plan = plan;
    this.show = show;
  }

  /** Tells what stands against files of these options; true if nothing does. */
  boolean tell(ExportOptions how) {
    Obstacles obstacles = Obstacles.of(plan, how);
    Section section = new Section(Texts.of(obstacles.none() ? "export.ready" : "export.blockers"));
    section.setId("export-state");
    if (!obstacles.undecided().isEmpty()) {
      section.getChildren().add(bad(undecided(obstacles.undecided())));
    }
    section.getChildren().add(Section.lines(obstacles.blockers(), this::blocker));
    obstacles.refusals().forEach(s -> section.getChildren().add(bad(s)));
    obstacles.hidden().forEach(s -> section.getChildren().add(bad(s)));
    WorkList.of(plan).doubts().forEach(s -> section.getChildren().add(muted(s)));
    Consequences.dispatchQuestions(plan).forEach(s -> section.getChildren().add(muted(s)));
    getChildren().setAll(section);
    return obstacles.none();
  }

  private String undecided(List<TableName> tables) {
    String names =
        tables.stream()
            .limit(MOST_NAMED)
            .map(t -> Titles.table(plan, t))
            .collect(Collectors.joining(", "));
    return Texts.of("export.undecided", tables.size(), names, tables.size() - MOST_NAMED);
  }

  private Node blocker(Finding finding) {
    Button way = Nodes.link(Texts.of("inspector.show"), () -> show.accept(finding));
    way.setAccessibleText(Texts.of("inspector.show") + ": " + finding.message());
    HBox head =
        new HBox(
            6,
            new SeverityGlyph(finding.severity()),
            Nodes.label(Titles.check(finding), "strong"),
            Nodes.label("·", "muted"),
            Nodes.label(Titles.table(plan, finding.table()), "mono"),
            Nodes.spacer(),
            way);
    head.setAlignment(Pos.CENTER_LEFT);
    return new VBox(head, bad(Titles.sentence(plan, finding.message())));
  }

  private static Node bad(String sentence) {
    return Nodes.paragraph(sentence, "bad");
  }

  private Node muted(String sentence) {
    return Nodes.paragraph(Titles.sentence(plan, sentence), "muted");
  }
}
