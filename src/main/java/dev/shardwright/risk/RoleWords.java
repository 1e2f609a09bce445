package dev.shardwright.risk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Columns that name only a role: {@code parent_id} is a row above, {@code author_id} a person. */
final class RoleWords {
  private static final Set<String> ABOVE = Set.of("parent", "superior", "supervisor", "ancestor");

  private static final Set<String> ABOVE_WHOLE =
      Set.of("parent", "reportsto", "replytoid", "inreplytoid", "parentid", "superiorid");

  private static final Set<String> PERSON =
      Set.of(
          "author",
          "owner",
          "creator",
          "editor",
          "sender",
          "recipient",
          "receiver",
          "assignee",
          "reporter",
          "reviewer",
          "approver",
          "moderator",
          "uploader",
          "subscriber",
          "requester",
          "buyer",
          "seller",
          "member",
          "inviter",
          "follower",
          "actor",
          "winner",
          "submitter",
          "revoker",
          "operator",
          "manager");

  /** Tables of people, the likeliest first. */
  private static final List<Set<String>> PEOPLE =
      List.of(
          Set.of("user", "useracct", "useraccount", "appuser"),
          Set.of("account"),
          Set.of("member"),
          Set.of("person", "profile"),
          Set.of("employee", "staff"));

  private final Optional<KeyTarget> people;

  /** What a role leads to. */
  record Role(KeyTarget target, double confidence, String why) {}

  private RoleWords(Optional<KeyTarget> people) {
    this.people = people;
  }

  static RoleWords of(Collection<KeyTarget> targets) {
    Map<String, List<KeyTarget>> byName = new HashMap<>();
    for (KeyTarget t : targets) {
      String name = NameWords.stem(t.table());
      byName.computeIfAbsent(name, n -> new ArrayList<>()).add(t);
      // auth_user is a user where auth_ is only the group's name
      t.loosely().stream()
          .filter(n -> n.endsWith("id"))
          .map(n -> n.substring(0, n.length() - 2))
          .forEach(n -> byName.computeIfAbsent(n, x -> new ArrayList<>()).add(t));
    }
    for (Set<String> names : PEOPLE) {
      List<KeyTarget> found =
          names.stream()
              .flatMap(n -> byName.getOrDefault(n, List.of()).stream())
              .distinct()
              .toList();
      if (found.size() == 1) {
        return new RoleWords(Optional.of(found.getFirst()));
      }
      if (!found.isEmpty()) {
        break;
      }
    }
    return new RoleWords(Optional.empty());
  }

  /** What the words of a column lead to from a table with the given key, if it has one. */
  Optional<Role> of(List<String> words, @Nullable KeyTarget own) {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    String joined = NameWords.joined(words);
    boolean above =
        ABOVE_WHOLE.contains(joined)
            || (words.size() == 2 && ABOVE.contains(words.getFirst()) && last(words))
            || (own != null && aboveItself(words, own));
    if (above && own != null) {
      return Optional.of(new Role(own, 0.84, "names a row above"));
    }
    boolean by =
        words.size() == 2 && words.getLast().equals("by") && words.getFirst().endsWith("ed");
    boolean byId = words.size() == 3 && words.get(1).equals("by") && last(words);
    boolean person =
        words.size() > 1 && last(words) && PERSON.contains(words.get(words.size() - 2));
    // user_id means auth_user wherever it stands: a database has one sort of users.
    boolean plain =
        words.size() == 2
            && last(words)
            && PEOPLE.stream().anyMatch(names -> names.contains(words.getFirst()));
    return by || byId || person || plain
        ? people.map(p -> new Role(p, by ? 0.7 : 0.76, "names a person"))
        : Optional.empty();
  }

  /** {@code parent_category_id} of product_categories. */
  private static boolean aboveItself(List<String> words, KeyTarget own) {
    String stem = NameWords.stem(own.table());
    return words.size() > 2
        && ABOVE.contains(words.getFirst())
        && last(words)
        && stem.endsWith(NameWords.joined(words.subList(1, words.size() - 1)));
  }

  private static boolean last(List<String> words) {
    return NameWords.KEY_WORDS.contains(words.getLast());
  }
}
