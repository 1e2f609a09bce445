package dev.shardwright.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NarrowNumbersTest {

  @Test
  void parametersVariablesResultsAndCastsAreFound() {
    assertThat(
            NarrowNumbers.in(
                """
                CREATE FUNCTION f(p_client int unsigned, name varchar(9)) RETURNS smallint
                BEGIN
                  DECLARE found INTEGER DEFAULT 0; -- int in a comment
                  SELECT CAST(id AS SIGNED), 'an int' INTO found FROM clients;
                  RETURN found;
                END\
                """,
                true))
        .containsExactly("p_client int unsigned", "RETURNS smallint", "found integer", "AS signed");
  }

  @Test
  void bodiesBetweenDollarsAreReadToo() {
    assertThat(
            NarrowNumbers.in(
                """
                CREATE FUNCTION f(wanted bigint) RETURNS bigint LANGUAGE plpgsql AS $body$
                DECLARE n int4; BEGIN RETURN wanted::integer + n; END $body$\
                """,
                false))
        .containsExactly("n int4", "::integer");
  }

  @Test
  void wideTypesAndOtherWordsAreNot() {
    assertThat(
            NarrowNumbers.in(
                "CREATE VIEW v AS SELECT CAST(id AS CHAR(20)), bigint_of, x::bigint FROM int8s",
                false))
        .isEmpty();
  }
}
