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
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DataFilesTest {
  @TempDir Path folder;

  static Stream<Arguments> forms() {
    return TestServers.everyVersion()
        .flatMap(server ->
            Stream.of(ExportOptions.Data.INSERT, ExportOptions.Data.COPY)
                .filter(form -> form == ExportOptions.Data.INSERT || DataRoundTrip.copies(server))
                .map(form -> Arguments.of(server, form)));
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("forms")
  void everyValueComesBackBitForBit(TestServer server, ExportOptions.Data form)
      throws IOException, SQLException {
    boolean mysql = server.product().isMySqlFamily();
    TestDatabase database = server.newDatabase();
    try (Connection connection = mysql ? database.admin() : database.owner()) {
      Path zoo = Path.of("src/test/resources/data-zoo", mysql ? "mysql.sql" : "postgresql.sql");
      SqlFile.run(connection, Files.readString(zoo));
    }
    RoundTrip trip = RoundTrip.of(server, database, "clients");
    assertThat(DataTables.context(trip.plan()).tables()).hasSizeGreaterThanOrEqualTo(5);
    assertThat(DataTables.neutral(trip.plan()).tables()).hasSizeGreaterThanOrEqualTo(4);
    new DataRoundTrip(server, database, trip.plan(), folder, form).proves();
  }
}
