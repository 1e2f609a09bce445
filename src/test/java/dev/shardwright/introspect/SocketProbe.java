package dev.shardwright.introspect;

import dev.shardwright.introspect.socket.UnixSocket;
import dev.shardwright.model.Product;
import dev.shardwright.model.UserError;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks at a socket as another user of the machine: a program of its own. */
final class SocketProbe {
  private SocketProbe() {}

  public static void main(String[] arguments) {
    try {
      UnixSocket.of(Product.MYSQL, arguments[0], "").check();
      System.out.println("open");
    } catch (UserError e) {
      System.out.println(e.sentence());
    }
  }

  /** What the user nobody is told of a socket; its classes go into a folder that he may read. */
  static String asNobody(Path folder, Path socket) throws Exception {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    for (Class<?> one :
        List.of(
            SocketProbe.class,
            UnixSocket.class,
            Product.class,
            UserError.class,
            UserError.DatabaseRefused.class)) {
      copy(one, classes);
    }
    Process process =
        new ProcessBuilder(
                "runuser",
                "-u",
                "nobody",
                "--",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes.toString(),
                SocketProbe.class.getName(),
                socket.toString())
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void copy(Class<?> one, Path to) throws IOException, URISyntaxException {
    String name = one.getName().replace('.', '/') + ".class";
    Path from = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path target = to.resolve(name);
    Files.createDirectories(target.resolveSibling("."));
    Files.copy(from.resolve(name), target);
  }
}
