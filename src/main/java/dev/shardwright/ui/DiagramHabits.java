package dev.shardwright.ui;

import dev.shardwright.diagram.Detail;
import dev.shardwright.diagram.Link;
import dev.shardwright.diagram.RelationFilter;
import dev.shardwright.ui.diagram.DiagramPane;
import dev.shardwright.ui.diagram.View;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the user looks at diagrams, from one start to the next: view, detail, which relations are
 * drawn, whether the unrelated is dimmed. Hidden tables belong to a plan and are kept with it.
 */
final class DiagramHabits {
  private static final String VIEW = "diagramView";
  private static final String DETAIL = "diagramDetail";
  private static final String HIDDEN = "diagramHiddenRelations";
  private static final String NO_CONTEXT = "diagramWithoutContext";
  private static final String DIMS = "diagramDims";

  /** Views of the whole plan; the others need a table to start from. */
  private static final Set<View> WHOLE = EnumSet.of(View.ATLAS, View.PLAN);

  private DiagramHabits() {}

  /** Gives the diagram the habits that were kept, and keeps those to come. */
  static void follow(DiagramPane pane, Preferences kept) {
    restore(pane, kept);
    pane.viewProperty()
        .addListener((o, was, now) -> {
          if (WHOLE.contains(now)) {
            kept.choose(VIEW, now.name());
          }
        });
    pane.detailProperty()
        .addListener((o, was, now) -> {
          if (pane.detailChosen()) {
            kept.choose(DETAIL, now.name());
          }
        });
    pane.relationsProperty()
        .addListener((o, was, now) -> {
          kept.choose(
              HIDDEN,
              now.without().stream().map(Enum::name).sorted().collect(Collectors.joining(",")));
          kept.choose(NO_CONTEXT, now.withoutContext());
        });
    pane.dimsProperty().addListener((o, was, now) -> kept.choose(DIMS, now));
  }

  private static void restore(DiagramPane pane, Preferences kept) {
    named(WHOLE, kept.text(VIEW)).ifPresent(pane.viewProperty()::set);
    named(List.of(Detail.values()), kept.text(DETAIL)).ifPresent(pane.detailProperty()::set);
    Set<Link.Sort> sorts =
        kept.text(HIDDEN).stream()
            .flatMap(names -> Arrays.stream(names.split(",")))
            .flatMap(name -> named(List.of(Link.Sort.values()), Optional.of(name)).stream())
            .collect(Collectors.toSet());
    pane.relationsProperty().set(new RelationFilter(sorts, kept.on(NO_CONTEXT)));
    pane.dimsProperty().set(kept.on(DIMS));
  }

  /** A name that an older or newer version wrote may mean nothing here. */
  private static <E extends Enum<E>> Optional<E> named(Collection<E> of, Optional<String> name) {
    return of.stream().filter(each -> name.filter(each.name()::equals).isPresent()).findFirst();
  }
}
