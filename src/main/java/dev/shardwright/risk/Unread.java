package dev.shardwright.risk;

import java.util.Collection;
import java.util.Iterator;

/** Says in one sentence which texts could not be read to the end. */
final class Unread {
  private Unread() {}

  /**
   * The sentence.
   *
   * @param reasons at least one; sorted by the caller
   */
  static String sentence(Collection<String> reasons) {
    Iterator<String> all = reasons.iterator();
    String first = all.next();
    String text = Character.toUpperCase(first.charAt(0)) + first.substring(1);
    int more = reasons.size() - 1;
    return text.replaceFirst("\\.$", "") + (more == 0 ? "." : "; " + more + " more like it.");
  }
}
