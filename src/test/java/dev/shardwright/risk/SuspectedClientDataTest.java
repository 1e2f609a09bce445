package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.testing.Plans;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuspectedClientDataTest {
  private static final CheckCode CHECK = CheckCode.SUSPECTED_CLIENT_DATA;

  private static final String ALBUMS =
      "clients(id) albums(id, name:text!) photos(id, client_id -> clients!, album_id -> albums!)"
          + " album_tags(id, album_id -> albums!)";

  @Test
  void contextOfSingleClientsIsSuspectedFromItsRowsAlone() {
    var plan = Plans.of(ALBUMS, "clients");
    assertThat(Plans.shortly(plan, CHECK)).isEmpty();

    assertThat(Plans.shortly(counted(4, 4, 5, 5, 3), CHECK))
        .containsExactly("warning albums photos_album_id_fkey");
    assertThat(Plans.findings(counted(4, 4, 5, 5, 3), CHECK).getFirst().message())
        .contains("4 of 4 referenced rows", "1 by none", "seen in 3 clients and 4 rows only");
    assertThat(Plans.shortly(counted(400, 400, 900, 450, 100), CHECK))
        .containsExactly("error albums photos_album_id_fkey");
  }

  @Test
  void rowsThatManyClientsUseAreContext() {
    assertThat(Plans.shortly(counted(10, 3, 90, 10, 50), CHECK)).isEmpty();
  }

  private static dev.shardwright.plan.Plan counted(
      int referenced, int exclusive, int refs, int total, int clients) {
    return Plans.answered(
        Plans.of(ALBUMS, "clients"),
        CHECK,
        Map.of(
            "referenced", "" + referenced,
            "exclusive", "" + exclusive,
            "refs", "" + refs,
            "total_rows", "" + total,
            "clients", "" + clients,
            "owners", "" + clients));
  }
}
