package dev.shardwright.export;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.TypeDefinition;
import java.util.List;
import java.util.stream.Stream;

/** What has to be set and to be there before the tables of dispatch are made. */
final class DispatchSession {
  private final Dialect dialect;
  private final DispatchKeys keys;
  private final DispatchTypes types;
  private final Script script;

  DispatchSession(Dialect dialect, DispatchKeys keys, DispatchTypes types, Script script) {
    this.dialect = dialect;
    this.keys = keys;
    this.types = types;
    this.script = script;
  }

  void write() {
    script.heading("Settings of the loading session").blank();
    if (dialect.product().isMySqlFamily()) {
      script.statement("SET NAMES utf8mb4");
      return;
    }
    script.statement("SET client_encoding = 'UTF8'");
    if (citext()) {
      script.statement("CREATE EXTENSION IF NOT EXISTS citext");
    }
    collations();
  }

  private boolean citext() {
    return Stream.concat(
            Stream.of(types.client(keys)),
            keys.lookups().stream().flatMap(lookup -> types.of(lookup).stream()))
        .anyMatch("citext"::equals);
  }

  private void collations() {
    List<TypeDefinition> own =
        types.collations(
            Stream.concat(
                Stream.of(keys.client()),
                keys.lookups().stream().flatMap(lookup -> lookup.columns().stream())));
    own.stream()
        .map(collation -> collation.name().schema())
        .filter(schema -> !schema.equals("public"))
        .distinct()
        .forEach(s -> script.statement("CREATE SCHEMA IF NOT EXISTS " + dialect.quote(s)));
    own.forEach(collation -> script.statement(SqlText.unterminated(collation.definition())));
  }
}
