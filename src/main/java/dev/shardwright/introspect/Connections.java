package dev.shardwright.introspect;

import dev.shardwright.model.UserError;
import dev.shardwright.model.UserFolders;
import dev.shardwright.model.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The databases that the user has opened, newest first: addresses and names, never a password.
 * Passwords are asked for each time, or come from {@code ~/.pgpass} and {@code ~/.my.cnf}.
 */
public final class Connections {
  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
  private static final int MOST = 20;
  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;

  private Connections(Path file) {
    this.file = file;
  }

  /** Those in the user's settings. */
  public static Connections of(UserFolders folders) {
    return new Connections(folders.settings().resolve("connections.json"));
  }

  /**
   * A database that was opened.
   *
   * @param name for lists: the database and its host
   * @param url without user, password or any other secret
   */
  public record Remembered(String name, String url, Optional<String> user, List<String> schemas) {
    public Remembered {
      schemas = List.copyOf(schemas);
    }

    static Remembered of(JdbcSource source) {
      return new Remembered(
          name(source.described()), harmless(source.url()), source.user(), source.schemas());
    }

    /** {@code shop on host} of {@code jdbc:postgresql://host/shop}. */
    private static String name(String described) {
      Optional<Address> socket = Address.lenient(described).filter(Address::local);
      if (socket.isPresent()) {
        Address address = socket.get();
        String port = address.port().isEmpty() ? "" : ":" + address.port();
        return (address.database().isEmpty() ? "" : address.database() + " on ")
            + address.host()
            + port;
      }
      String rest = described.replaceFirst("^jdbc:[a-z]+:/*", "");
      int slash = rest.indexOf('/');
      return slash < 0 || slash == rest.length() - 1
          ? rest
          : rest.substring(slash + 1) + " on " + rest.substring(0, slash);
    }
  }

  /** The URL without what its options or its host part say about the user. */
  static String harmless(String url) {
    int query = url.indexOf('?');
    String bare = (query < 0 ? url : url.substring(0, query)).replaceFirst("//[^/@]*@", "//");
    if (query < 0) {
      return bare;
    }
    String kept =
        Arrays.stream(url.substring(query + 1).split("&"))
            .filter(option -> !telling(option.split("=", 2)[0]))
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? bare : bare + "?" + kept;
  }

  private static boolean telling(String option) {
    String name = option.toLowerCase(Locale.ROOT);
    return name.isEmpty() || name.matches(".*(pass|pwd|user|secret|token).*");
  }

  /** All of them, newest first; none if the settings cannot be read. */
  public List<Remembered> all() {
    List<Remembered> all = new ArrayList<>();
    try {
      if (Files.exists(file)) {
        JSON.readTree(Files.readString(file)).path("connections").forEach(c -> all.add(read(c)));
      }
    } catch (IOException | JacksonException e) {
      LOG.warn("the remembered connections in {} cannot be read", file, e);
    }
    return all;
  }

  private static Remembered read(JsonNode json) {
    List<String> schemas = new ArrayList<>();
    json.path("schemas").forEach(s -> schemas.add(s.asString()));
    String user = json.path("user").asString("");
    return new Remembered(
        json.path("name").asString(""),
        json.path("url").asString(""),
        user.isEmpty() ? Optional.empty() : Optional.of(user),
        schemas);
  }

  /**
   * Puts a database on top of the list.
   *
   * @throws UserError if the settings cannot be written
   */
  public void remember(JdbcSource source) {
    Remembered one = Remembered.of(source);
    List<Remembered> next = new ArrayList<>(without(one));
    next.addFirst(one);
    write(next.subList(0, Math.min(MOST, next.size())));
  }

  /**
   * Takes one off the list.
   *
   * @throws UserError if the settings cannot be written
   */
  public void forget(Remembered one) {
    write(without(one));
  }

  private List<Remembered> without(Remembered one) {
    return all().stream()
        .filter(r -> !(r.url().equals(one.url()) && r.user().equals(one.user())))
        .toList();
  }

  private void write(List<Remembered> all) {
    ObjectNode json = JSON.createObjectNode();
    ArrayNode list = json.putArray("connections");
    for (Remembered one : all) {
      ObjectNode entry = list.addObject().put("name", one.name()).put("url", one.url());
      one.user().ifPresent(user -> entry.put("user", user));
      one.schemas().forEach(entry.withArray("schemas")::add);
    }
    try {
      Files.createDirectories(file.getParent());
      WholeFile.write(file, json.toPrettyString() + "\n");
    } catch (IOException e) {
      throw new UserError(
          "The connection cannot be remembered in " + file + ": " + e.getMessage() + ".", e);
    }
  }
}
