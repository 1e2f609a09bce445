package dev.shardwright.export;

import dev.shardwright.dialect.Dialect;
import java.util.ArrayList;
import java.util.List;

/** The tables that lead from other values than his key to a client, unique over all shards. */
final class DispatchLookups {
  private final Dialect dialect;
  private final DispatchKeys keys;
  private final DispatchTypes types;
  private final DispatchTable table;
  private final Script script;

  DispatchLookups(
      Dialect dialect, DispatchKeys keys, DispatchTypes types, DispatchTable table, Script script) {
    this.dialect = dialect;
    this.keys = keys;
    this.types = types;
    this.table = table;
    this.script = script;
  }

  void write(ExportOptions.Layout layout) {
    if (keys.lookups().isEmpty()) {
      script.blank().comment("No value but the client_id leads to a client: no look-up tables.");
      return;
    }
    script.heading("What else finds a client, unique over all shards");
    LookupNames.of(keys, dialect)
        .forEach((lookup, name) -> {
          script.blank().comment(about(lookup));
          lookup(lookup, name, layout);
        });
  }

  private static String about(DispatchKeys.Lookup lookup) {
    return lookup.table().name()
        + " ("
        + lookup.words()
        + "): "
        + lookup.why()
        + "."
        + lookup
            .expression()
            .map(expression -> " The application looks " + expression + " up here.")
            .orElse("");
  }

  private void lookup(DispatchKeys.Lookup lookup, String name, ExportOptions.Layout layout) {
    List<String> values = values(lookup);
    List<String> written = types.of(lookup);
    List<String> items = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      items.add(values.get(i) + " " + written.get(i) + " NOT NULL");
    }
    items.add("client_id " + types.clientBeside(lookup.table(), keys) + " NOT NULL");
    items.add(
        "CONSTRAINT "
            + written(name + "_pkey")
            + " PRIMARY KEY ("
            + String.join(", ", values)
            + ")");
    if (layout.hasClientRows()) {
      items.add(
          "CONSTRAINT "
              + written(name + "_fkey")
              + " FOREIGN KEY (client_id) REFERENCES client_dispatch (client_id) ON DELETE"
              + " CASCADE");
    }
    table.indexed(
        written(name),
        written(name + "_client_idx"),
        "client_id",
        items,
        types.tableOptions(lookup.table()));
  }

  private List<String> values(DispatchKeys.Lookup lookup) {
    return lookup.columns().size() == 1
        ? List.of("value")
        : lookup.columns().stream().map(column -> dialect.quote(column.name())).toList();
  }

  private String written(String name) {
    return LookupNames.written(name, dialect);
  }
}
