package dev.shardwright.ui.inspector;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Kind;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlannedRelation;
import dev.shardwright.risk.Books;
import dev.shardwright.risk.Finding;
import dev.shardwright.risk.KeySuggestion;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Reasons;
import dev.shardwright.ui.Selection;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Legible;
import dev.shardwright.ui.parts.MarkGlyph;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.OpenQuestions;
import dev.shardwright.ui.parts.Pieces;
import dev.shardwright.ui.parts.Section;
import dev.shardwright.ui.parts.SeverityGlyph;
import dev.shardwright.ui.parts.Sizes;
import dev.shardwright.ui.parts.Titles;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One table in full. */
final class TableSheet extends VBox {
  private static final int MOST_COMMENT = 600;

  private final PlannerModel model;
  private final Plan plan;
  private final TableName name;
  private final Pieces pieces;

  /**
   * The sheet of a table.
   *
   * @param pieces takes what is below the head, to be built after it
   */
  TableSheet(PlannerModel model, Plan plan, TableName name, Pieces pieces) {
    this.model = model;
    this.plan = plan;
    this.name = name;
    this.pieces = pieces;
    getStyleClass().add("inspector");
    Optional<Table> table = plan.schema().table(name);
    getChildren().add(head(table));
    getChildren().add(new WhyChain(model, plan, name));
    pieces.add(() -> addIfAny(books()));
    pieces.add(() -> addIfAny(findings()));
    pieces.add(() -> addIfAny(decisions()));
    pieces.add(() -> getChildren().add(pointsTo(table)));
    pieces.add(() -> addIfAny(pointedToBy()));
    pieces.add(() -> addIfAny(suggested()));
    pieces.add(() -> getChildren().add(OpenQuestions.about(model, plan, name)));
    table.ifPresent(t ->
        TableParts.of(t, plan, pieces).forEach(p -> pieces.add(() -> getChildren().add(p.get()))));
  }

  private VBox head(Optional<Table> table) {
    Label title = Nodes.grow(Nodes.paragraph(Titles.table(plan, name), "heading"));
    title.setTooltip(Nodes.tooltip(Legible.line(name.toString())));
    title.setMaxWidth(Double.MAX_VALUE);
    HBox line =
        new HBox(
            8,
            new MarkGlyph(plan.kind(name)),
            title,
            Nodes.whole(Nodes.label(table.map(Sizes::size).orElse(""), "muted", "small")));
    line.setAlignment(Pos.CENTER_LEFT);
    VBox head = new VBox(10, line);
    if (table.isEmpty()) {
      head.getChildren().add(Nodes.paragraph(Texts.of("inspector.outside"), "muted"));
    } else {
      head.getChildren().add(new KindSegments(model, plan, List.of(name)));
      plan.mark(name).override().ifPresent(kind -> head.getChildren().add(reason()));
      table
          .flatMap(Table::comment)
          .ifPresent(c -> head.getChildren().add(Nodes.paragraph(comment(c), "muted")));
    }
    return head;
  }

  /** What others wrote may be of any length; the sheet is about the table. */
  private static String comment(String written) {
    String text = Legible.text(written.strip());
    return text.length() <= MOST_COMMENT ? text : text.substring(0, MOST_COMMENT) + "…";
  }

  /** Why the mark was overridden; Enter keeps it. */
  private Node reason() {
    Optional<Decision.KindOverride> said =
        plan.decisions()
            .of(Decision.KindOverride.class)
            .filter(k -> k.table().equals(name))
            .findFirst();
    TextField field = new TextField(said.flatMap(Decision.KindOverride::why).orElse(""));
    field.setPromptText(Texts.of("reason.prompt"));
    field.setId("override-reason");
    field.setOnAction(event -> said.ifPresent(k -> model.decide(Reasons.with(k, field.getText()))));
    return field;
  }

  /** Whose rows a client table holds: told in any case, so that nothing moves when it is known. */
  private Section books() {
    Section section = new Section(Texts.of("inspector.ledger"));
    if (plan.kind(name) == Kind.CLIENT) {
      Books books = model.questions().booksProperty().get();
      section
          .getChildren()
          .add(
              books
                  .of(name)
                  .<Node>map(ledger ->
                      Nodes.paragraph(
                          Texts.of(
                              "inspector.ledger.line",
                              ledger.one(),
                              ledger.none(),
                              ledger.several())))
                  .orElseGet(() -> uncounted(books.whyNot(name).orElse(Books.NOT_ASKED))));
    }
    return section;
  }

  private static Node uncounted(String why) {
    return why.equals(Books.NOT_ASKED)
        ? Nodes.label(Texts.of("inspector.ledger.open"), "muted")
        : Nodes.paragraph(Texts.of("inspector.ledger.why", why), "muted");
  }

  private Section findings() {
    List<Finding> about = plan.findings().stream().filter(f -> f.table().equals(name)).toList();
    return section("inspector.findings", about, this::finding);
  }

  private Node finding(Finding finding) {
    return row(
        "line-row",
        new SeverityGlyph(finding.severity()),
        Nodes.label(Titles.check(finding)),
        Nodes.spacer(),
        Nodes.link(Texts.of("inspector.show"), () -> model.select(Selection.finding(finding))));
  }

  private Section decisions() {
    List<Decision> about =
        plan.decisions().all().stream()
            .filter(d -> Reasons.about(d, name) && !(d instanceof Decision.Question q && q.open()))
            .toList();
    return section("inspector.decisions", about, d -> new DecisionLine(model, plan, d));
  }

  private Section pointsTo(Optional<Table> table) {
    List<PlannedRelation> parents =
        plan.relations().stream().filter(r -> r.relation().child().equals(name)).toList();
    Section section = section("inspector.pointsTo", parents, r -> new RelationLine(model, plan, r));
    table.ifPresent(t -> section.getChildren().add(new NewRelation(model, plan, t)));
    return section;
  }

  private Section pointedToBy() {
    List<PlannedRelation> children =
        plan.relations().stream()
            .filter(r -> r.relation().parent().equals(name) && !r.relation().selfLoop())
            .toList();
    return section("inspector.pointedToBy", children, this::child);
  }

  private Section suggested() {
    List<KeySuggestion> keys =
        model.advice().keysProperty().get().stream().filter(s -> s.child().equals(name)).toList();
    return section("inspector.suggested", keys, this::suggestion);
  }

  private Node suggestion(KeySuggestion s) {
    Label key =
        name(Titles.columns(s.childColumns()) + " → " + Titles.table(plan, s.parent()), "mono");
    key.setTooltip(Nodes.tooltip(Legible.line(s.why())));
    return row(
        "line-row",
        key,
        Nodes.whole(Nodes.label(Texts.of("suggestions.percent", s.confidence()), "figure")),
        Nodes.link(Texts.of("findings.whatIf"), () -> model.tryOut().start(s.accepted())),
        Nodes.link(Texts.of("inspector.add"), () -> model.decide(s.accepted())));
  }

  private Node child(PlannedRelation planned) {
    return row(
        "line-row",
        name(Titles.fromChild(plan, planned.relation()), "mono"),
        Nodes.whole(Nodes.label(planned.cut() ? Texts.of("inspector.isCut") : "", "faint")),
        Nodes.link(
            Texts.of("inspector.show"),
            () -> model.select(Selection.table(planned.relation().child()))));
  }

  private <T> Section section(String key, List<T> things, Function<T, Node> line) {
    return Section.of(Texts.of(key), things, line, pieces::add);
  }

  private void addIfAny(Section section) {
    if (section.getChildren().size() > 1) {
      getChildren().add(section);
    }
  }

  /** A name in full, over several lines if need be, which leaves the rest of a row its place. */
  static Label name(String name, String... styles) {
    Label label = Nodes.grow(Nodes.paragraph(name, styles));
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }

  static HBox row(String style, Node... nodes) {
    HBox row = new HBox(nodes);
    row.getStyleClass().add(style);
    return row;
  }
}
