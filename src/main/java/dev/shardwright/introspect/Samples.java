package dev.shardwright.introspect;

import dev.shardwright.model.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The schemas that come with the program, as {@code sample-schemas/samples.json} lists them. */
public final class Samples {
  private static final String FOLDER = "/sample-schemas/";

  private Samples() {}

  /**
   * One sample.
   *
   * @param title for lists
   * @param root its root table
   * @param about one sentence: what it shows
   * @param flavours {@code postgresql}, {@code mysql}: the files that exist
   */
  public record Sample(
      String name, String title, String root, String about, List<String> flavours) {

    public Sample {
      flavours = List.copyOf(flavours);
    }
  }

  /** All samples in the list's order. */
  public static List<Sample> all() {
    try (InputStream json = resource("samples.json")) {
      if (json == null) {
        throw new IllegalStateException("the program's own list of samples is missing");
      }
      List<Sample> samples = new ArrayList<>();
      for (JsonNode entry : new ObjectMapper().readTree(json)) {
        samples.add(sample(entry));
      }
      return List.copyOf(samples);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The sample of that name.
   *
   * @throws UserError if there is none
   */
  public static Sample named(String name) {
    List<Sample> all = all();
    return all.stream()
        .filter(sample -> sample.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new UserError(
                "There is no sample \""
                    + name
                    + "\"; there are "
                    + all.stream().map(Sample::name).collect(Collectors.joining(", "))
                    + "."));
  }

  /** A file of a sample; null if it does not exist. */
  static @Nullable InputStream open(String sample, String flavour) {
    return resource(sample + "/" + flavour + ".sql");
  }

  private static Sample sample(JsonNode entry) {
    String name = entry.path("name").asString();
    List<String> flavours = new ArrayList<>();
    for (String flavour : List.of("postgresql", "mysql")) {
      if (Samples.class.getResource(FOLDER + name + "/" + flavour + ".sql") != null) {
        flavours.add(flavour);
      }
    }
    return new Sample(
        name,
        entry.path("title").asString(),
        entry.path("root").asString(),
        entry.path("about").asString(),
        flavours);
  }

  private static @Nullable InputStream resource(String path) {
    return Samples.class.getResourceAsStream(FOLDER + path);
  }
}
