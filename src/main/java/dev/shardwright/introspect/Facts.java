package dev.shardwright.introspect;

import java.util.Optional;
import schemacrawler.schema.AttributedObject;

/** The values that our dictionary queries gave to one of SchemaCrawler's objects. */
record Facts(AttributedObject object) {

  Optional<String> text(String name) {
    return value(name).map(String::valueOf);
  }

  /** A text that counts as missing when it is empty. */
  Optional<String> filled(String name) {
    return text(name).filter(text -> !text.isEmpty());
  }

  boolean flag(String name) {
    return value(name).map(Facts::isTrue).orElse(false);
  }

  private static boolean isTrue(Object value) {
    return value instanceof Boolean truth
        ? truth
        : value instanceof Number number && number.intValue() != 0;
  }

  private Optional<Object> value(String name) {
    Optional<Object> value = object.lookupAttribute(name);
    return value;
  }
}
