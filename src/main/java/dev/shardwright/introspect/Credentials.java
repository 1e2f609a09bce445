package dev.shardwright.introspect;

import dev.shardwright.model.Product;
import dev.shardwright.model.UserError;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who connects and where to, from where the server's own clients know it, when nothing was given:
 * {@code ~/.my.cnf} for MySQL and MariaDB, libpq's environment for PostgreSQL, whose driver reads
 * {@code ~/.pgpass} itself.
 *
 * @param home the user's folder
 */
record Credentials(Path home, Map<String, String> environment) {
  Credentials {
    environment = Map.copyOf(environment);
  }

  /**
   * The source with what this user's files and environment add.
   *
   * @throws UserError if the URL names a socket in a way that is not understood
   */
  static JdbcSource completed(JdbcSource source) {
    return new Credentials(Path.of(System.getProperty("user.home")), System.getenv()).on(source);
  }

  JdbcSource on(JdbcSource source) {
    Optional<Address> address = Address.parse(source.url());
    JdbcSource completed = address.map(a -> on(source, a)).orElse(source);
    boolean local = Address.parse(completed.url()).map(Address::local).orElse(false);
    // Where the server knows its users by their login, a driver's nobody would be refused.
    return local && completed.user().isEmpty() && !source.url().contains("user=")
        ? with(completed, Optional.of(System.getProperty("user.name")), completed.password())
        : completed;
  }

  private JdbcSource on(JdbcSource source, Address address) {
    return address.product() == Product.POSTGRESQL
        ? byEnvironment(source, address)
        : byOptionFile(source, address);
  }

  /** PostgreSQL manual, "Environment Variables" of libpq. */
  private JdbcSource byEnvironment(JdbcSource source, Address address) {
    Optional<String> host = variable("PGHOST").filter(h -> !h.contains(","));
    boolean open = address.host().isEmpty();
    String port = address.port().isEmpty() && open ? variable("PGPORT").orElse("") : address.port();
    Address where = open ? address.at(host.orElse(""), port) : address;
    Secret password =
        source.password().isEmpty()
            ? Secret.of(variable("PGPASSWORD").orElse(""))
            : source.password();
    return with(at(source, address, where), source.user().or(() -> variable("PGUSER")), password);
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(Predicate.not(String::isBlank));
  }

  private JdbcSource byOptionFile(JdbcSource source, Address address) {
    Map<String, String> client = OptionFile.client(home.resolve(".my.cnf"), address.product());
    JdbcSource there = at(source, address, where(address, client));
    Optional<String> fileUser = Optional.ofNullable(client.get("user"));
    // Another user's password would be wrong for the one who was named.
    boolean same = source.user().isEmpty() || source.user().equals(fileUser);
    if (!source.password().isEmpty() || (!same && fileUser.isPresent())) {
      return there;
    }
    return with(
        there, source.user().or(() -> fileUser), Secret.of(client.getOrDefault("password", "")));
  }

  /** A URL without host leaves the place to the file, as the client does without {@code -h}. */
  private static Address where(Address address, Map<String, String> client) {
    String host = client.getOrDefault("host", "localhost");
    String socket = client.getOrDefault("socket", "");
    if (!address.host().isEmpty()) {
      return address;
    }
    if (!host.equals("localhost")) {
      return address.at(
          host, address.port().isEmpty() ? client.getOrDefault("port", "") : address.port());
    }
    return socket.startsWith("/") && address.port().isEmpty() ? address.at(socket, "") : address;
  }

  private static JdbcSource at(JdbcSource source, Address was, Address now) {
    return was.equals(now)
        ? source
        : new JdbcSource(now.url(), source.user(), source.password(), source.schemas());
  }

  private static JdbcSource with(JdbcSource source, Optional<String> user, Secret password) {
    return new JdbcSource(source.url(), user, password, source.schemas());
  }
}
