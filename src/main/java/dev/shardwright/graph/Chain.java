package dev.shardwright.graph;

import dev.shardwright.model.Relation;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Relations one after the other, as they were walked.
 *
 * <p>Chains share their beginnings, so that the chains of all tables together need memory linear in
 * the tables, however deep the schema is.
 */
public final class Chain extends AbstractList<Relation> {
  public static final Chain EMPTY = new Chain(null, null, 0);

  private final @Nullable Chain before;
  private final @Nullable Relation last;
  private final int size;

  private Chain(@Nullable Chain before, @Nullable Relation last, int size) {
    this.before = before;
    this.last = last;
    this.size = size;
  }

  /** This chain and one more relation. */
  public Chain plus(Relation relation) {
    return new Chain(this, relation, size + 1);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Relation get(int index) {
    Objects.checkIndex(index, size);
    Chain at = this;
    while (at.size > index + 1) {
      at = Objects.requireNonNull(at.before);
    }
    return Objects.requireNonNull(at.last);
  }

  @Override
  public Relation getLast() {
    return get(size - 1);
  }

  @Override
  public Iterator<Relation> iterator() {
    return Arrays.asList(toArray()).iterator();
  }

  @Override
  public Relation[] toArray() {
    Relation[] all = new Relation[size];
    Chain at = this;
    for (int i = size - 1; i >= 0; i--) {
      all[i] = Objects.requireNonNull(at.last);
      at = Objects.requireNonNull(at.before);
    }
    return all;
  }
}
