package dev.shardwright.export;

import dev.shardwright.model.Product;
import dev.shardwright.model.Provenance;
import dev.shardwright.model.UserError;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The servers that will load the files: {@code 15}, {@code 8.4}, {@code 10.11-MariaDB}. */
record Target(Product product, int major, int minor) {
  private static final Pattern VERSION = Pattern.compile("(\\d+)(?:\\.(\\d+))?.*");
  private static final int FIRST_MARIADB = 10;

  /**
   * The target that the user named, else the server that the source is.
   *
   * @throws UserError if what he named is no version
   */
  static Optional<Target> of(Provenance source, Optional<String> named) {
    if (named.isEmpty()) {
      return parsed(source.product(), source.version());
    }
    String text = named.get().toLowerCase(Locale.ROOT);
    String number = text.replaceFirst("^(mariadb|mysql|postgresql|postgres)[ -]*", "");
    Target target =
        parsed(source.product(), number)
            .orElseThrow(() ->
                new UserError(
                    "--target-version "
                        + named.get()
                        + ": name a version, as in 15, 8.4 or 10.11-MariaDB."));
    return Optional.of(
        new Target(
            product(source.product(), text, target.major()), target.major(), target.minor()));
  }

  private static Optional<Target> parsed(Product product, String text) {
    Matcher version = VERSION.matcher(text.strip());
    return version.matches()
        ? Optional.of(
            new Target(
                product,
                Integer.parseInt(version.group(1)),
                version.group(2) == null ? 0 : Integer.parseInt(version.group(2))))
        : Optional.empty();
  }

  // MySQL went from 9 to the year's number, MariaDB began at 10
  private static Product product(Product source, String text, int major) {
    if (!source.isMySqlFamily()) {
      return source;
    }
    if (text.contains("mariadb")) {
      return Product.MARIADB;
    }
    if (text.contains("mysql") || major < FIRST_MARIADB) {
      return Product.MYSQL;
    }
    return major <= 12 ? Product.MARIADB : source;
  }

  boolean atLeast(int wantedMajor, int wantedMinor) {
    return major > wantedMajor || (major == wantedMajor && minor >= wantedMinor);
  }

  @Override
  public String toString() {
    return product.title()
        + " "
        + major
        + (minor == 0 && product == Product.POSTGRESQL ? "" : "." + minor);
  }
}
