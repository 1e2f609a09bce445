import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes a dump of a grown database, for the rehearsal behind the start-up cache and for measuring:
 * small samples never reach the atlas, the long lists and most checks. Nothing of it is shipped.
 * {@code java MakeRehearsal.java TABLES OUT}
 */
final class MakeRehearsal {
  private static final int TABLES_PER_AREA = 20;

  private MakeRehearsal() {}

  public static void main(String... args) throws IOException {
    int count = Integer.parseInt(args[0]) / TABLES_PER_AREA;
    String areas =
        IntStream.range(0, count).mapToObj(MakeRehearsal::area).collect(Collectors.joining());
    Files.writeString(
        Path.of(args[1]),
        """
        CREATE TABLE clients (id serial PRIMARY KEY, name text NOT NULL, email text UNIQUE);
        """
            + areas);
  }

  /** A tree of client tables, what they refer to, and a log that no key reaches. */
  private static String area(int area) {
    String head = "area%02d".formatted(area);
    return """
    CREATE TABLE %1$s_kinds (code varchar(8) PRIMARY KEY, label text NOT NULL);
    CREATE TABLE %1$s_orders (id bigserial PRIMARY KEY, client_id integer NOT NULL REFERENCES clients,
      kind varchar(8) REFERENCES %1$s_kinds, number varchar(20) UNIQUE, placed timestamp DEFAULT now());
    CREATE TABLE %1$s_log (at timestamp NOT NULL, order_id bigint, line text);
    """
            .formatted(head)
        + IntStream.range(3, TABLES_PER_AREA)
            .mapToObj(n -> child(head, n))
            .collect(Collectors.joining());
  }

  private static String child(String head, int n) {
    String parent = n < 6 ? "orders" : "part%02d".formatted(3 + (n - 6) / 2);
    return """
    CREATE TABLE %1$s_part%2$02d (id bigserial PRIMARY KEY, parent_id bigint NOT NULL REFERENCES %1$s_%3$s,
      kind varchar(8) REFERENCES %1$s_kinds ON DELETE SET NULL, %1$s_order_id bigint, serial_no integer,
      price numeric(12,2) NOT NULL DEFAULT 0, note text, UNIQUE (parent_id, serial_no));
    CREATE INDEX ON %1$s_part%2$02d (kind);
    """
        .formatted(head, n, parent);
  }
}
