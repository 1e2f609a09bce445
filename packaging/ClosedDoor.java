import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A port at which no database answers, for the rehearsal behind the start-up cache: who knocks is
 * noted and sent away. {@code java ClosedDoor.java FILE} writes the port into the file's first
 * line.
 */
final class ClosedDoor {
  private ClosedDoor() {}

  public static void main(String... args) throws IOException {
    Path file = Path.of(args[0]);
    try (ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Files.writeString(file, door.getLocalPort() + "\n");
      while (true) {
        door.accept().close();
        Files.writeString(file, "knocked\n", StandardOpenOption.APPEND);
      }
    }
  }
}
