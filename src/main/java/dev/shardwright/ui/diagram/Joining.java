package dev.shardwright.ui.diagram;

import dev.shardwright.model.Column;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.TypeFamily;
import dev.shardwright.ui.Texts;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;

/** Which columns a relation that is drawn by hand may join, and the words for it. */
public final class Joining {
  static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

  /** Servers compare these with each other. */
  private static final Set<TypeFamily> NUMBERS = EnumSet.of(TypeFamily.INTEGER, TypeFamily.DECIMAL);

  private Joining() {}

  /** A column of a table. */
  public record End(TableName table, String column) {
    @Override
    public String toString() {
      return table.name() + "." + column;
    }
  }

  /** Why the two cannot be joined, as a sentence. */
  static Optional<String> problem(Schema schema, End from, End to) {
    if (from.equals(to)) {
      return Optional.of(Texts.of("joining.same"));
    }
    Optional<Column> child = column(schema, from);
    Optional<Column> parent = column(schema, to);
    if (child.isEmpty() || parent.isEmpty()) {
      return Optional.of(Texts.of("joining.notRead"));
    }
    TypeFamily one = child.get().type().family();
    TypeFamily other = parent.get().type().family();
    boolean fits = one == other || (NUMBERS.contains(one) && NUMBERS.contains(other));
    return fits
        ? Optional.empty()
        : Optional.of(
            Texts.of(
                "joining.types", from, child.get().type().sql(), to, parent.get().type().sql()));
  }

  /** The column by which a table is meant: its primary key, if that is a single one. */
  static Optional<End> key(Schema schema, TableName table) {
    return Optional.ofNullable(schema.byName().get(table))
        .flatMap(Table::primaryKey)
        .filter(k -> k.columns().size() == 1)
        .map(k -> new End(table, k.columns().getFirst()));
  }

  static String asking(End from) {
    return Texts.of("joining.asking", from);
  }

  static String offering(End from, End to) {
    return Texts.of("joining.offering", from, to);
  }

  private static Optional<Column> column(Schema schema, End end) {
    return Optional.ofNullable(schema.byName().get(end.table()))
        .flatMap(t -> t.column(end.column()));
  }
}
