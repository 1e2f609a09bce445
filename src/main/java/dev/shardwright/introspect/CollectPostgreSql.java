package dev.shardwright.introspect;

import dev.shardwright.introspect.CollectScript.Part;
import dev.shardwright.model.Product;
import java.util.List;

/** Writes the script for psql: a question is a SELECT whose rows come out as JSON, one a line. */
final class CollectPostgreSql {
  private static final String BEGIN =
      """
      -- Collects what Shardwright has to know of a PostgreSQL database (12 and newer) to plan its
      -- split. It reads catalogs only, no row of yours; the session is read-only and no statement
      -- runs longer than a minute. Run it by psql 11 or newer, as a user who may connect:
      --
      --   psql -X -f collect-postgresql.sql shop > shop.collected
      --   psql -X -v schemas="'public', 'billing'" -f collect-postgresql.sql shop > shop.collected
      --
      -- and give shop.collected to Shardwright in place of a database. Without schemas it is public.
      -- The file holds names, types, comments, and the texts of views, triggers and routines.
      \\set QUIET on
      \\set ON_ERROR_STOP off
      \\pset format unaligned
      \\pset tuples_only on
      \\encoding UTF8
      \\if :{?schemas}
      \\else
      \\set schemas '\\'public\\''
      \\endif
      """;

  private CollectPostgreSql() {}

  static String of(List<Part> questions, List<Part> settings, String server) {
    StringBuilder script = new StringBuilder(BEGIN);
    settings.forEach(setting -> script.append(setting.sql()).append(";\n"));
    said(CollectScript.HEADER, script);
    ask(Question.of(server, List.of(), false).id(), server, script);
    ask(
        CollectScript.SCHEMAS,
        "SELECT nspname AS name FROM pg_catalog.pg_namespace WHERE nspname IN (@SCHEMAS@)",
        script);
    for (Part part : questions) {
      String id = new Question(part.sql()).id();
      if (part.forAll(Product.POSTGRESQL)) {
        ask(id, part.sql(), script);
      } else {
        script
            .append("\nSELECT pg_catalog.current_setting('server_version_num')::int >= ")
            .append(part.from().get(Product.POSTGRESQL))
            .append(" AND pg_catalog.current_setting('server_version_num')::int < ")
            .append(part.until().get(Product.POSTGRESQL))
            .append(" AS this_version \\gset\n\\if :this_version");
        ask(id, part.sql(), script);
        script.append("\\endif\n");
      }
    }
    said(CollectScript.END, script.append('\n'));
    return script.toString();
  }

  /** An answer counts when its name follows it, which it does unless the server refused. */
  private static void ask(String id, String sql, StringBuilder script) {
    script
        .append("\n\\qecho '{\"asking\":\"")
        .append(id)
        .append("\"}'\nSELECT pg_catalog.row_to_json(answer) FROM (\n")
        .append(sql.strip().replace(Question.SCHEMAS, ":schemas"))
        .append("\n) AS answer;\n\\if :ERROR\n\\else\n");
    said(id, script);
    script.append("\\endif\n");
  }

  private static void said(String id, StringBuilder script) {
    script.append("\\qecho '{\"question\":\"").append(id).append("\"}'\n");
  }
}
