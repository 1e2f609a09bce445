package dev.shardwright.ui.inspector;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Kind;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.MarkGlyph;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.Segments;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.layout.VBox;

/** Client, context or neutral: pressing another one overrides the computed mark. */
final class KindSegments extends VBox {
  private static final List<Kind> OFFERED = List.of(Kind.CLIENT, Kind.CONTEXT, Kind.NEUTRAL);

  KindSegments(PlannerModel model, Plan plan, List<TableName> tables) {
    super(6);
    Segments<Kind> segments =
        new Segments<>(OFFERED, MarkGlyph::title, kind -> override(model, plan, tables, kind));
    for (Kind kind : OFFERED) {
      segments.button(kind).setGraphic(MarkGlyph.shape(kind));
      segments.button(kind).setId("kind-" + kind.word());
      segments.button(kind).setTooltip(Nodes.tooltip(Texts.of("inspector.kind." + kind.word())));
    }
    Set<Kind> kinds = tables.stream().map(plan::kind).collect(Collectors.toSet());
    if (kinds.size() == 1 && OFFERED.containsAll(kinds)) {
      segments.choose(kinds.iterator().next());
    }
    getChildren().add(segments);
  }

  /** Saying what was computed anyway is taking the override back. */
  private static void override(PlannerModel model, Plan plan, List<TableName> tables, Kind kind) {
    if (tables.stream().allMatch(t -> plan.mark(t).computed() == kind)) {
      model.revokeAll(decisions(tables, kind));
    } else {
      model.decideAll(decisions(tables, kind));
    }
  }

  private static List<Decision> decisions(List<TableName> tables, Kind kind) {
    return tables.stream()
        .<Decision>map(t -> new Decision.KindOverride(t, kind, Optional.empty()))
        .toList();
  }
}
