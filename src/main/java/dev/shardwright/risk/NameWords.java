package dev.shardwright.risk;

import dev.shardwright.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words in the names of tables and columns, however they were joined. */
final class NameWords {
  private static final Map<String, String> IRREGULAR =
      Map.of(
          "people",
          "person",
          "children",
          "child",
          "men",
          "man",
          "women",
          "woman",
          "indices",
          "index",
          "statuses",
          "status",
          "data",
          "data",
          "series",
          "series",
          "news",
          "news",
          "media",
          "media");

  /** Words that only say that a column is a key. */
  static final Set<String> KEY_WORDS =
      Set.of("id", "ids", "code", "key", "uuid", "guid", "no", "nr", "num", "number", "pk");

  private NameWords() {}

  /** Lower-case words: {@code BillToAddressID} is bill, to, address, id. */
  static List<String> of(String name) {
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= name.length(); i++) {
      if (i == name.length() || ends(name, i)) {
        String word = name.substring(from, i);
        if (Character.isLetterOrDigit(word.charAt(0))) {
          words.add(word.toLowerCase(Locale.ROOT));
        }
        from = i;
      }
    }
    return words;
  }

  /** A word ends before a separator, a capital after a small letter, and around digits. */
  private static boolean ends(String name, int i) {
    char before = name.charAt(i - 1);
    char at = name.charAt(i);
    if (!Character.isLetterOrDigit(at) || !Character.isLetterOrDigit(before)) {
      return true;
    }
    if (Character.isDigit(at) != Character.isDigit(before)) {
      return true;
    }
    boolean next = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
    return Character.isUpperCase(at) && (!Character.isUpperCase(before) || next);
  }

  static String joined(List<String> words) {
    return String.join("", words);
  }

  /** A table's name in one word. */
  static String joined(Table table) {
    return joined(of(table.name().name()));
  }

  /** What one row of a table is called, in one word: {@code mediatype} of media_types. */
  static String stem(Table table) {
    return joined(singular(of(table.name().name())));
  }

  /** The words with the last one in the singular. */
  static List<String> singular(List<String> words) {
    if (words.isEmpty()) {
      return words;
    }
    List<String> all = new ArrayList<>(words);
    all.set(all.size() - 1, singular(all.getLast()));
    return all;
  }

  static String singular(String word) {
    String known = IRREGULAR.get(word);
    if (known != null) {
      return known;
    }
    if (word.endsWith("ies") && word.length() > 4) {
      return word.substring(0, word.length() - 3) + "y";
    }
    if (endsIn(word, "yses", "heses")) {
      return word.substring(0, word.length() - 2) + "is";
    }
    if (endsIn(word, "sses", "shes", "ches", "xes", "zes", "tuses", "ruses")) {
      return word.substring(0, word.length() - 2);
    }
    boolean plural = word.length() > 3 && word.endsWith("s") && !endsIn(word, "ss", "us", "is");
    return plural ? word.substring(0, word.length() - 1) : word;
  }

  private static boolean endsIn(String word, String... endings) {
    for (String ending : endings) {
      if (word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}
