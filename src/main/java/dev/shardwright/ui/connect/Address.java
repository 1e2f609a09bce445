package dev.shardwright.ui.connect;

import dev.shardwright.model.Product;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a JDBC URL that a form shows.
 *
 * @param port as typed; empty for the server's own
 * @param options what follows the question mark, without it
 */
record Address(Product product, String host, String port, String database, String options) {
  private static final Pattern URL =
      Pattern.compile(
          "jdbc:(?<product>postgresql|mysql|mariadb)://(?<host>[^:/?]*)(?::(?<port>\\d+))?"
              + "(?:/(?<database>[^?]*))?(?:\\?(?<options>.*))?");

  /** Empty if the text is not a URL of one of the three servers with a single host. */
  static Optional<Address> parse(String url) {
    Matcher parts = URL.matcher(url.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Address(
            Product.valueOf(parts.group("product").toUpperCase(Locale.ROOT)),
            parts.group("host"),
            text(parts.group("port")),
            text(parts.group("database")),
            text(parts.group("options"))));
  }

  String url() {
    return "jdbc:"
        + product.name().toLowerCase(Locale.ROOT)
        + "://"
        + host.strip()
        + (port.isBlank() ? "" : ":" + port.strip())
        + "/"
        + database.strip()
        + (options.isBlank() ? "" : "?" + options.strip());
  }

  /** The port the server listens on unless told otherwise. */
  static String usualPort(Product product) {
    return product == Product.POSTGRESQL ? "5432" : "3306";
  }

  private static String text(@Nullable String group) {
    return group == null ? "" : group;
  }
}
