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

  /** The URL without options, where drivers accept user and password; a socket stays named. */
  @Override
  public String described() {
    Optional<String> socket =
        Address.lenient(url).filter(Address::local).map(address -> address.bare().url());
    int query = url.indexOf('?');
    String bare = query < 0 ? url : url.substring(0, query);
    return socket.orElseGet(() -> bare.replaceFirst("//[^/@]*@", "//"));
  }
}
