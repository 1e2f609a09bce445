package dev.shardwright.introspect;

import java.util.List;
import java.util.Optional;

/**
 * A live database.
 *
 * @param url a JDBC URL
 * @param schemas the schemas or databases to read; empty means the one in the URL, {@code public}
 *     on PostgreSQL
 */
public record JdbcSource(String url, Optional<String> user, Secret password, List<String> schemas)
    implements Source {

  public JdbcSource {
    schemas = List.copyOf(schemas);
  }

  /** The URL without what follows its question mark, where drivers accept user and password. */
  @Override
  public String described() {
    int query = url.indexOf('?');
    String bare = query < 0 ? url : url.substring(0, query);
    return bare.replaceFirst("//[^/@]*@", "//");
  }
}
