package dev.shardwright.risk;

import dev.shardwright.model.Column;
import dev.shardwright.model.Table;
import java.util.List;
import java.util.regex.Pattern;

/** Columns of the root by whose names people log in or address a client. */
public final class ClientNames {
  // planner.md 10.4
  private static final Pattern LOGIN_NAME =
      Pattern.compile(
          "(?i)(.*_)?(login|e_?mail|user_?name|domain|subdomain|host_?name|slug|api_?key|token|phone)");

  private ClientNames() {}

  /** The names of such columns, in the table's order. */
  public static List<String> of(Table root) {
    return root.columns().stream()
        .map(Column::name)
        .filter(name -> LOGIN_NAME.matcher(name).matches())
        .toList();
  }
}
