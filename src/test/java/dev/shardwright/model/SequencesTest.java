package dev.shardwright.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.testing.Schemas;
import dev.shardwright.testing.Tables;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SequencesTest {
  private final Sequence ids = sequence("ids");
  private final Sequence otherIds = sequence("other_ids");
  private final Sequence quoted = sequence("It's \"one\"");
  private final Sequences all = Sequences.of(List.of(ids, otherIds, quoted));

  @Test
  void aDefaultNamesItsSequenceWithOrWithoutTheSchema() {
    assertThat(fed("nextval('public.ids'::regclass)")).contains(ids);
    assertThat(fed("nextval('ids'::regclass)")).contains(ids);
    assertThat(fed("nextval(`public`.`ids`)")).contains(ids);
  }

  @Test
  void aSequenceWhoseNameEndsAnotherIsNotThatOne() {
    assertThat(fed("nextval('public.other_ids'::regclass)")).contains(otherIds);
    assertThat(fed("nextval('ids_of_nobody'::regclass)")).isEmpty();
    assertThat(fed("'nextval of ids'")).isEmpty();
  }

  @Test
  void aNameIsReadAsTheServerQuotesIt() {
    assertThat(fed("nextval('public.\"It''s \"\"one\"\"\"'::regclass)")).contains(quoted);
  }

  @Test
  void theSequenceThatBelongsToAColumnFeedsIt() {
    Sequence owned = Tables.owned(sequence("own"), "t", "id");

    assertThat(Sequences.of(List.of(owned)).feeding(Schemas.table("t"), column(Optional.empty())))
        .contains(owned);
  }

  private Optional<Sequence> fed(String defaultSql) {
    return all.feeding(Schemas.table("t"), column(Optional.of(defaultSql)));
  }

  private static Column column(Optional<String> defaultSql) {
    Table table = Schemas.parse("t(id)").tables().getFirst();
    return Tables.defaultOf(table.columns().getFirst(), defaultSql);
  }

  private static Sequence sequence(String name) {
    return Tables.sequence(name, BigInteger.ONE);
  }
}
