package dev.shardwright.introspect;

import dev.shardwright.introspect.socket.UnixSocket;
import dev.shardwright.model.UserError;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.newsclub.net.unix.ConnectionRefusedSocketException;

/** What a server's refusal means to the DBA: one sentence, without password or full URL. */
final class Refusals {
  private Refusals() {}

  static UserError.DatabaseRefused refused(SQLException e, JdbcSource source) {
    return new UserError.DatabaseRefused(sentence(e, source), e);
  }

  /** The sentence for a server that takes no connection. */
  static UserError.DatabaseRefused late(JdbcSource source, Exception cause) {
    return new UserError.DatabaseRefused(tooLate(source.described()), cause);
  }

  private static String tooLate(String where) {
    return "The server of " + where + " did not answer in time.";
  }

  private static String sentence(SQLException e, JdbcSource source) {
    String where = source.described();
    return socket(e, source)
        .or(() -> network(e, where))
        .or(() -> login(e, source, where))
        .or(() -> secret(e, where, local(source)))
        .or(() -> byCode(e, source, where))
        .orElseGet(() ->
            "The database at "
                + where
                + " refused: "
                + clean(String.valueOf(e.getMessage()), source));
  }

  /** True if the network or the other end gave way, whatever the driver calls it. */
  static boolean lost(Throwable e) {
    return network(e, "").isPresent();
  }

  private static Optional<String> network(Throwable e, String where) {
    // In the words of PostgreSQL's driver, when its loginTimeout is over.
    if (String.valueOf(e.getMessage()).contains("Connection attempt timed out")) {
      return Optional.of(tooLate(where));
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return Optional.of("The host of " + where + " is not known.");
      }
      if (cause instanceof SocketTimeoutException) {
        return Optional.of(tooLate(where));
      }
      if (cause instanceof ConnectException) {
        return Optional.of("No server answers at " + where + ".");
      }
      // in the middle of rows Connector/J wraps it in an error of no kind
      if (cause instanceof EOFException || cause instanceof SocketException) {
        return Optional.of("The connection to " + where + " was lost or could not be made.");
      }
      if (cause instanceof CertificateExpiredException) {
        return Optional.of("The certificate of " + where + " has expired; renew it on the server.");
      }
      if (cause instanceof CertificateNotYetValidException) {
        return Optional.of("The certificate of " + where + " is not valid yet; check the clocks.");
      }
      if (cause instanceof CertPathBuilderException) {
        return Optional.of(
            "The certificate of " + where + " is signed by nobody who is trusted here.");
      }
      if (cause instanceof SSLPeerUnverifiedException) {
        return Optional.of("The certificate of " + where + " is for another host.");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> socket(SQLException e, JdbcSource source) {
    Optional<UnixSocket> socket = Address.lenient(source.url()).flatMap(Address::socket);
    for (Throwable cause = e; cause != null && socket.isPresent(); cause = cause.getCause()) {
      if (cause instanceof ConnectionRefusedSocketException) {
        return Optional.of(socket.get().deserted());
      }
    }
    return Optional.empty();
  }

  /** Who may come in without a password, and who lacks one. */
  private static Optional<String> login(SQLException e, JdbcSource source, String where) {
    String message = String.valueOf(e.getMessage());
    String login = System.getProperty("user.name");
    String user = source.user().orElse(login);
    if (message.contains("Peer authentication failed")
        || (local(source) && e.getErrorCode() == 1698)) {
      return Optional.of(
          "The server of "
              + where
              + " lets in over its socket whose login has the user's name, and refused "
              + user
              + " to the login "
              + login
              + ": name the user "
              + login
              + ", or one who has a password.");
    }
    // In the words of PostgreSQL's driver, which takes a missing password for a broken line.
    return message.contains("no password was provided")
            || message.contains("password is an empty string")
        ? Optional.of(
            "The server of "
                + where
                + " wants a password of the user "
                + user
                + "."
                + PasswordFile.found()
                    .filter(PasswordFile::readByOthers)
                    .map(file -> " " + file.advice())
                    .orElse(""))
        : Optional.empty();
  }

  private static boolean local(JdbcSource source) {
    return Address.lenient(source.url()).map(Address::local).orElse(false);
  }

  // In the words of Connector/J 26.10 and of MariaDB Connector/J 3.5: neither gives it a code.
  private static Optional<String> secret(SQLException e, String where, boolean local) {
    String message = String.valueOf(e.getMessage());
    return Stream.of(
                "Public Key Retrieval is not allowed",
                "SSL connection required for plugin",
                "RSA public key is not available",
                "in clear text if SSL is not enabled",
                "mysql_clear_password")
            .anyMatch(message::contains)
        ? Optional.of(
            "The server of "
                + where
                + " wants an encrypted connection for this user's password: "
                + (local
                    ? "it encrypts none, so log in once by its own client, after which it knows the"
                        + " password until it restarts, or as a user who needs none."
                    : "choose a TLS mode that encrypts."))
        : Optional.empty();
  }

  /** SQLSTATE where both families share it, MySQL's numbers where they say more. */
  private static Optional<String> byCode(SQLException e, JdbcSource source, String where) {
    String state = String.valueOf(e.getSQLState());
    String user =
        source.user().map(name -> " the user " + name).orElse(" a connection without user");
    return Optional.ofNullable(
        switch (e.getErrorCode()) {
          case 1045, 1698 ->
              "The server of " + where + " refused" + user + ": check name and password.";
          case 1044 -> "The database " + where + " is closed to" + user + ": GRANT SELECT on it.";
          case 1049 -> "There is no database at " + where + ".";
          case 1205, 3024, 1969, 3572 -> timeout(where);
          default ->
              switch (state) {
                case "28P01", "28000" ->
                    "The server of " + where + " refused" + user + ": check name and password.";
                case "3D000" -> "There is no database at " + where + ".";
                case "42501" ->
                    "The user may not read part of the catalogs of "
                        + where
                        + ": "
                        + clean(String.valueOf(e.getMessage()), source);
                case "57014", "55P03", "70100" -> timeout(where);
                case "57P01",
                    "57P02",
                    "08000",
                    "08001",
                    "08003",
                    "08004",
                    "08006",
                    "08007",
                    "08S01" ->
                    "The connection to " + where + " was lost or could not be made.";
                default -> null;
              };
        });
  }

  private static String timeout(String where) {
    return "A statement on " + where + " took longer than its time limit and was ended.";
  }

  /** The first line of a driver's message, without the password. */
  static String clean(String message, JdbcSource source) {
    String line = message.lines().findFirst().orElse("").strip();
    String bare = line.replace(source.url(), source.described());
    return source.password().isEmpty()
        ? bare
        : bare.replace(source.password().reveal(), "(hidden)");
  }
}
