package dev.shardwright.export;

import dev.shardwright.model.Product;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Relation.Action;
import dev.shardwright.model.Relation.Deferral;

/** The text of foreign keys. */
final class ForeignKeys {
  private final Part part;
  private final Action unspoken;

  ForeignKeys(Part part) {
    this.part = part;
    // MariaDB reports RESTRICT for a key without an action, the others NO ACTION
    unspoken =
        part.plan().schema().origin().product() == Product.MARIADB
            ? Action.RESTRICT
            : Action.NO_ACTION;
  }

  /** {@code CONSTRAINT name FOREIGN KEY (…) REFERENCES parent (…) …}. */
  String clause(Relation key) {
    if (key.definition().isPresent()) {
      return "CONSTRAINT " + part.dialect().quote(key.name()) + " " + key.definition().get();
    }
    StringBuilder text =
        new StringBuilder("CONSTRAINT ")
            .append(part.dialect().quote(key.name()))
            .append(" FOREIGN KEY (")
            .append(part.dialect().quoteAll(key.childColumns()))
            .append(") REFERENCES ")
            .append(part.name(key.parent()))
            .append(" (")
            .append(part.dialect().quoteAll(key.parentColumns()))
            .append(')');
    if (key.match() == Relation.Match.FULL) {
      text.append(" MATCH FULL");
    }
    action(text, " ON DELETE ", key.onDelete());
    action(text, " ON UPDATE ", key.onUpdate());
    if (key.deferral() != Deferral.NOT_DEFERRABLE) {
      text.append(" DEFERRABLE");
    }
    if (key.deferral() == Deferral.INITIALLY_DEFERRED) {
      text.append(" INITIALLY DEFERRED");
    }
    return text.toString();
  }

  private void action(StringBuilder text, String when, Action action) {
    if (action != unspoken) {
      text.append(when).append(action.name().replace('_', ' '));
    }
  }
}
