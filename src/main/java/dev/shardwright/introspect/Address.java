package dev.shardwright.introspect;

import dev.shardwright.introspect.socket.UnixSocket;
import dev.shardwright.model.Product;
import dev.shardwright.model.UserError;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a JDBC URL to one server.
 *
 * <p>A Unix socket stands in the URL as {@code jdbc:postgresql:///shop?host=/var/run/postgresql},
 * in libpq's manner, or as {@code jdbc:mariadb:///shop?localSocket=/run/mysqld/mysqld.sock}, in
 * that of MariaDB's driver; {@code jdbc:mysql:} has it the same way.
 *
 * @param host a name, or the path of a socket: its folder on PostgreSQL, itself on MySQL and
 *     MariaDB; empty for the driver's own
 * @param port as typed; empty for the server's own. On a PostgreSQL socket it names the file
 * @param options what follows the question mark, without it and without the socket
 */
public record Address(Product product, String host, String port, String database, String options) {
  private static final Pattern URL =
      Pattern.compile(
          "jdbc:(?<product>postgresql|mysql|mariadb)://(?<host>[^:/?]*)(?::(?<port>\\d+))?"
              + "(?:/(?<database>[^?]*))?(?:\\?(?<options>.*))?");

  /**
   * Reads a URL. Empty if it is none of one of the three servers with a single host.
   *
   * @throws UserError if it names a socket in another way than the one that is understood
   */
  public static Optional<Address> parse(String url) {
    Matcher parts = URL.matcher(url.strip());
    if (!parts.matches()) {
      SocketWords.refuseElsewhere(url.strip());
      return Optional.empty();
    }
    return Optional.of(
        SocketWords.read(
            new Address(
                Product.valueOf(parts.group("product").toUpperCase(Locale.ROOT)),
                parts.group("host"),
                text(parts.group("port")),
                text(parts.group("database")),
                text(parts.group("options")))));
  }

  /** As {@link #parse}; empty too if the URL names a socket wrongly, for what need not say so. */
  public static Optional<Address> lenient(String url) {
    try {
      return parse(url);
    } catch (UserError e) {
      return Optional.empty();
    }
  }

  /** True if the host is the path of a socket on this machine. */
  public boolean local() {
    return host.startsWith("/");
  }

  /** The socket, if the address is one. */
  Optional<UnixSocket> socket() {
    return local() ? Optional.of(UnixSocket.of(product, host, port)) : Optional.empty();
  }

  public String url() {
    String said = local() ? SocketWords.options(this) : options.strip();
    return "jdbc:"
        + product.name().toLowerCase(Locale.ROOT)
        + "://"
        + (local() ? "" : host.strip())
        + (local() || port.isBlank() ? "" : ":" + port.strip())
        + "/"
        + database.strip()
        + (said.isBlank() ? "" : "?" + said);
  }

  /** The same without options, for people. */
  Address bare() {
    return new Address(product, host, port, database, "");
  }

  /** The same at another host and port. */
  Address at(String otherHost, String otherPort) {
    return new Address(product, otherHost, otherPort, database, options);
  }

  /**
   * What the driver gets when a socket is put under it: any host, for none is asked. PostgreSQL
   * encrypts no socket, and libpq passes over what was said about it.
   */
  Address underSocket() {
    String kept =
        Arrays.stream(options.split("&"))
            .filter(o -> !(product == Product.POSTGRESQL && o.matches("(?i)ssl(mode)?(=.*)?")))
            .collect(Collectors.joining("&"));
    return new Address(product, "localhost", port, database, kept);
  }

  static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new UserError("\"" + text + "\" in the URL is badly escaped: a % is written %25.", e);
    }
  }

  private static String text(@Nullable String group) {
    return group == null ? "" : group;
  }
}
