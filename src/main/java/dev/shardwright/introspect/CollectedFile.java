package dev.shardwright.introspect;

import dev.shardwright.model.Progress;
import dev.shardwright.model.Schema;
import dev.shardwright.model.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens what a collection script printed: the same reader, over the answers in the file. */
final class CollectedFile {
  /** psql's warnings or an XML head may come before the header. */
  private static final int HEAD_BYTES = 4096;

  private CollectedFile() {}

  /** True if the file begins as a collection does, whatever its name ends in. */
  static boolean isOne(Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      String head = new String(content.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
      return head.contains("{\"question\":\"" + CollectScript.HEADER)
          || (head.startsWith("<?xml") && head.contains(CollectScript.HEADER));
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Reads it.
   *
   * @throws UserError if it is damaged, cut, or of other schemas
   */
  static OpenSource open(CollectedSource source, Progress progress) {
    progress.step("reading " + source.described(), 0);
    Recorded recorded = recorded(source);
    if (!source.schemas().isEmpty() && !recorded.schemas().containsAll(source.schemas())) {
      throw new UserError(
          "The file "
              + source.described()
              + " was collected for "
              + String.join(", ", recorded.schemas())
              + ", not for "
              + String.join(", ", source.schemas())
              + ".");
    }
    Schema schema = Introspector.read(recorded, recorded.schemas(), source.described(), progress);
    return new Opened(schema, Optional.empty(), () -> {});
  }

  private static Recorded recorded(CollectedSource source) {
    String text;
    try {
      text = Files.readString(source.file());
    } catch (IOException e) {
      throw new UserError("The file " + source.described() + " cannot be read as UTF-8 text.", e);
    }
    boolean postgres = !text.startsWith("<?xml");
    try {
      Map<String, List<KeptRow>> answers =
          postgres ? CollectedJson.answers(text) : CollectedXml.answers(text);
      return recorded(source, postgres, answers);
    } catch (SQLException e) {
      throw new UserError(
          "The file " + source.described() + " is not whole: " + e.getMessage() + ".", e);
    }
  }

  private static Recorded recorded(
      CollectedSource source, boolean postgres, Map<String, List<KeptRow>> answers)
      throws SQLException {
    if (!answers.containsKey(CollectScript.END)) {
      throw new SQLException("its end is missing");
    }
    List<KeptRow> server =
        answers.getOrDefault(
            Question.of(Server.question(postgres), List.of(), !postgres).id(), List.of());
    if (server.isEmpty()) {
      throw new SQLException("it does not say what the server is");
    }
    List<String> schemas =
        answers.getOrDefault(CollectScript.SCHEMAS, List.of()).stream()
            .map(row -> String.valueOf(row.text("name")))
            .sorted()
            .toList();
    if (schemas.isEmpty()) {
      throw new SQLException("it names no schema that was there");
    }
    return new Recorded(
        Server.of(postgres, new Row(server.getFirst())), source.described(), schemas, answers);
  }
}
