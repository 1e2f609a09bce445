package dev.shardwright.risk;

import dev.shardwright.classify.Kind;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Relation.Deferral;
import java.util.ArrayList;
import java.util.List;

/** A table that references itself: its rows have no order in which they can be inserted. */
final class SelfLoop implements RiskCheck {

  @Override
  public CheckCode code() {
    return CheckCode.SELF_LOOP;
  }

  @Override
  public CheckOutcome look(Situation situation) {
    return CheckOutcome.of(
        situation.graph().relations().stream()
            .filter(Relation::selfLoop)
            .filter(r -> !r.child().equals(situation.root()))
            .filter(r -> copied(situation.kind(r.child())))
            .map(r -> finding(situation, r))
            .toList());
  }

  private static boolean copied(Kind kind) {
    return kind == Kind.CLIENT || kind == Kind.CONTEXT;
  }

  private Finding finding(Situation situation, Relation loop) {
    return Finding.of(code(), severity(situation, loop), loop.child(), message(situation, loop))
        .about(List.of(loop))
        .columns(loop.childColumns())
        .remedies(remedies(situation, loop));
  }

  private static Severity severity(Situation situation, Relation loop) {
    if (!situation.client(loop.child())) {
      return Severity.INFO;
    }
    boolean stuck = !loop.nullable() && loop.deferral() == Deferral.NOT_DEFERRABLE;
    return stuck && loop.enforced() ? Severity.ERROR : Severity.WARNING;
  }

  private static String message(Situation situation, Relation loop) {
    String columns = String.join(", ", loop.childColumns());
    return situation.client(loop.child())
        ? "%s references itself by %s: a row can only be copied after the row it points at."
            .formatted(loop.child(), columns)
        : "The context table %s references itself by %s; its rows are written parents first."
            .formatted(loop.child(), columns);
  }

  private static List<Remedy> remedies(Situation situation, Relation loop) {
    Ddl ddl = new Ddl(situation.dialect());
    List<Remedy> remedies = new ArrayList<>();
    if (loop.nullable()) {
      List<Relation> all = List.of(loop);
      remedies.add(TwoPasses.remedy(situation, CheckCode.SELF_LOOP, loop.child(), all, all));
    } else if (loop.declared()) {
      remedies.addAll(OpenKey.remedies(situation, loop));
    }
    LoopTable.of(situation, loop).ifPresent(remedies::add);
    remedies.add(ddl.cut(loop, "Cut the key and match the rows in software"));
    return remedies;
  }
}
