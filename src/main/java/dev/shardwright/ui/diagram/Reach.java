package dev.shardwright.ui.diagram;

import dev.shardwright.diagram.Scope;
import dev.shardwright.model.TableName;
import dev.shardwright.ui.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** How far the focus view goes from its tables. */
public enum Reach {
  ONE,
  TWO,
  THREE,
  OWNED,
  PATH;

  String title() {
    return Texts.of("reach." + name().toLowerCase(Locale.ROOT));
  }

  String explanation() {
    return Texts.of("reach.why." + name().toLowerCase(Locale.ROOT));
  }

  Scope scope(Set<TableName> subject) {
    return switch (this) {
      case ONE -> new Scope.Focus(subject, 1);
      case TWO -> new Scope.Focus(subject, 2);
      case THREE -> new Scope.Focus(subject, 3);
      case OWNED -> new Scope.Owned(subject);
      case PATH -> new Scope.Path(List.copyOf(new TreeSet<>(subject)));
    };
  }
}
