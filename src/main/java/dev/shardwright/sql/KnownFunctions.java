package dev.shardwright.sql;

import dev.shardwright.model.Product;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The servers' own functions, which change no table; what a call of any other does is not known.
 */
public final class KnownFunctions {
  private static final KnownFunctions POSTGRESQL = new KnownFunctions("postgresql");
  private static final KnownFunctions MYSQL = new KnownFunctions("mysql");

  private final Set<String> names;

  private KnownFunctions(String file) {
    try (InputStream in = KnownFunctions.class.getResourceAsStream("/functions/" + file + ".txt")) {
      if (in == null) {
        throw new IllegalStateException("The list of functions of " + file + " is missing.");
      }
      names =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static KnownFunctions of(Product product) {
    return product.isMySqlFamily() ? MYSQL : POSTGRESQL;
  }

  /**
   * True if the server itself has the function and it changes no table.
   *
   * @param call as written, {@code pg_catalog.} allowed
   */
  public boolean harmless(String call) {
    String name = call.toLowerCase(Locale.ROOT);
    String bare = name.startsWith("pg_catalog.") ? name.substring("pg_catalog.".length()) : name;
    // PostGIS and the geometry functions of MySQL: all of them only compute.
    return names.contains(bare) || bare.startsWith("st_");
  }
}
