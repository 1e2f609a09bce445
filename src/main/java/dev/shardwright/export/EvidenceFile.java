package dev.shardwright.export;

import dev.shardwright.model.UserError;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.risk.Evidence.Answer;
import dev.shardwright.risk.Probe;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answers that the DBA's own run of probes.sql printed.
 *
 * <p>Lines that are no answer, such as a client's headings and frames, are passed over.
 */
public final class EvidenceFile {
  private static final int MOST_ROUNDS = 6;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final Path file;
  private final Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
  private final Set<String> ended = new HashSet<>();
  private String at = "";

  private EvidenceFile(Path file) {
    this.file = file;
  }

  /**
   * Reads a file of answers.
   *
   * @throws UserError if it cannot be read or an answer in it is damaged
   */
  public static EvidenceFile read(Path file) {
    EvidenceFile answers = new EvidenceFile(file);
    try {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        answers.line(lines.get(i), i + 1);
      }
    } catch (NoSuchFileException e) {
      throw new UserError("There is no file " + file + ".", e);
    } catch (MalformedInputException e) {
      throw new UserError("The file " + file + " is not UTF-8 text.", e);
    } catch (IOException e) {
      throw new UserError("The file " + file + " cannot be read: " + e.getMessage(), e);
    }
    if (answers.rows.isEmpty()) {
      throw new UserError(
          "The file "
              + file
              + " holds no answers: it should be what the run of probes.sql printed.");
    }
    return answers;
  }

  /**
   * What is known with these answers, those included to which other answers led.
   *
   * @throws UserError if none of the answers belongs to a question of this plan
   */
  public Evidence answering(Plan plan) {
    Evidence evidence = plan.evidence();
    Set<String> used = new HashSet<>();
    Plan next = plan;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      int before = used.size();
      for (Probe probe : next.probes()) {
        if (rows.containsKey(probe.id()) && used.add(probe.id())) {
          evidence = evidence.with(probe.sql(), answer(probe.id()));
        }
      }
      if (used.size() == before) {
        break;
      }
      next = Plan.of(plan.schema(), plan.decisions(), evidence);
    }
    if (used.isEmpty()) {
      throw new UserError(
          "The answers in "
              + file
              + " belong to other questions than this plan asks: write probes.sql anew and run"
              + " it.");
    }
    return evidence;
  }

  private Answer answer(String id) {
    Optional<String> whyNot =
        ended.contains(id)
            ? Optional.empty()
            : Optional.of("Its answer in " + file.getFileName() + " has no end.");
    return new Answer(rows.getOrDefault(id, List.of()), whyNot, at, 0);
  }

  private void line(String line, int number) {
    int start = line.indexOf('{');
    int end = line.lastIndexOf('}');
    if (start < 0 || end < start || !line.contains("\"probe\"")) {
      return;
    }
    try {
      take(JSON.readTree(line.substring(start, end + 1)));
    } catch (JacksonException e) {
      throw new UserError(
          "Line "
              + number
              + " of "
              + file
              + " is a damaged answer: run probes.sql as its head says (mysql with --raw, psql"
              + " with -A -t).",
          e);
    }
  }

  private void take(JsonNode answer) {
    String id = answer.path("probe").asString();
    if (id.equals("when")) {
      at = answer.path("at").asString();
      return;
    }
    List<Map<String, String>> all = rows.computeIfAbsent(id, _ -> new ArrayList<>());
    if (answer.path("end").asBoolean(false)) {
      ended.add(id);
    } else {
      all.add(row(answer.path("row")));
    }
  }

  private static Map<String, String> row(JsonNode values) {
    Map<String, String> row = new LinkedHashMap<>();
    values
        .properties()
        .forEach(value -> {
          if (!value.getValue().isNull()) {
            row.put(value.getKey(), text(value.getValue()));
          }
        });
    return Collections.unmodifiableMap(row);
  }

  /** As the driver prints it: PostgreSQL's booleans are a letter there. */
  private static String text(JsonNode value) {
    if (value.isBoolean()) {
      return value.asBoolean() ? "t" : "f";
    }
    return value.isNumber() ? value.decimalValue().toPlainString() : value.asString();
  }
}
