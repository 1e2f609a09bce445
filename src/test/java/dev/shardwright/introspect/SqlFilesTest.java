package dev.shardwright.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.model.RowCount;
import dev.shardwright.model.Schema;
import org.junit.jupiter.api.Test;

/** Files and samples open from end to end: server, loading, reading, counting. */
class SqlFilesTest {

  @Test
  void theCarRentalOpensOnTheEmbeddedPostgres() {
    Source source = Source.parse("sample:car-rental", SourceOptions.DEFAULT);
    try (OpenSource open = Sources.open(source, Progress.SILENT)) {
      Schema schema = open.schema();
      assertThat(schema.origin().product()).isEqualTo(Product.POSTGRESQL);
      assertThat(schema.origin().described()).isEqualTo("sample:car-rental");
      assertThat(schema.tables()).hasSize(8);
      assertThat(schema.relations()).hasSize(8);
      assertThat(schema.skipped()).isEmpty();
      assertThat(schema.tables())
          .allMatch(table -> table.rowCount().are() == RowCount.Exactness.EXACT);
      assertThat(open.session()).isPresent();
    }
  }
}
