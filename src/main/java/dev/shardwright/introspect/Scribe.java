package dev.shardwright.introspect;

import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Listens to what a reader asks a server of some version, and answers that there is nothing. */
final class Scribe implements Answers {
  /** A schema whose name nobody has. */
  private static final List<String> SCHEMAS = List.of("\u0001");

  private final Server server;
  private final List<Question> questions = new ArrayList<>();

  private Scribe(Server server) {
    this.server = server;
  }

  /**
   * All that a reader asks.
   *
   * @param version as {@link Server#number}
   */
  static List<Question> questions(Product product, int version) {
    Scribe scribe = new Scribe(new Server(product, "", version, "", ""));
    SchemaReader reader = Introspector.reader(scribe);
    reader.available();
    reader.read(new Asking(scribe, SCHEMAS, Progress.SILENT), "");
    reader.onlyIfNeeded().forEach(sql -> scribe.questions.add(new Question(sql)));
    return scribe.questions.stream().distinct().toList();
  }

  @Override
  public Server server() {
    return server;
  }

  @Override
  public String described() {
    return "";
  }

  @Override
  public int count() {
    return questions.size();
  }

  @Override
  public <T> List<T> tryQuery(String sql, RowReader<T> reader) {
    questions.add(Question.of(sql, SCHEMAS, server.product().isMySqlFamily()));
    return List.of();
  }

  @Override
  public <T> List<List<T>> tryAll(List<String> sqls, RowReader<T> reader) {
    return sqls.stream().map(sql -> tryQuery(sql, reader)).toList();
  }

  @Override
  public RuntimeException refused(SQLException e) {
    return new IllegalStateException(e);
  }
}
