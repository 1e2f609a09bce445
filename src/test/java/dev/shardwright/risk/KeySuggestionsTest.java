package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.model.Schema;
import dev.shardwright.testing.Schemas;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeySuggestionsTest {

  @Test
  void aColumnNamedAfterATableAndItsKeyIsSuggested() {
    assertThat(of("clients(id) invoices(id, client_id!)"))
        .containsExactly("invoices.client_id->clients.id");
  }

  @Test
  void wordsBeforeTheNameTellARole() {
    assertThat(of("cities(id) trips(id, start_city_id, end_city_id)"))
        .containsExactlyInAnyOrder(
            "trips.end_city_id->cities.id", "trips.start_city_id->cities.id");
  }

  @Test
  void joinedWordsAndCamelCaseMeet() {
    assertThat(of("media_type(mediatypeid!, pk[mediatypeid]) media(id, mediatypeid)"))
        .containsExactly("media.mediatypeid->media_type.mediatypeid");
    assertThat(of("OrderItems(id) Refunds(id, OrderItemId)"))
        .containsExactly("Refunds.OrderItemId->OrderItems.id");
  }

  @Test
  void thePrefixOfATablesColumnsIsDropped() {
    assertThat(
            of(
                "airport(ap_id!, ap_name:text, pk[ap_id])"
                    + " flight(f_id!, f_from_ap_id, f_seats, pk[f_id])"))
        .containsExactly("flight.f_from_ap_id->airport.ap_id");
  }

  @Test
  void thePrefixThatTablesShareIsDroppedAmongThem() {
    assertThat(
            of(
                "oauth_applications(id) oauth_tokens(id, application_id)"
                    + " oauth_grants(id, application_id) forms(id, application_id)"))
        .containsExactlyInAnyOrder(
            "oauth_grants.application_id->oauth_applications.id",
            "oauth_tokens.application_id->oauth_applications.id");
  }

  @Test
  void severalWordsNameATableOfAnotherGroupWhereNoOtherEndsSo() {
    String media = "media_mime_type(id) media_file(id, mime_type_id)";
    assertThat(of(media + " forum_upload(id, mime_type_id) forum_post(id)"))
        .containsExactlyInAnyOrder(
            "forum_upload.mime_type_id->media_mime_type.id",
            "media_file.mime_type_id->media_mime_type.id");
    assertThat(of(media + " mail_mime_type(id) mail_part(id) forum_upload(id, mime_type_id)"))
        .as("two tables end so, and only one is in the file's own group")
        .containsExactly("media_file.mime_type_id->media_mime_type.id");
    assertThat(of("media_type(id) media_file(id) forum_upload(id, type_id)"))
        .as("one word is too little")
        .isEmpty();
  }

  @Test
  void rolesOfPeopleAndRowsAboveAreKnown() {
    assertThat(of("users(id) posts(id, author_id, parent_id, approved_by)"))
        .containsExactlyInAnyOrder(
            "posts.author_id->users.id",
            "posts.parent_id->posts.id",
            "posts.approved_by->users.id");
  }

  @Test
  void twoTablesThatFitEquallyWellAreATie() {
    assertThat(of("a.users(id) b.users(id) c.logs(id, user_id)")).isEmpty();
    assertThat(of("a.users(id) b.users(id) b.logs(id, user_id)"))
        .containsExactly("logs.user_id->users.id");
  }

  @Test
  void typesOfAnotherFamilyNeverMeet() {
    assertThat(of("clients(id) invoices(id, client_id:text)")).isEmpty();
  }

  @Test
  void aWholeCompositeKeyIsOneSuggestion() {
    assertThat(
            of(
                "orders(id, order_no!, shop_no!) lines(order_id!, line_no!, pk[order_id line_no])"
                    + " line_notes(id, order_id, line_no)"))
        .contains("line_notes.order_id,line_no->lines.order_id,line_no");
  }

  @Test
  void aTypeIdPairIsNoPlainKey() {
    assertThat(of("posts(id) likes(id, post_type:text, post_id)")).isEmpty();
  }

  @Test
  void whatWasDecidedAwayStaysAway() {
    Schema schema = Schemas.parse("clients(id) invoices(id, client_id!)");
    Decision plain =
        new Decision.PlainId(Schemas.table("invoices"), List.of("client_id"), Optional.empty());

    assertThat(KeySuggestions.of(schema, schema.relations(), Decisions.NONE.with(plain))).isEmpty();
  }

  @Test
  void theNameOfAKeyElsewhereIsLearnt() {
    Schema schema =
        Schemas.parse("accounts(id) items(id, provider_id -> accounts) bills(id, provider_id)");

    assertThat(KeySuggestions.of(schema, schema.relations(), Decisions.NONE))
        .singleElement()
        .satisfies(s -> assertThat(s.confidence()).isGreaterThan(0.95));
  }

  @Test
  void aKeyThatIsItselfAKeyToTheTableMeantIsNotMeant() {
    assertThat(of("tenants(id) profile(tenant_id -> tenants!, pk[tenant_id]) old(id, tenant_id)"))
        .containsExactly("old.tenant_id->tenants.id");
  }

  @Test
  void amongTablesWithPlainIdsNoneIsMoreThanAnother() {
    assertThat(of("x.users(id) y.users(id) y.notes(user_id, id) y.logs(id, user_id)"))
        .contains("logs.user_id->users.id");
  }

  private static List<String> of(String text) {
    Schema schema = Schemas.parse(text);
    return KeySuggestions.of(schema, schema.relations(), Decisions.NONE).stream()
        .filter(s -> s.confidence() >= 0.7)
        .map(s ->
            s.child().name()
                + "."
                + String.join(",", s.childColumns())
                + "->"
                + s.parent().name()
                + "."
                + String.join(",", s.parentColumns()))
        .toList();
  }
}
