package dev.shardwright.export;

import dev.shardwright.model.Product;
import dev.shardwright.model.Provenance;
import dev.shardwright.model.UserError;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The servers that will load the files: {@code 15}, {@code 8.4}, {@code 8.0.21}, {@code
 * 10.11-MariaDB}.
 *
 * @param patch the third number; the newest there is if he named none
 */
record Target(Product product, int major, int minor, int patch) {
  private static final Pattern VERSION = Pattern.compile("(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?.*");
  private static final int NEWEST = Integer.MAX_VALUE;
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
            product(source.product(), text, target.major()),
            target.major(),
            target.minor(),
            target.patch()));
  }

  private static Optional<Target> parsed(Product product, String text) {
    Matcher version = VERSION.matcher(text.strip());
    return version.matches()
        ? Optional.of(
            new Target(
                product,
                Integer.parseInt(version.group(1)),
                version.group(2) == null ? 0 : Integer.parseInt(version.group(2)),
                version.group(3) == null ? NEWEST : Integer.parseInt(version.group(3))))
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

  /** The same with a version as text, {@code 8.0.16}; what it leaves out is 0. */
  boolean atLeast(String version) {
    String[] parts = version.split("\\.", 3);
    int wantedMajor = Integer.parseInt(parts[0]);
    int wantedMinor = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
    int wantedPatch = parts.length > 2 ? Integer.parseInt(parts[2]) : 0;
    return (major == wantedMajor && minor == wantedMinor)
        ? patch >= wantedPatch
        : atLeast(wantedMajor, wantedMinor);
  }

  @Override
  public String toString() {
    return product.title()
        + " "
        + major
        + (minor == 0 && product == Product.POSTGRESQL ? "" : "." + minor)
        + (patch == NEWEST || product != Product.MYSQL ? "" : "." + patch);
  }
}
