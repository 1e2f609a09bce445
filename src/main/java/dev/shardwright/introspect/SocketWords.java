package dev.shardwright.introspect;

import dev.shardwright.model.Product;
import dev.shardwright.model.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** How a URL names a Unix socket: in one way for each product, and no other is guessed at. */
final class SocketWords {
  private static final String FOLDER = "host";
  private static final String FILE = "localSocket";
  private static final String PORT = "port";
  private static final Set<String> OTHERS =
      Set.of("socket", "unix_socket", "unixsocket", "junixsocket.file", "socketfactory");

  private SocketWords() {}

  /** The address with the socket that its options name as host, and without those options. */
  static Address read(Address address) {
    boolean postgres = address.product() == Product.POSTGRESQL;
    List<String> options = list(address.options());
    String word = postgres ? FOLDER : FILE;
    refuseOtherWords(address, options);
    List<String> named = options.stream().filter(o -> is(o, word)).toList();
    if (named.isEmpty()) {
      return address;
    }
    String path = Address.decoded(value(named.getLast()));
    if (!path.startsWith("/")) {
      throw wrong(address.product(), word + "=" + path + " is no path from the root");
    }
    if (!address.host().isEmpty() && !address.host().equals("localhost")) {
      throw wrong(
          address.product(), "it names the host " + address.host() + " and the socket " + path);
    }
    String port =
        options.stream()
            .filter(o -> postgres && is(o, PORT))
            .map(SocketWords::value)
            .reduce(postgres ? address.port() : "", (first, last) -> last);
    String others =
        options.stream()
            .filter(o -> !is(o, word) && !(postgres && is(o, PORT)))
            .collect(Collectors.joining("&"));
    return new Address(address.product(), path, port, address.database(), others);
  }

  /** The options of an address with a socket, the socket's first. */
  static String options(Address address) {
    boolean postgres = address.product() == Product.POSTGRESQL;
    String path = encoded(address.host().strip());
    String port =
        postgres && !address.port().isBlank() && !address.port().strip().equals("5432")
            ? "&" + PORT + "=" + address.port().strip()
            : "";
    String others = address.options().strip();
    return (postgres ? FOLDER : FILE) + "=" + path + port + (others.isEmpty() ? "" : "&" + others);
  }

  /** A URL that the form does not show might still name a socket, which its driver passes over. */
  static void refuseElsewhere(String url) {
    int query = url.indexOf('?');
    for (Product product : Product.values()) {
      String scheme = "jdbc:" + product.name().toLowerCase(Locale.ROOT) + ":";
      if (query > 0 && url.startsWith(scheme)) {
        List<String> options = list(url.substring(query + 1));
        String word = product == Product.POSTGRESQL ? FOLDER : FILE;
        if (options.stream().anyMatch(o -> is(o, word) && value(o).startsWith("/"))) {
          throw wrong(product, "its socket has no /// before the database");
        }
      }
    }
  }

  private static void refuseOtherWords(Address address, List<String> options) {
    if (Address.decoded(address.host()).startsWith("/")) {
      throw wrong(address.product(), "it has a path where hosts have their name");
    }
    boolean postgres = address.product() == Product.POSTGRESQL;
    for (String option : options) {
      String name = name(option).toLowerCase(Locale.ROOT);
      boolean others = postgres ? is(option, FILE) : is(option, FOLDER);
      if (OTHERS.contains(name) || others) {
        throw wrong(address.product(), "it has the option " + name(option));
      }
    }
  }

  private static UserError wrong(Product product, String what) {
    String right =
        switch (product) {
          case POSTGRESQL ->
              "jdbc:postgresql:///database?host=/var/run/postgresql (the folder of the socket,"
                  + " and &port=5433 if it is not the usual one)";
          case MYSQL -> "jdbc:mysql:///database?localSocket=/run/mysqld/mysqld.sock";
          case MARIADB -> "jdbc:mariadb:///database?localSocket=/run/mysqld/mysqld.sock";
        };
    return new UserError(
        "The URL cannot be used: " + what + ". A Unix socket is written " + right + ".");
  }

  private static List<String> list(String options) {
    return Arrays.stream(options.split("&")).filter(o -> !o.isEmpty()).toList();
  }

  private static boolean is(String option, String name) {
    return name(option).equalsIgnoreCase(name);
  }

  private static String name(String option) {
    return option.split("=", 2)[0];
  }

  private static String value(String option) {
    int equals = option.indexOf('=');
    return equals < 0 ? "" : option.substring(equals + 1);
  }

  private static String encoded(String path) {
    return path.replace("%", "%25")
        .replace("&", "%26")
        .replace("#", "%23")
        .replace("?", "%3F")
        .replace(" ", "%20");
  }
}
