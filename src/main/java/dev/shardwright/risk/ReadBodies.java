package dev.shardwright.risk;

import dev.shardwright.model.Product;
import dev.shardwright.model.TableName;
import dev.shardwright.sql.BodyEffects;
import dev.shardwright.sql.BodyReader;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the texts of a database do by themselves, each read once.
 *
 * <p>A plan is derived anew for every decision, but bodies do not change with decisions and their
 * grammar costs milliseconds each. Reading is a pure function of text and table names, so the last
 * database's answers are kept: nothing depends on it but time.
 */
final class ReadBodies {
  private static final AtomicReference<SoftReference<ReadBodies>> LAST =
      new AtomicReference<>(new SoftReference<>(null));

  private final Product product;
  private final List<TableName> catalog;
  private final BodyReader reader;
  private final Map<Text, BodyEffects> read = new ConcurrentHashMap<>();

  private record Text(String language, String body) {}

  private ReadBodies(Product product, List<TableName> catalog) {
    this.product = product;
    this.catalog = catalog;
    this.reader = new BodyReader(product, catalog);
  }

  /**
   * The reader for a database.
   *
   * @param catalog its tables and views
   */
  static ReadBodies of(Product product, List<TableName> catalog) {
    return Optional.ofNullable(LAST.get())
        .map(SoftReference::get)
        .filter(last -> last.product == product && last.catalog.equals(catalog))
        .orElseGet(() -> fresh(product, catalog));
  }

  private static ReadBodies fresh(Product product, List<TableName> catalog) {
    ReadBodies fresh = new ReadBodies(product, catalog);
    LAST.set(new SoftReference<>(fresh));
    return fresh;
  }

  BodyEffects read(String language, String body) {
    return read.computeIfAbsent(new Text(language, body), t -> reader.read(t.language(), t.body()));
  }

  /** The tables and views that a name in a text means. */
  List<TableName> tables(List<String> name) {
    return List.copyOf(reader.tables(name));
  }
}
