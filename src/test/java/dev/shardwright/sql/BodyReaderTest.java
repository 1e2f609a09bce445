package dev.shardwright.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.model.Product;
import dev.shardwright.model.TableName;
import dev.shardwright.sql.BodyEffects.Effect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies of triggers and routines do what their text says, and texts inside them do nothing. */
class BodyReaderTest {
  private static final List<TableName> CATALOG =
      Stream.of("public.log", "public.posts", "public.activities", "public.clients", "shop.clients")
          .map(BodyReaderTest::table)
          .toList();

  record Body(Product product, String name, String expected, String text) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Body> bodies() throws IOException {
    List<Body> all = new ArrayList<>();
    all.addAll(read(Product.MYSQL, "mysql.txt"));
    all.addAll(read(Product.POSTGRESQL, "postgresql.txt"));
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void aBodyDoesWhatItsTextSays(Body body) {
    String language =
        body.product().isMySqlFamily() || body.name().startsWith("sql:") ? "sql" : "plpgsql";
    BodyEffects found = BodyReader.read(body.product(), language, body.text(), CATALOG);
    assertThat(shown(found)).isEqualTo(body.expected());
  }

  @Test
  void thereAreAHundredBodiesOfEachFamily() throws Exception {
    assertThat(read(Product.MYSQL, "mysql.txt")).hasSizeGreaterThanOrEqualTo(100);
    assertThat(read(Product.POSTGRESQL, "postgresql.txt")).hasSizeGreaterThanOrEqualTo(100);
  }

  @Test
  void whatATriggerFunctionReturnsIsTold() {
    assertThat(returns("BEGIN RETURN NEW; END")).containsExactly("NEW");
    assertThat(returns("BEGIN IF x THEN RETURN NULL; END IF; RETURN OLD; END"))
        .containsExactlyInAnyOrder("NULL", "OLD");
    assertThat(returns("BEGIN RETURN other_row; END")).containsExactly("OTHER");
  }

  @Test
  void anExclusionCallsNoMethodOfAnIndex() {
    String text = "SELECT EXCLUDE USING gist (room WITH =, tstzrange(a, b) WITH &&)";
    assertThat(BodyReader.read(Product.POSTGRESQL, "sql", text, CATALOG).calls())
        .containsExactly("tstzrange");
  }

  @Test
  void foreignLanguagesAreUnknown() {
    BodyEffects python = BodyReader.read(Product.POSTGRESQL, "plpython3u", "pass", CATALOG);
    assertThat(python.effects()).containsExactly(Effect.UNKNOWN);
    BodyEffects known =
        BodyReader.read(
            Product.POSTGRESQL, "internal", "suppress_redundant_updates_trigger", CATALOG);
    assertThat(known.harmless()).isTrue();
  }

  private static Set<String> returns(String body) {
    return BodyReader.read(Product.POSTGRESQL, "plpgsql", body, CATALOG).returns();
  }

  private static String shown(BodyEffects found) {
    String effects =
        (found.effects().contains(Effect.DML) ? "D" : "")
            + (found.effects().contains(Effect.ROW_CHANGE) ? "R" : "")
            + (found.changesByMore() ? "M" : "")
            + (found.effects().contains(Effect.SIDE_EFFECT) ? "S" : "")
            + (found.effects().contains(Effect.UNKNOWN) ? "U" : "");
    return String.join(
        " | ",
        effects.isEmpty() ? "-" : effects,
        names(found.writes()),
        names(found.reads()),
        found.calls().isEmpty() ? "-" : String.join(",", found.calls()));
  }

  /** Without the schema where all tables of that name are meant. */
  private static String names(List<TableName> tables) {
    boolean both = tables.contains(table("public.clients"));
    Set<String> names =
        tables.stream()
            .map(t -> both || !t.schema().equals("shop") ? t.name() : t.toString())
            .collect(Collectors.toCollection(TreeSet::new));
    return names.isEmpty() ? "-" : String.join(",", names);
  }

  private static TableName table(String name) {
    String[] parts = name.split("\\.", 2);
    return new TableName(parts[0], parts[1]);
  }

  private static List<Body> read(Product product, String file) throws IOException {
    String text = Files.readString(Path.of("src", "test", "resources", "bodies", file));
    return Arrays.stream(text.split("(?m)^== "))
        .skip(1)
        .map(part -> body(product, part.split("\n", 2)))
        .toList();
  }

  private static Body body(Product product, String[] part) {
    String[] head = part[0].split(" \\| ", 2);
    return new Body(product, head[0].strip(), head[1].strip(), part[1].strip());
  }
}
