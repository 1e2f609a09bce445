package dev.shardwright.introspect;

import java.util.List;
import java.util.Optional;
import schemacrawler.schema.AttributedObject;

/**
 * What our dictionary queries said of one of SchemaCrawler's objects: the row it was made of, or
 * the rows, one a column, of an index.
 */
record Facts(List<KeptRow> rows) {
  static final String ATTRIBUTE = "FACTS";

  static Facts of(AttributedObject object) {
    Optional<Facts> facts = object.lookupAttribute(ATTRIBUTE);
    return facts.orElseThrow(() -> new IllegalStateException("no facts of " + object));
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(rows.getFirst().text(name));
  }

  /** A text that counts as missing when it is empty. */
  Optional<String> filled(String name) {
    return text(name).filter(text -> !text.isEmpty());
  }

  boolean flag(String name) {
    return Row.isTrue(rows.getFirst().text(name));
  }

  /** The facts of each part alone, in order. */
  List<Facts> parts() {
    return rows.stream().map(row -> new Facts(List.of(row))).toList();
  }
}
