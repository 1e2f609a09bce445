package dev.shardwright.ui.connect;

import dev.shardwright.model.Product;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  /** How the line to the server is guarded, in words that all three servers share. */
  enum Tls {
    /** As the driver has it when nothing is said. */
    USUAL("", "", ""),
    /** Encrypted, whoever answers. */
    REQUIRED("require", "REQUIRED", "trust"),
    /** Encrypted, and the server proves that it is the one named. */
    VERIFIED("verify-full", "VERIFY_IDENTITY", "verify-full"),
    NONE("disable", "DISABLED", "disable");

    private final String postgresql;
    private final String mysql;
    private final String mariadb;

    Tls(String postgresql, String mysql, String mariadb) {
      this.postgresql = postgresql;
      this.mysql = mysql;
      this.mariadb = mariadb;
    }

    private String word(Product product) {
      return switch (product) {
        case POSTGRESQL -> postgresql;
        case MYSQL -> mysql;
        case MARIADB -> mariadb;
      };
    }
  }

  private static String option(Product product) {
    return product == Product.POSTGRESQL ? "sslmode" : "sslMode";
  }

  /** The mode that the options say. */
  Tls tls() {
    return Arrays.stream(Tls.values())
        .filter(t -> t != Tls.USUAL)
        .filter(t ->
            all().stream()
                .anyMatch(o -> o.equalsIgnoreCase(option(product) + "=" + t.word(product))))
        .findFirst()
        .orElse(Tls.USUAL);
  }

  /** The same address with another mode. */
  Address with(Tls tls) {
    List<String> next = new ArrayList<>(others());
    if (tls != Tls.USUAL) {
      next.add(option(product) + "=" + tls.word(product));
    }
    return new Address(product, host, port, database, String.join("&", next));
  }

  private List<String> all() {
    return options.isBlank() ? List.of() : List.of(options.split("&"));
  }

  private List<String> others() {
    return all().stream().filter(o -> !o.toLowerCase(Locale.ROOT).startsWith("sslmode=")).toList();
  }

  private static String text(@Nullable String group) {
    return group == null ? "" : group;
  }
}
