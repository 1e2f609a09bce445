package dev.shardwright.introspect;

import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.model.UserError;
import java.util.List;
import java.util.Optional;

/**
 * What is behind a connection, asked before anything is read. That there is an answer means that
 * the server confirmed a read-only session.
 *
 * @param version the server's version text
 * @param database the database of the connection, empty if none was named
 * @param user the user as the server knows him
 * @param local true if it is reached by a socket of this machine
 * @param encryption TLS version and cipher; empty if what goes over the line can be read there
 * @param schemas the schemas or databases that the user sees, by name
 * @param missing what the user may not see, with the statements that would change that
 * @param statements what was asked, in order
 */
public record ConnectionTest(
    Product product,
    String version,
    String database,
    String user,
    Role role,
    boolean local,
    Optional<String> encryption,
    List<SchemaSize> schemas,
    List<MissingRight> missing,
    List<Ran> statements) {

  /** Whether the server follows another one. */
  public enum Role {
    PRIMARY,
    REPLICA,
    /** The user may not ask. */
    UNKNOWN
  }

  public ConnectionTest {
    schemas = List.copyOf(schemas);
    missing = List.copyOf(missing);
    statements = List.copyOf(statements);
  }

  /**
   * Connects, asks and disconnects.
   *
   * @param source its schemas are those whose rights are looked at; none means all that are seen
   * @throws UserError if the URL names no server that Shardwright reads
   * @throws UserError.DatabaseRefused if the server is not there, refuses the user, or does not
   *     confirm that it refuses writes
   * @throws Progress.Cancelled if the user cancelled
   */
  public static ConnectionTest of(JdbcSource source, Progress progress) {
    JdbcSource completed = Credentials.completed(source);
    try (Session session = Session.open(completed, progress)) {
      return session.during(progress, () -> ask(session, completed.schemas(), progress));
    }
  }

  private static ConnectionTest ask(Session session, List<String> wanted, Progress progress) {
    ConnectionQuestions questions =
        session.product() == Product.POSTGRESQL
            ? new PostgreSqlConnection(session)
            : new MySqlConnection(session);
    progress.step("looking for the schemas", 0.3);
    List<SchemaSize> sizes = questions.sizes();
    progress.step("asking for rights", 0.7);
    List<String> schemas =
        wanted.isEmpty() ? sizes.stream().map(SchemaSize::name).toList() : wanted;
    Role role = questions.role();
    Server server = session.server();
    return new ConnectionTest(
        server.product(),
        server.version(),
        server.database(),
        server.user(),
        role,
        Address.lenient(session.source().url()).map(Address::local).orElse(false),
        questions.encryption(),
        sizes,
        questions.missing(new Asking(session, schemas, progress), role),
        session.statements());
  }
}
