package dev.shardwright.introspect;

import dev.shardwright.model.UserError;
import java.util.Optional;
import java.util.Properties;

/** What the drivers are told beside the URL: who connects, how long to wait, by which socket. */
final class DriverProperties {
  static final int CONNECT_SECONDS = 10;
  private static final int SOCKET_SECONDS = 300;

  private DriverProperties() {}

  /**
   * The properties for a connection.
   *
   * @throws UserError if Shardwright reads no such server
   */
  static Properties of(JdbcSource source, Optional<Address> address) {
    Properties properties = new Properties();
    source.user().ifPresent(user -> properties.setProperty("user", user));
    if (!source.password().isEmpty()) {
      properties.setProperty("password", source.password().reveal());
    }
    properties.setProperty("tcpKeepAlive", "true");
    if (source.url().startsWith("jdbc:postgresql:")) {
      postgres(source, address, properties);
    } else if (source.url().startsWith("jdbc:mysql:") || source.url().startsWith("jdbc:mariadb:")) {
      mySql(source, properties);
    } else {
      throw new UserError(
          "Shardwright reads jdbc:postgresql, jdbc:mysql and jdbc:mariadb URLs, not "
              + source.described()
              + ".");
    }
    address.flatMap(Address::socket).ifPresent(socket -> socket.tell(properties));
    return properties;
  }

  private static void postgres(
      JdbcSource source, Optional<Address> address, Properties properties) {
    properties.setProperty("ApplicationName", "Shardwright");
    properties.setProperty("connectTimeout", String.valueOf(CONNECT_SECONDS));
    properties.setProperty("loginTimeout", String.valueOf(CONNECT_SECONDS));
    properties.setProperty("socketTimeout", String.valueOf(SOCKET_SECONDS));
    if (source.password().isEmpty()) {
      passwordOfFile(source, address).ifPresent(p -> properties.setProperty("password", p));
    }
  }

  /** An empty password keeps the driver from looking for one by itself. */
  private static Optional<String> passwordOfFile(JdbcSource source, Optional<Address> address) {
    Optional<PasswordFile> file = PasswordFile.found();
    if (file.isEmpty()) {
      return Optional.empty();
    }
    if (file.get().readByOthers()) {
      return Optional.of("");
    }
    String user = source.user().orElse(System.getProperty("user.name"));
    return address.flatMap(a -> a.socket().flatMap(s -> PasswordFile.of(s, a, user)));
  }

  private static void mySql(JdbcSource source, Properties properties) {
    properties.setProperty("connectTimeout", String.valueOf(CONNECT_SECONDS * 1000));
    properties.setProperty("socketTimeout", String.valueOf(SOCKET_SECONDS * 1000));
    // For many SHOW CREATE in one go; each passes the guard alone, which lets no second one by.
    properties.setProperty("allowMultiQueries", "true");
    if (source.url().startsWith("jdbc:mysql:")) {
      // Unset, Connector/J takes SHOW CREATE's bytes as they are stored and misreads latin1 ones.
      properties.setProperty("characterSetResults", "UTF-8");
    }
  }
}
