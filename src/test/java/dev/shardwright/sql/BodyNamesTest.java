package dev.shardwright.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BodyNamesTest {

  @Test
  void statementsNameTheirTables() {
    BodyNames names =
        BodyNames.of(
            "BEGIN INSERT INTO log (a) SELECT x FROM public.a, \"B b\" JOIN c USING (id);"
                + " UPDATE d SET n = 1; DELETE FROM ONLY e; RETURN NEW; END",
            false);
    assertThat(names.tables())
        .contains(
            List.of("log"),
            List.of("public", "a"),
            List.of("B b"),
            List.of("c"),
            List.of("d"),
            List.of("e"));
    assertThat(names.dynamic()).isFalse();
  }

  @Test
  void stringsAndCommentsAreNoCode() {
    BodyNames names =
        BodyNames.of(
            "-- FROM a\n/* JOIN b */ RAISE EXCEPTION 'UPDATE c SET it''s'; # FROM d\nSELECT $$x$$",
            true);
    assertThat(names.tables()).isEmpty();
  }

  @Test
  void callsAreSeen() {
    BodyNames names = BodyNames.of("PERFORM audit.note(1); SELECT total (x) FROM t", false);
    assertThat(names.calls()).contains(List.of("audit", "note"), List.of("total"));
    assertThat(names.tables()).contains(List.of("t"));
  }

  @Test
  void rowTypesNameTheirTable() {
    BodyNames names = BodyNames.of("DECLARE r clients%ROWTYPE; n orders.id%TYPE;", false);
    assertThat(names.tables()).contains(List.of("clients"), List.of("orders"));
  }

  @Test
  void whatIsPutTogetherAtRunTimeIsDynamic() {
    assertThat(BodyNames.of("EXECUTE 'DELETE FROM ' || t", false).dynamic()).isTrue();
    assertThat(BodyNames.of("CREATE TRIGGER x EXECUTE FUNCTION f()", false).dynamic()).isFalse();
    assertThat(BodyNames.of("PREPARE s FROM @sql", true).dynamic()).isTrue();
  }
}
