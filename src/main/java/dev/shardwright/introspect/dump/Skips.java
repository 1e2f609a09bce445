package dev.shardwright.introspect.dump;

import dev.shardwright.model.Skipped;
import dev.shardwright.sql.SqlText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The statements of a dump that could not be used; those alike are told once, with their number.
 */
public final class Skips {
  private static final Pattern OWNER = Pattern.compile("(?is).*\\b(OWNER\\s+TO\\s+\\S+)\\s*");
  private static final Pattern GRANT =
      Pattern.compile("(?is)(GRANT|REVOKE)\\b.*\\b(TO|FROM)\\s+(\\S+).*");
  private static final Pattern INSERT =
      Pattern.compile("(?is)((?:INSERT|REPLACE)\\s+(?:IGNORE\\s+)?INTO\\s+[^\\s(]+).*");

  private final Map<Group, Count> groups = new LinkedHashMap<>();
  private int total;

  private record Group(String shape, String why) {}

  private record Count(String first, int times) {}

  /** Notes a statement and the reason in one sentence. */
  public void add(String statement, String why) {
    String sql = SqlText.shortened(statement);
    Group group = new Group(shape(SqlText.withoutLeadingComments(statement)), why);
    groups.merge(group, new Count(sql, 1), (old, one) -> new Count(old.first(), old.times() + 1));
    total++;
  }

  /** How many statements were skipped, each counted. */
  public int total() {
    return total;
  }

  /** One entry for each group, in the order of their first statements. */
  public List<Skipped> all() {
    return groups.entrySet().stream()
        .map(entry -> skipped(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Skipped skipped(Group group, Count count) {
    return new Skipped(
        count.times() == 1 ? count.first() : count.times() + " × " + group.shape(), group.why());
  }

  private static String shape(String statement) {
    for (Pattern pattern : List.of(OWNER, INSERT)) {
      var matcher = pattern.matcher(statement);
      if (matcher.matches()) {
        return matcher.group(1).replaceAll("\\s+", " ");
      }
    }
    var grant = GRANT.matcher(statement);
    if (grant.matches()) {
      return grant.group(1).toUpperCase(java.util.Locale.ROOT)
          + " … "
          + grant.group(2).toUpperCase(java.util.Locale.ROOT)
          + " "
          + grant.group(3);
    }
    return SqlText.shortened(statement);
  }
}
