package dev.shardwright.export;

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
import dev.shardwright.testing.Golden;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The exports of every sample, to open and read as {@link Golden} files. Of the car rental all
 * files of all servers, of the others the schema files of both flavours.
 */
class GoldenTest {
  private static final Path SAMPLES = Path.of("sample-schemas");
  private static final String FIRST = "car-rental";

  static Stream<TestServer> servers() {
    return TestServers.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void samplesAreExportedToTheLetter(TestServer server) throws IOException, SQLException {
    JsonNode samples = new ObjectMapper().readTree(SAMPLES.resolve("samples.json").toFile());
    for (JsonNode sample : samples) {
      String name = sample.get("name").asString();
      boolean first = name.equals(FIRST);
      if (first || server.product() != Product.MARIADB) {
        exported(server, name, sample.get("root").asString(), first);
      }
    }
  }

  private static void exported(TestServer server, String name, String root, boolean all)
      throws IOException, SQLException {
    TestDatabase database = server.newDatabase();
    boolean mysql = server.product().isMySqlFamily();
    Path file = SAMPLES.resolve(name).resolve(mysql ? "mysql.sql" : "postgresql.sql");
    try (Connection connection = database.admin()) {
      SqlFile.run(connection, Files.readString(file));
    }
    Plan plan = plan(server.product(), database, name, root);
    for (Export export : Exports.of(ExportOptions.DEFAULT)) {
      boolean schemaFile = export.fileName().endsWith("_schema.sql");
      if (schemaFile || (all && export.wanted(plan, ExportOptions.DEFAULT))) {
        compare(server.product(), export, plan, database.name(), name);
      }
    }
  }

  private static Plan plan(Product product, TestDatabase database, String name, String root) {
    Schema read;
    try (Session session = Session.open(database.source(), Progress.SILENT)) {
      read = Introspector.read(session, List.of(), "sample:" + name, Progress.SILENT);
    }
    String schema = read.origin().schemas().getFirst();
    Provenance origin =
        new Provenance(
            product, "(any version)", "sample:" + name, List.of(schema), 0, 0, List.of());
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
            read.skipped(),
            read.preamble(),
            read.minors());
    return Plan.of(sample, Decisions.root(new TableName(schema, root)), Evidence.NONE);
  }

  private static void compare(
      Product product, Export export, Plan plan, String database, String sample)
      throws IOException {
    String text =
        Exports.preview(plan, ExportOptions.DEFAULT, export.fileName())
            .replaceAll("admin_[0-9a-f]{16}", "maker")
            .replaceAll("\\b" + database + "\\b", sample.replace('-', '_'));
    Golden.compare(
        sample + "/" + product.name().toLowerCase(Locale.ROOT) + "/" + export.fileName(), text);
  }
}
