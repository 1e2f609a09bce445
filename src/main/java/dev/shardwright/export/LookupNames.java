package dev.shardwright.export;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.dialect.IdentifierLimit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of the tables in which dispatch looks up what else finds a client. */
final class LookupNames {
  private LookupNames() {}

  private static String tableName(DispatchKeys.Lookup lookup) {
    return "dispatch_"
        + lookup.table().name().name()
        + lookup.expression().map(e -> "_" + e.substring(0, e.indexOf('('))).orElse("")
        + lookup.columns().stream().map(c -> "_" + c.name()).collect(Collectors.joining());
  }

  /** The look-ups with the names of their tables, in order. */
  static Map<DispatchKeys.Lookup, String> of(DispatchKeys keys, Dialect dialect) {
    Set<String> taken = new HashSet<>();
    Map<DispatchKeys.Lookup, String> names = new LinkedHashMap<>();
    keys.lookups().forEach(lookup -> names.put(lookup, unused(tableName(lookup), taken, dialect)));
    return names;
  }

  private static String unused(String name, Set<String> taken, Dialect dialect) {
    // room for the endings of its constraints
    String start =
        new IdentifierLimit(
                dialect.identifierLimit().length() - 12, dialect.identifierLimit().inBytes())
            .shorten(name);
    String unused = start;
    for (int i = 2; !taken.add(unused); i++) {
      unused = start + "_" + i;
    }
    return unused;
  }

  /** Bare where no server minds: all these names begin with a word of ours. */
  static String written(String name, Dialect dialect) {
    return name.matches("[a-z][a-z0-9_]*") ? name : dialect.quote(name);
  }
}
