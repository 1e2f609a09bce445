package dev.shardwright.ui;

import dev.shardwright.classify.Decision;
import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlannedRelation;
import dev.shardwright.ui.diagram.DiagramPane;
import dev.shardwright.ui.diagram.Joining.End;
import dev.shardwright.ui.diagram.PlaceMemory;
import dev.shardwright.ui.tables.TableMenu;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.MenuItem;

/** Ties the diagram to the model: one selection, the problem of a finding lit, one table menu. */
final class DiagramDesk {
  private final PlannerModel model;
  private final ObjectProperty<Set<TableName>> picked = new SimpleObjectProperty<>(Set.of());
  private final DiagramPane pane;
  private final DiagramMenu more;
  private boolean following;

  DiagramDesk(PlannerModel model) {
    this.model = model;
    pane =
        new DiagramPane(
            model.background(),
            model.tryOut().shownProperty(),
            picked,
            model.darkProperty(),
            model.folders().<PlaceMemory>map(PlaceFiles::of).orElse(PlaceMemory.NONE));
    DiagramHabits.follow(pane, model.preferences());
    more = new DiagramMenu(model, pane);
    TableMenu menu = new TableMenu(model, more::items);
    pane.setOnTableMenu((table, column, owner, x, y) -> {
      more.openAt(column);
      if (!model.selection().tables().contains(table)) {
        model.select(Selection.table(table));
      }
      menu.show(owner, x, y);
    });
    pane.setOnJoined(this::join);
    pane.setPrints(this::planName, (doing, why) -> model.failed(doing).accept(why));
    pane.layoutProperty().set(model.journal().layoutProperty().get());
    pane.layoutProperty().addListener((o, was, now) -> model.journal().place(now));
    model.journal().layoutProperty().addListener((o, was, now) -> pane.layoutProperty().set(now));
    model.tryOut().shownProperty().addListener(any -> compare());
    picked.addListener((o, was, now) -> tell(now));
    model.selectionProperty().addListener((o, was, now) -> follow(now));
    follow(model.selection());
  }

  DiagramPane pane() {
    return pane;
  }

  /** What can be shown of tables, for a menu that is opened elsewhere. */
  List<MenuItem> menu(List<TableName> tables) {
    more.openAt(Optional.empty());
    return more.items(tables);
  }

  private String planName() {
    return model
        .planFileProperty()
        .get()
        .map(file -> String.valueOf(file.getFileName()).replaceFirst("\\.shardplan$", ""))
        .or(() -> model.plan().map(p -> p.schema().origin().described()))
        .orElse(Texts.of("plan.none"));
  }

  /** A relation that was drawn becomes a decision. */
  private void join(End child, End parent) {
    model.decide(
        new Decision.Virtual(
            child.table(),
            List.of(child.column()),
            parent.table(),
            List.of(parent.column()),
            Optional.empty(),
            false,
            Optional.empty()));
    model.select(Selection.table(child.table()));
  }

  /** While something is tried out, its tables say what would change. */
  private void compare() {
    Optional<Plan> before = model.plan();
    Optional<Plan> after =
        model.tryOut().trialProperty().get().map(Trial::after).filter(this::isShown);
    if (before.isEmpty() || after.isEmpty()) {
      model.background().cancel("difference");
      pane.note(Map.of());
      return;
    }
    model
        .background()
        .run(
            "difference",
            "",
            progress -> Difference.words(before.get(), after.get()),
            pane::note,
            model.failed(Texts.of("job.plan")));
  }

  /** Equality would compare all tables on the window's thread. */
  @SuppressWarnings("ReferenceEquality")
  private boolean isShown(Plan plan) {
    return model.tryOut().shownProperty().get().filter(shown -> shown == plan).isPresent();
  }

  private void tell(Set<TableName> tables) {
    if (!following) {
      model.select(new Selection.Tables(List.copyOf(tables)));
    }
  }

  private void follow(Selection selection) {
    following = true;
    switch (selection) {
      case Selection.Tables(List<TableName> names) -> {
        picked.set(new LinkedHashSet<>(names));
        pane.light(Set.of(), Set.of());
      }
      case Selection.OneRelation(String id) ->
          model.plan().flatMap(p -> relation(p, id)).ifPresent(this::light);
      case Selection.OneFinding finding -> light(finding);
    }
    following = false;
    selection.tables().stream().findFirst().ifPresent(this::reveal);
  }

  private void light(Relation relation) {
    picked.set(Set.of());
    pane.light(Set.of(relation.child(), relation.parent()), Set.of(relation.id()));
    reveal(relation.child());
  }

  /** The tables and keys of a problem stay clear, all others step back. */
  private void light(Selection.OneFinding finding) {
    picked.set(Set.of(finding.table()));
    Set<TableName> tables = new HashSet<>(Set.of(finding.table()));
    Set<String> relations = new HashSet<>(finding.relations());
    model.plan().ifPresent(plan -> ends(plan, relations, tables));
    pane.light(tables, relations);
    reveal(finding.table());
  }

  private static void ends(Plan plan, Set<String> relations, Set<TableName> tables) {
    plan.relations().stream()
        .map(PlannedRelation::relation)
        .filter(r -> relations.contains(r.id()))
        .forEach(r -> {
          tables.add(r.child());
          tables.add(r.parent());
        });
  }

  private void reveal(TableName table) {
    pane.reveal(table);
  }

  private static Optional<Relation> relation(Plan plan, String id) {
    return plan.relations().stream()
        .map(PlannedRelation::relation)
        .filter(r -> r.id().equals(id))
        .findFirst();
  }
}
