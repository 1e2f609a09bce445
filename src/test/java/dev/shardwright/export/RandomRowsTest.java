package dev.shardwright.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import dev.shardwright.testing.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Random values of every type, out and in again, compared by the file and value by value. */
class RandomRowsTest {
  private static final int ROWS = 300;

  @TempDir Path folder;

  static Stream<Arguments> runs() {
    return TestServers.all()
        .flatMap(server ->
            Stream.of(ExportOptions.Data.INSERT, ExportOptions.Data.COPY)
                .filter(form -> form == ExportOptions.Data.INSERT || DataRoundTrip.copies(server))
                .flatMap(form ->
                    Stream.of(20_261L, 20_262L).map(seed -> Arguments.of(server, form, seed))));
  }

  @ParameterizedTest(name = "{1} on {0}, seed {2}")
  @MethodSource("runs")
  void anyRowComesBackBitForBit(TestServer server, ExportOptions.Data form, long seed)
      throws IOException, SQLException {
    boolean mysql = server.product().isMySqlFamily();
    TestDatabase database = server.newDatabase();
    try (Connection connection = mysql ? database.admin() : database.owner()) {
      Path zoo = Path.of("src/test/resources/data-zoo", mysql ? "mysql.sql" : "postgresql.sql");
      SqlFile.run(connection, Files.readString(zoo));
      if (mysql) {
        try (Statement mode = connection.createStatement()) {
          mode.execute("SET sql_mode = '', time_zone = '+00:00'");
        }
      }
      new RandomZoo(connection, server.product(), seed).fill(ROWS);
    }
    RoundTrip trip = RoundTrip.of(server, database, "clients");
    new DataRoundTrip(server, database, trip.plan(), folder, form).proves();
    assertThat(Files.readString(folder.resolve("context_data.sql")))
        .contains("zoo " + (ROWS + 5) + " ");
  }
}
