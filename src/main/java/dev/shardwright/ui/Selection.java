package dev.shardwright.ui;

import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.CheckCode;
import dev.shardwright.risk.Finding;
import java.util.List;

/** What the DBA points at: the panes show it, the diagram lights it. */
public sealed interface Selection {
  /** Tables, in the order in which they were picked; empty for nothing. */
  record Tables(List<TableName> names) implements Selection {
    public Tables {
      names = List.copyOf(names);
    }
  }

  /** A relation by its id. */
  record OneRelation(String id) implements Selection {}

  /** A finding by what makes it the same finding in the next plan. */
  record OneFinding(
      CheckCode check,
      TableName table,
      List<String> relations,
      List<String> objects,
      List<String> columns)
      implements Selection {
    public OneFinding {
      relations = List.copyOf(relations);
      objects = List.copyOf(objects);
      columns = List.copyOf(columns);
    }

    /** True of the finding that was selected, also after it was worded anew. */
    public boolean is(Finding finding) {
      return equals(finding(finding));
    }
  }

  static Selection nothing() {
    return new Tables(List.of());
  }

  static Selection table(TableName name) {
    return new Tables(List.of(name));
  }

  static Selection relation(String id) {
    return new OneRelation(id);
  }

  static OneFinding finding(Finding f) {
    return new OneFinding(f.check(), f.table(), f.relations(), f.objects(), f.columns());
  }

  /** The selected tables; empty if something else is selected. */
  default List<TableName> tables() {
    return this instanceof Tables(List<TableName> names) ? names : List.of();
  }

  /** What of it another plan still has: a finding that is gone leaves its table. */
  default Selection in(Plan plan) {
    return switch (this) {
      case OneFinding one when plan.findings().stream().noneMatch(one::is) -> table(one.table());
      case OneRelation(String id)
          when plan.relations().stream().noneMatch(r -> r.relation().id().equals(id)) ->
          nothing();
      default -> this;
    };
  }
}
