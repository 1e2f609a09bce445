import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Lists what the program ships and under which licence: {@code Licences.java LIBRARIES REPOSITORY
 * FONTS LIST}. Each jar's licence is what its own POM says, or its parent's; the texts that the
 * jars and fonts bring along follow. Fails if a library has none, so that none is shipped unseen.
 */
final class Licences {
  private static final String LINE = "=".repeat(80) + "\n";

  private Licences() {}

  private record Library(String name, String version, Set<String> licences) {}

  public static void main(String[] args) throws Exception {
    var libraries = new ArrayList<Library>();
    var texts = new TreeMap<String, List<String>>();
    for (Path jar : files(Path.of(args[0]), ".jar")) {
      if (jar.getFileName().toString().startsWith("shardwright-")) {
        continue;
      }
      libraries.add(library(jar, Path.of(args[1])));
      texts(jar)
          .forEach(text -> texts.computeIfAbsent(text, t -> new ArrayList<>()).add(name(jar)));
    }
    for (Path font : files(Path.of(args[2]), "OFL.txt")) {
      libraries.add(
          new Library(
              font.getFileName().toString().replace("-OFL.txt", "") + " (font)",
              "",
              Set.of("SIL Open Font License 1.1")));
      texts.put(Files.readString(font), List.of(name(font)));
    }
    libraries.add(
        new Library(
            "Java runtime (Eclipse Temurin)",
            String.valueOf(Runtime.version()),
            Set.of("GPL-2.0 with the Classpath exception; texts in the runtime's folder legal")));
    Files.writeString(Path.of(args[3]), list(libraries, texts));
    List<String> unknown =
        libraries.stream().filter(l -> l.licences().isEmpty()).map(Library::name).toList();
    if (!unknown.isEmpty()) {
      System.err.println("No licence found for " + String.join(", ", unknown));
      System.exit(1);
    }
  }

  private static String list(List<Library> libraries, Map<String, List<String>> texts) {
    var list = new StringBuilder("What Shardwright ships, and under which licence\n\n");
    for (Library each : libraries) {
      list.append(
          "%-48s %-14s %s\n"
              .formatted(each.name(), each.version(), String.join(" or ", each.licences())));
    }
    list.append("\nThe texts that these parts bring along\n");
    texts.forEach((text, from) ->
        list.append('\n')
            .append(LINE)
            .append(String.join("\n", from))
            .append('\n')
            .append(LINE)
            .append(text.strip())
            .append('\n'));
    return list.toString();
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  /** The POM beside the same jar in the local Maven repository says what it is. */
  private static Library library(Path jar, Path repository) throws Exception {
    String stem = name(jar).replaceFirst("\\.jar$", "");
    try (Stream<Path> all = Files.find(repository, 12, (p, a) -> name(p).equals(name(jar)))) {
      Path found = all.findFirst().orElseThrow(() -> new IOException("not in repository: " + jar));
      Path pom = files(found.getParent(), ".pom").getFirst();
      String artifact = found.getParent().getParent().getFileName().toString();
      String version = found.getParent().getFileName().toString();
      Set<String> licences = new LinkedHashSet<>();
      licences(pom, repository, licences);
      return new Library(stem.startsWith(artifact) ? artifact : stem, version, licences);
    }
  }

  private static void licences(Path pom, Path repository, Set<String> found) throws Exception {
    Element project =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(pom.toFile())
            .getDocumentElement();
    for (Element licences : children(project, "licenses")) {
      for (Element licence : children(licences, "license")) {
        children(licence, "name").forEach(n -> found.add(n.getTextContent().strip()));
      }
    }
    for (Element parent : found.isEmpty() ? children(project, "parent") : List.<Element>of()) {
      String artifact = text(parent, "artifactId");
      String version = text(parent, "version");
      Path up =
          repository
              .resolve(text(parent, "groupId").replace('.', '/'))
              .resolve(artifact)
              .resolve(version)
              .resolve(artifact + "-" + version + ".pom");
      if (Files.exists(up)) {
        licences(up, repository, found);
      }
    }
  }

  private static String text(Element element, String tag) {
    return children(element, tag).getFirst().getTextContent().strip();
  }

  private static List<Element> children(Element element, String tag) {
    var children = new ArrayList<Element>();
    for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element e && e.getTagName().equals(tag)) {
        children.add(e);
      }
    }
    return children;
  }

  /** Licences and notices at the places where jars keep them. */
  private static List<String> texts(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      var texts = new ArrayList<String>();
      for (var entry : file.stream().toList()) {
        if (entry.getName().matches("(?i)(META-INF/)?(LICENSE|LICENCE|NOTICE|COPYING)[^/]*")
            && !entry.isDirectory()) {
          try (var in = file.getInputStream(entry)) {
            texts.add(new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", ""));
          }
        }
      }
      return texts;
    }
  }
}
