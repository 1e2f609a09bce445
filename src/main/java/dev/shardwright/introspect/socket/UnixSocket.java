package dev.shardwright.introspect.socket;

import dev.shardwright.model.Product;
import dev.shardwright.model.UserError;
import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Properties;
import org.newsclub.net.unix.AFUNIXSocket;
import org.newsclub.net.unix.AFUNIXSocketFactory;

/** The file by which a server of this machine is reached. */
public record UnixSocket(Product product, Path file) {
  /** The option by which our factories learn the path. */
  static final String OPTION = "shardwrightSocket";

  // unix(7): sun_path has 108 bytes with the final NUL on Linux, 104 on macOS.
  private static final int LONGEST_BYTES = File.separatorChar == '/' && mac() ? 103 : 107;

  /**
   * The socket at a path.
   *
   * @param path the folder on PostgreSQL, whose port then names the file; else the file
   * @param port empty for the usual one
   */
  public static UnixSocket of(Product product, String path, String port) {
    try {
      Path named = Path.of(path.strip());
      return new UnixSocket(
          product,
          product == Product.POSTGRESQL
              ? named.resolve(".s.PGSQL." + (port.isBlank() ? "5432" : port.strip()))
              : named);
    } catch (InvalidPathException e) {
      throw new UserError("\"" + path + "\" is no path: " + e.getReason() + ".", e);
    }
  }

  /**
   * Looks whether the file can be one.
   *
   * @throws UserError if it cannot; {@link UserError.DatabaseRefused} if there is none or it is
   *     closed to this user
   */
  public void check() {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && String.valueOf(folder.getFileName()).startsWith(".s.PGSQL.")) {
      throw new UserError(
          folder
              + " is a socket itself: name its folder "
              + folder.getParent()
              + " as host, and the number at its end as port.");
    }
    if (file.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
      throw new UserError(
          "The path of the socket "
              + file
              + " has more than the "
              + LONGEST_BYTES
              + " bytes that the system allows: name it by a symbolic link to its folder.");
    }
    try {
      if (!Files.readAttributes(file, BasicFileAttributes.class).isOther()) {
        throw new UserError(file + " is no socket. " + whereItIs());
      }
    } catch (NoSuchFileException e) {
      throw new UserError.DatabaseRefused(
          "There is no socket "
              + file
              + ": the server is not running, or has it elsewhere. "
              + whereItIs(),
          e);
    } catch (AccessDeniedException e) {
      throw closed(e);
    } catch (IOException e) {
      throw new UserError.DatabaseRefused(
          "The socket " + file + " cannot be looked at: " + e.getMessage() + ".", e);
    }
    if (!Files.isWritable(file)) {
      throw closed(new AccessDeniedException(file.toString()));
    }
    if (!AFUNIXSocket.isSupported()) {
      throw new UserError(
          "Unix sockets cannot be used here: the library for them does not load from "
              + System.getProperty("java.io.tmpdir")
              + ", which may forbid programs (noexec); set the environment variable"
              + " JAVA_TOOL_OPTIONS=-Djava.io.tmpdir= to another folder.");
    }
  }

  /** The sentence for a socket that nobody listens on. */
  public String deserted() {
    return "Nobody listens on the socket "
        + file
        + ": the server was stopped and left it behind. Start it, or name the socket of the one"
        + " that runs. "
        + whereItIs();
  }

  private UserError closed(Exception cause) {
    return new UserError.DatabaseRefused(
        "The user "
            + System.getProperty("user.name")
            + " may not open the socket "
            + file
            + ": it takes the right to write to it and to pass its folders; start Shardwright as a"
            + " user who has it, or have him added to the socket's group.",
        cause);
  }

  private String whereItIs() {
    return product == Product.POSTGRESQL
        ? "SHOW unix_socket_directories and SHOW port in psql tell where it is."
        : "SELECT @@socket in the server's client tells where it is.";
  }

  /** Tells the driver to take this socket in place of TCP. */
  public void tell(Properties properties) {
    switch (product) {
      case POSTGRESQL -> {
        properties.setProperty("socketFactory", AFUNIXSocketFactory.FactoryArg.class.getName());
        properties.setProperty("socketFactoryArg", file.toString());
        // As libpq has it: the server encrypts no Unix socket.
        properties.setProperty("sslmode", "disable");
      }
      case MYSQL -> {
        properties.setProperty("socketFactory", MySqlSocketFactory.class.getName());
        properties.setProperty(OPTION, file.toString());
      }
      case MARIADB -> {
        properties.setProperty("socketFactory", MariaDbSocketFactory.class.getName());
        properties.setProperty(OPTION, file.toString());
      }
    }
  }

  /** A socket that will reach the file whatever host it is connected to. */
  static Socket unconnected(String path) throws IOException {
    return new AFUNIXSocketFactory.FactoryArg(path).createSocket();
  }

  private static boolean mac() {
    return System.getProperty("os.name").startsWith("Mac");
  }
}
