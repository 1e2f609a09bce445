package dev.shardwright.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decisions;
import dev.shardwright.introspect.Source;
import dev.shardwright.introspect.SourceOptions;
import dev.shardwright.introspect.Sources;
import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.sql.MySqlTables;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The samples and, where the folder is, public schemas: no overlap, no line through a table. */
class PublicDrawingsTest {
  private static final Path SAMPLES = Path.of("sample-schemas");
  private static final String MYSQL = "mysql.sql";

  @TestFactory
  Stream<DynamicTest> everySchemaIsDrawnSoundlyInEveryViewAndDetail() throws IOException {
    String named = Optional.ofNullable(System.getenv("SHARDWRIGHT_SCHEMAS")).orElse("");
    Path schemas = named.isEmpty() ? Path.of("..", "shared", "schemas") : Path.of(named);
    List<Path> folders = new ArrayList<>(folders(SAMPLES));
    if (Files.isDirectory(schemas)) {
      folders.addAll(folders(schemas));
    }
    return folders.stream()
        .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> sound(read(f))));
  }

  private static void sound(Schema schema) {
    for (Plan plan : List.of(plan(schema, Decisions.NONE), plan(schema, hub(schema)))) {
      for (Scope scope : List.of(new Scope.Atlas(), new Scope.ByKind())) {
        for (Detail detail : Detail.values()) {
          Drawing drawing = Pictures.draw(plan, new DiagramOptions(scope, detail));
          String where = scope + " " + detail;
          assertThat(drawing.boxes().keySet()).as(where).containsAll(names(schema));
          assertThat(relations(drawing)).as(where).containsAll(relations(schema));
          assertThat(Neat.overlaps(drawing)).as(where).isEmpty();
          assertThat(Neat.crossed(drawing)).as(where).isEmpty();
        }
      }
    }
  }

  private static Plan plan(Schema schema, Decisions decisions) {
    return Plan.of(schema, decisions, Evidence.NONE);
  }

  /** The table that most keys lead to, which gives a drawing of all colours. */
  private static Decisions hub(Schema schema) {
    return names(schema).stream()
        .max(
            Comparator.comparingLong(
                t -> schema.relations().stream().filter(r -> r.parent().equals(t)).count()))
        .map(Decisions::root)
        .orElseThrow();
  }

  private static List<TableName> names(Schema schema) {
    return schema.tables().stream().map(Table::name).toList();
  }

  private static Set<String> relations(Schema schema) {
    Set<String> ids = new TreeSet<>();
    schema.relations().forEach(r -> ids.add(r.id()));
    return ids;
  }

  private static Set<String> relations(Drawing drawing) {
    Set<String> ids = new TreeSet<>();
    drawing.badged().forEach(l -> ids.add(l.relation()));
    drawing.wires().forEach(w -> w.links().forEach(l -> ids.add(l.relation())));
    return ids;
  }

  private static List<Path> folders(Path of) throws IOException {
    try (Stream<Path> in = Files.list(of)) {
      return in.filter(Files::isDirectory).sorted().toList();
    }
  }

  /** By its grammar where it can be read without a server. */
  private static Schema read(Path folder) throws IOException {
    Path file = folder.resolve(MYSQL);
    if (!Files.exists(file)) {
      String other = folder.resolve("postgresql.sql").toString();
      try (var open = Sources.open(Source.parse(other, SourceOptions.DEFAULT), Progress.SILENT)) {
        return open.schema();
      }
    }
    try (InputStream in = Files.newInputStream(file)) {
      return MySqlTables.read(in, Product.MYSQL, MYSQL, Files.size(file), "app", Progress.SILENT);
    }
  }
}
