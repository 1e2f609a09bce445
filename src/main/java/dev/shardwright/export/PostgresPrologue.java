package dev.shardwright.export;

import dev.shardwright.dialect.Dialect;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/** What a PostgreSQL schema file begins with: settings, schemas, extensions, roles. */
final class PostgresPrologue {
  private final Part part;
  private final Dialect dialect;

  PostgresPrologue(Part part) {
    this.part = part;
    dialect = part.dialect();
  }

  void write(Script script, SortedSet<String> schemas) {
    script.heading("Settings of the loading session");
    script.blank().statement("SET client_encoding = 'UTF8'");
    script.statement("SET standard_conforming_strings = on");
    script.statement("SET check_function_bodies = off");
    script.statement("SET client_min_messages = warning");
    schemas(script, schemas);
    roles(script);
  }

  // a policy for a role that is not there is refused
  private void roles(Script script) {
    Set<String> roles = Prerequisites.roles(part).keySet();
    if (!roles.isEmpty()) {
      script.heading("Roles that policies name").blank();
      roles.forEach(role -> script.statement(roleUnlessThere(role)));
    }
  }

  /** Makes a role that may not log in, where there is none; its name is quoted where it must be. */
  static String roleUnlessThere(String role) {
    return "DO $user$ BEGIN\n  IF to_regrole("
        + "'"
        + role.replace("'", "''")
        + "') IS NULL THEN\n    CREATE ROLE "
        + role
        + " NOLOGIN;\n  END IF;\nEND $user$";
  }

  private void schemas(Script script, SortedSet<String> needed) {
    List<String> schemas = needed.stream().filter(s -> !s.equals("public")).toList();
    List<String> preamble = preamble(needed);
    if (schemas.isEmpty() && preamble.isEmpty()) {
      return;
    }
    script.heading("Schemas and extensions").blank();
    schemas.forEach(s -> script.statement("CREATE SCHEMA IF NOT EXISTS " + dialect.quote(s)));
    preamble.forEach(script::statement);
  }

  private List<String> preamble(SortedSet<String> schemas) {
    List<String> statements = part.plan().schema().preamble();
    if (statements.isEmpty()) {
      return part.plan().schema().extensions().stream()
          .filter(e -> !e.equals("plpgsql"))
          .map(e -> "CREATE EXTENSION IF NOT EXISTS " + dialect.quote(e))
          .toList();
    }
    return statements.stream()
        .filter(sql ->
            !sql.startsWith("COMMENT ON SCHEMA ")
                || schemas.stream()
                    .anyMatch(
                        s -> sql.startsWith("COMMENT ON SCHEMA " + dialect.quote(s) + " IS ")))
        .toList();
  }
}
