package dev.shardwright.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decisions;
import dev.shardwright.introspect.Introspector;
import dev.shardwright.introspect.Session;
import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Provenance;
import dev.shardwright.model.Schema;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import dev.shardwright.testing.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The exports of the car rental, to open and read: {@code src/test/resources/golden}.
 *
 * <p>Written anew with {@code -Dshardwright.golden=write}; then look at the difference.
 */
class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final Path SAMPLE = Path.of("sample-schemas/car-rental");

  static Stream<TestServer> servers() {
    return TestServers.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void theCarRentalIsExportedToTheLetter(TestServer server) throws IOException, SQLException {
    TestDatabase database = server.newDatabase();
    boolean mysql = server.product().isMySqlFamily();
    try (Connection connection = database.admin()) {
      String file = mysql ? "mysql.sql" : "postgresql.sql";
      SqlFile.run(connection, Files.readString(SAMPLE.resolve(file)));
    }
    Plan plan = plan(server.product(), database);
    for (Export export : Exports.of(ExportOptions.DEFAULT)) {
      if (export.wanted(plan, ExportOptions.DEFAULT)) {
        compare(server.product(), export, plan, database.name());
      }
    }
  }

  private static Plan plan(Product product, TestDatabase database) {
    Schema read;
    try (Session session = Session.open(database.source(), Progress.SILENT)) {
      read = Introspector.read(session, List.of(), "sample:car-rental", Progress.SILENT);
    }
    String schema = read.origin().schemas().getFirst();
    Provenance origin =
        new Provenance(
            product, "(any version)", "sample:car-rental", List.of(schema), 0, 0, List.of());
    Schema sample =
        new Schema(
            origin,
            read.tables(),
            read.relations(),
            read.views(),
            read.routines(),
            read.sequences(),
            read.events(),
            read.types(),
            read.extensions(),
            read.skipped());
    return Plan.of(sample, Decisions.root(new TableName(schema, "clients")), Evidence.NONE);
  }

  private static void compare(Product product, Export export, Plan plan, String database)
      throws IOException {
    String text =
        Exports.preview(plan, ExportOptions.DEFAULT, export.fileName())
            .replaceAll("\\b" + database + "\\b", "car_rental");
    Path golden =
        GOLDEN
            .resolve("car-rental")
            .resolve(product.name().toLowerCase(Locale.ROOT))
            .resolve(export.fileName());
    if ("write".equals(System.getProperty("shardwright.golden"))) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, text);
    }
    assertThat(text).as(golden.toString()).isEqualTo(Files.readString(golden));
  }
}
