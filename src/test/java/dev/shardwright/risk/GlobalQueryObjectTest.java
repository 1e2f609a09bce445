package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.model.Schema;
import dev.shardwright.testing.Plans;
import dev.shardwright.testing.Schemas;
import dev.shardwright.testing.Stored;
import java.util.List;
import org.junit.jupiter.api.Test;

class GlobalQueryObjectTest {
  private static final CheckCode CHECK = CheckCode.GLOBAL_QUERY_OBJECT;
  private static final Schema SCHEMA =
      Schemas.parse(
          "clients(id, name:text) posts(id, client_id -> clients!, title:text, city_id -> cities!)"
              + " cities(id)");

  @Test
  void aViewThatHidesTheClientGivesAShare() {
    assertThat(view("SELECT count(*) AS n FROM posts")).containsExactly("warning posts");
    assertThat(view("SELECT max(client_id) FROM posts")).containsExactly("warning posts");
    assertThat(view("SELECT title FROM posts")).containsExactly("warning posts");
  }

  @Test
  void aViewThatShowsTheClientCanBeAskedForOne() {
    assertThat(view("SELECT client_id, count(*) FROM posts GROUP BY client_id")).isEmpty();
    assertThat(view("SELECT * FROM posts")).isEmpty();
    assertThat(view("SELECT id, name FROM clients")).isEmpty();
  }

  @Test
  void aViewOverContextIsTheSameEverywhere() {
    assertThat(view("SELECT count(*) FROM cities")).isEmpty();
  }

  @Test
  void aRoutineThatIsGivenTheClientIsFineAndAJoinGivesNone() {
    assertThat(routine("SELECT count(*) FROM posts WHERE client_id = $1")).isEmpty();
    assertThat(routine("SELECT title FROM posts p WHERE p.id = wanted")).isEmpty();
    assertThat(routine("SELECT count(*) FROM posts p JOIN clients c ON c.id = p.client_id"))
        .containsExactly("warning clients");
    assertThat(routine("SELECT count(*) FROM posts WHERE title = 'x'"))
        .containsExactly("warning posts");
  }

  @Test
  void anEventThatOnlyCleansUpRunsOnEachShard() {
    assertThat(event("DELETE FROM posts")).isEmpty();
    assertThat(event("INSERT INTO cities SELECT count(*) FROM posts"))
        .containsExactly("warning posts");
  }

  private static List<String> view(String query) {
    return found(Stored.view(SCHEMA, "v", query));
  }

  private static List<String> routine(String body) {
    return found(Stored.routine(SCHEMA, "r", "sql", body));
  }

  private static List<String> event(String body) {
    return found(Stored.event(SCHEMA, "e", body));
  }

  private static List<String> found(Schema schema) {
    return Plans.shortly(Plans.of(schema, "clients"), CHECK);
  }
}
