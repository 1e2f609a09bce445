package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.testing.Schemas;
import java.util.List;
import org.junit.jupiter.api.Test;

class RootAdvisorTest {

  @Test
  void theTableOfClientsComesFirst() {
    assertThat(
            rank(
                "countries(id) cities(id, c -> countries!) clients(id, city_id -> cities!)"
                    + " cars(id) rentals(id, client_id -> clients!, car_id -> cars!)"))
        .startsWith("clients");
  }

  @Test
  void aCompanyAboveItsUsersTakesMoreAlong() {
    assertThat(
            rank(
                "companies(id) users(id, company_id -> companies!)"
                    + " projects(id, company_id -> companies!)"
                    + " tasks(id, project_id -> projects!, user_id -> users!)"))
        .startsWith("companies");
  }

  @Test
  void theFiguresAreThoseOfTheSplit() {
    RootCandidate best =
        RootAdvisor.rank(Schemas.parse("k(id) clients(id, k -> k!) a(id, c -> clients!) n(id)"))
            .getFirst();

    assertThat(best.clientTables()).isEqualTo(2);
    assertThat(best.contextTables()).isEqualTo(1);
    assertThat(best.neutralTables()).isEqualTo(1);
    assertThat(best.totalOwned()).isEqualTo(1);
    assertThat(best.why())
        .isEqualTo(
            "1 of the other 3 tables hang below it, 1 of them always with one owner; its name is"
                + " that of a client.");
  }

  /** With no keys at all there are only names to go by, and somewhere the drawing must begin. */
  @Test
  void withoutAnyKeysTheNamesThatSoundLikeClientsAreOffered() {
    assertThat(rank("page(id) user(id) log(id)")).containsExactly("user");
    assertThat(rank("page(id) user(id) log(id, page -> page!)")).containsExactly("page");
  }

  private static List<String> rank(String text) {
    return RootAdvisor.rank(Schemas.parse(text)).stream().map(c -> c.table().name()).toList();
  }
}
