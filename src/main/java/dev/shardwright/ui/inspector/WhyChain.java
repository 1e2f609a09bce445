package dev.shardwright.ui.inspector;

import dev.shardwright.classify.Kind;
import dev.shardwright.classify.Mark;
import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Ledger;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Selection;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.MarkGlyph;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.Section;
import dev.shardwright.ui.parts.Titles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Why a table has its mark: the shortest chain of keys that coloured it, and what follows. */
final class WhyChain extends VBox {
  private final PlannerModel model;
  private final Plan plan;

  WhyChain(PlannerModel model, Plan plan, TableName table) {
    this.model = model;
    this.plan = plan;
    Mark mark = plan.mark(table);
    String caption = Texts.of("inspector.why", MarkGlyph.title(mark.kind()));
    Section section = new Section(caption);
    section.setSpacing(6);
    if (!mark.why().isEmpty() && mark.override().isEmpty()) {
      section.getChildren().add(chain(mark));
    }
    section.getChildren().add(Nodes.paragraph(sentence(table, mark), "muted"));
    getChildren().add(section);
  }

  private FlowPane chain(Mark mark) {
    FlowPane chain = new FlowPane(6, 6);
    chain.setAlignment(Pos.CENTER_LEFT);
    TableName at = start(mark);
    chain.getChildren().add(pill(at));
    for (Relation relation : mark.why()) {
      TableName next = relation.child().equals(at) ? relation.parent() : relation.child();
      chain.getChildren().addAll(key(relation, at), pill(next));
      at = next;
    }
    return chain;
  }

  /** The chain of client and undecided runs from parent to child, that of context from a child. */
  private TableName start(Mark mark) {
    Relation first = mark.why().getFirst();
    if (first.selfLoop()) {
      return first.parent();
    }
    return mark.kind() == Kind.CONTEXT ? first.child() : first.parent();
  }

  private Node pill(TableName name) {
    Kind kind = plan.kind(name);
    Button pill =
        Nodes.button(
            Titles.table(plan, name),
            () -> model.select(Selection.table(name)),
            "pill",
            kind.word());
    if (plan.root().filter(name::equals).isPresent()) {
      pill.getStyleClass().add("filled");
    }
    pill.setMnemonicParsing(false);
    return pill;
  }

  private static Node key(Relation relation, TableName from) {
    boolean down = relation.parent().equals(from);
    String columns = Titles.columns(relation.childColumns());
    String text =
        Texts.of(
            down ? "inspector.chain.down" : "inspector.chain.up",
            columns,
            Texts.of(relation.nullable() ? "nullable" : "notNull"));
    return Nodes.label(text, "mono");
  }

  private String sentence(TableName table, Mark mark) {
    if (mark.override().isPresent()) {
      return Texts.of("inspector.overridden", MarkGlyph.title(mark.computed()));
    }
    if (plan.root().isEmpty()) {
      return Texts.of("why.noRoot");
    }
    return switch (mark.kind()) {
      case CLIENT -> owned(table, mark);
      case CONTEXT, NEUTRAL, UNDECIDED -> Texts.of("why." + mark.kind().word());
    };
  }

  /** The keys promise one client a row; where rows were counted, what they do counts for more. */
  private String owned(TableName table, Mark mark) {
    long several =
        model.questions().booksProperty().get().of(table).map(Ledger::several).orElse(0L);
    return several > 0
        ? Texts.of("why.client.several", several)
        : Texts.of("why.client." + mark.ownership().word());
  }
}
