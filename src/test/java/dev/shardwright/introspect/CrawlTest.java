package dev.shardwright.introspect;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardwright.model.Progress;
import dev.shardwright.model.UserError;
import dev.shardwright.testing.TestServers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import schemacrawler.schemacrawler.InformationSchemaKey;

/** SchemaCrawler passes over most failures; a crawl does not. */
class CrawlTest {

  @Test
  void aDictionaryQueryThatFailsIsNotPassedOver() {
    assertThatThrownBy(() -> crawl("SELECT 1 / 0 AS \"SEQUENCE_NAME\""))
        .isInstanceOf(UserError.DatabaseRefused.class)
        .hasMessageContaining("division by zero");
  }

  private static void crawl(String sequences) throws Exception {
    var source = TestServers.postgres().newDatabase().source();
    try (Session session = Session.open(source, Progress.SILENT)) {
      Dictionary good = PostgreSqlDictionary.of(List.of("public"), session.server().number());
      Map<InformationSchemaKey, String> queries = new HashMap<>(good.queries());
      queries.put(InformationSchemaKey.SEQUENCES, sequences);
      Crawl.run(
          new Asking(session, List.of("public"), Progress.SILENT),
          new Dictionary(queries, Map.of(), good.tableTypes()),
          1);
    }
  }
}
