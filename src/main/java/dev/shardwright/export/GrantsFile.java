package dev.shardwright.export;

import dev.shardwright.classify.Kind;
import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.Routine;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UserError;
import dev.shardwright.model.View;
import dev.shardwright.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the users of planner.md 10.7 with their rights, one part per kind of database. */
final class GrantsFile {
  /** The only user besides the owner who may write context tables. */
  static final String CONTEXT_MANAGER = "context_manager";

  private static final String SHARD_APP = "shard_app";
  private static final String NEUTRAL_APP = "neutral_app";
  private static final String NEUTRAL_MANAGER = "neutral_manager";
  private static final String DISPATCH_APP = "dispatch_app";
  private static final String MOVER = "client_mover";

  private static final Map<String, String> USERS = new LinkedHashMap<>();

  static {
    USERS.put(NEUTRAL_APP, "the application on the neutral database: reads");
    USERS.put(NEUTRAL_MANAGER, "who keeps the neutral data: reads and writes");
    USERS.put(SHARD_APP, "the application on a shard: writes client tables, reads context tables");
    USERS.put(CONTEXT_MANAGER, "who changes context data, on all shards or on none");
    USERS.put(DISPATCH_APP, "the application on dispatch: finds, adds and locks clients");
    USERS.put(
        MOVER,
        "who moves clients; never an administrator, whose sessions skip the settings of others and"
            + " damage text");
  }

  private static final String READ = "SELECT";
  private static final String WRITE = "SELECT, INSERT, UPDATE, DELETE";

  private final Plan plan;
  private final ExportOptions options;
  private final Script script;
  private final Dialect dialect;
  private final boolean mysql;

  GrantsFile(Plan plan, ExportOptions options, Script script) {
    this.plan = plan;
    this.options = options;
    this.script = script;
    dialect = Dialect.of(plan.schema().origin().product());
    mysql = dialect.product().isMySqlFamily();
  }

  void write() {
    script
        .gap()
        .comment(
            "The users cannot log in before each gets a password of its own: "
                + (mysql
                    ? "ALTER USER shard_app IDENTIFIED BY '…' ACCOUNT UNLOCK."
                    : "ALTER ROLE shard_app LOGIN, then \\password shard_app in psql."))
        .comment(
            "Where one user must do for all, nothing but check 1 of checks.sql guards the context"
                + " data.");
    script.heading("The users").blank();
    USERS.forEach(this::user);
    pastPolicies();
    side("neutral database", Part.of(plan, Side.NEUTRAL));
    side("shard", Part.of(plan, Side.SHARD));
    dispatch();
  }

  private void user(String name, String who) {
    script.comment(name + ": " + who + ".");
    script.statement(
        mysql
            ? "CREATE USER IF NOT EXISTS " + name + " ACCOUNT LOCK"
            : PostgresPrologue.roleUnlessThere(name));
  }

  // client_copy.sql reads with row_security off, so that it fails rather than leaves rows behind
  private void pastPolicies() {
    String guarded =
        Part.of(plan, Side.SHARD).tables().stream()
            .filter(t -> t.options().contains("ENABLE ROW LEVEL SECURITY"))
            .map(t -> t.name().toString())
            .collect(Collectors.joining(", "));
    if (!guarded.isEmpty()) {
      script.comment(
          "Policies hide rows of "
              + guarded
              + " from all but the owner, and who moves clients must see them all.");
      script.statement(
          """
          DO $policies$ BEGIN
            ALTER ROLE {mover} BYPASSRLS;
          EXCEPTION WHEN insufficient_privilege THEN
            RAISE WARNING 'only a superuser gives BYPASSRLS: until {mover} has it, move clients as the owner of the tables';
          END $policies$\
          """
              .replace("{mover}", MOVER));
    }
  }

  private void side(String title, Part part) {
    List<String> grants = new ArrayList<>();
    boolean shard = part.side() == Side.SHARD;
    if (!mysql) {
      grants.addAll(schemas(part, shard));
    }
    for (Table table : part.tables()) {
      String name = part.name(table.name());
      if (!shard) {
        grants.add(grant(READ, name, NEUTRAL_APP));
        grants.add(grant(WRITE, name, NEUTRAL_MANAGER));
      } else if (plan.kind(table.name()) == Kind.CONTEXT) {
        grants.add(grant(READ, name, SHARD_APP));
        grants.add(grant(READ, name, MOVER));
        grants.add(grant(WRITE, name, CONTEXT_MANAGER));
      } else {
        grants.add(grant(WRITE, name, SHARD_APP));
        grants.add(grant(WRITE, name, MOVER));
      }
    }
    SideObjects.of(part).late().stream()
        .filter(View.class::isInstance)
        .map(View.class::cast)
        .forEach(
            v -> grants.add(grant(READ, part.name(v.name()), shard ? SHARD_APP : NEUTRAL_APP)));
    grants.addAll(execute(part, shard));
    grants.addAll(sequences(part, shard));
    part.tables().stream()
        .findFirst()
        .ifPresent(t -> where(title, part, t.name(), users(shard), grants));
  }

  // PostgreSQL lets everybody execute, until somebody takes that right away
  private List<String> execute(Part part, boolean shard) {
    SideObjects objects = SideObjects.of(part);
    return Stream.<Object>concat(objects.early().stream(), objects.late().stream())
        .filter(Routine.class::isInstance)
        .map(Routine.class::cast)
        .map(routine -> "GRANT EXECUTE ON " + called(part, routine) + " TO " + users(shard))
        .toList();
  }

  private String called(Part part, Routine routine) {
    String kind =
        routine.kind() == Routine.Kind.AGGREGATE
            ? "FUNCTION "
            : routine.kind().word().toUpperCase(Locale.ROOT) + " ";
    String name = part.name(new TableName(routine.schema(), routine.name()));
    return kind + name + (mysql ? "" : routine.signature());
  }

  private List<String> schemas(Part part, boolean shard) {
    List<String> grants = new ArrayList<>();
    TreeSet<String> ofTables = new TreeSet<>();
    part.tables().forEach(t -> ofTables.add(t.name().schema()));
    TreeSet<String> schemas = new TreeSet<>(ofTables);
    schemas.addAll(SideObjects.of(part).schemas());
    SequenceUse.ofNoTable(plan.schema()).forEach(s -> schemas.add(s.name().schema()));
    for (String schema : schemas) {
      grants.add("GRANT USAGE ON SCHEMA " + dialect.quote(schema) + " TO " + users(shard));
      if (ofTables.contains(schema)) {
        grants.add(
            "ALTER DEFAULT PRIVILEGES IN SCHEMA "
                + dialect.quote(schema)
                + " GRANT SELECT ON TABLES TO "
                + (shard ? SHARD_APP : NEUTRAL_APP));
      }
    }
    return grants;
  }

  private static String users(boolean shard) {
    return shard
        ? SHARD_APP + ", " + CONTEXT_MANAGER + ", " + MOVER
        : NEUTRAL_APP + ", " + NEUTRAL_MANAGER;
  }

  /**
   * A sequence goes with its tables; one of no table with whoever writes. MariaDB takes the next
   * value for an INSERT into the sequence.
   */
  private List<String> sequences(Part part, boolean shard) {
    String writers = shard ? SHARD_APP + ", " + MOVER : NEUTRAL_MANAGER;
    PostgresSequences all = new PostgresSequences(part);
    Map<String, Set<String>> users = new LinkedHashMap<>();
    for (Table table : part.tables()) {
      boolean context = shard && plan.kind(table.name()) == Kind.CONTEXT;
      table
          .columns()
          .forEach(c ->
              all.feeding(table, c)
                  .ifPresent(s ->
                      users
                          .computeIfAbsent(part.name(s.name()), _ -> new TreeSet<>())
                          .add(context ? CONTEXT_MANAGER : writers)));
    }
    SequenceUse.ofNoTable(plan.schema())
        .forEach(s -> users.put(part.name(s.name()), Set.of(writers)));
    return users.entrySet().stream()
        .map(e ->
            grant(
                mysql ? "SELECT, INSERT" : "USAGE",
                (mysql ? "" : "SEQUENCE ") + e.getKey(),
                String.join(", ", e.getValue())))
        .toList();
  }

  private void dispatch() {
    List<String> tables = new ArrayList<>(List.of("shards"));
    switch (options.layout()) {
      case DIRECTORY -> tables.add("client_dispatch");
      case HASH -> tables.add("client_buckets");
      case RANGE -> tables.add("client_ranges");
      case REGION -> {
        tables.add("region_shards");
        tables.add("client_dispatch");
      }
    }
    try {
      LookupNames.of(DispatchKeys.of(plan), dialect)
          .values()
          .forEach(name -> tables.add(LookupNames.written(name, dialect)));
    } catch (UserError e) {
      script.heading("On dispatch").comment(e.sentence());
      return;
    }
    List<String> grants = new ArrayList<>();
    for (String table : tables) {
      boolean ofClients = table.startsWith("client_dispatch") || table.contains("dispatch_");
      grants.add(grant(ofClients ? WRITE : READ, table, DISPATCH_APP));
      grants.add(grant(WRITE, table, MOVER));
    }
    Part any = Part.of(plan, Side.SHARD);
    where("dispatch", any, new TableName("", "shards"), DISPATCH_APP + ", " + MOVER, grants);
  }

  /** Grants that only run where the table is there. */
  private void where(String title, Part part, TableName there, String users, List<String> grants) {
    script.heading("On the " + title.replace("dispatch", "dispatch database")).blank();
    if (!mysql) {
      String table = there.schema().isEmpty() ? there.name() : dialect.qualified(there);
      script.statement(
          "DO $grants$ BEGIN\n  IF to_regclass("
              + dialect.literal(table)
              + ") IS NOT NULL THEN\n"
              + "    EXECUTE format('GRANT CONNECT ON DATABASE %I TO "
              + users
              + "', current_database());\n"
              + grants.stream().map(g -> "    " + g + ";\n").collect(Collectors.joining())
              + "  END IF;\nEND $grants$");
      return;
    }
    String schema =
        part.qualified() && !there.schema().isEmpty()
            ? dialect.literal(there.schema())
            : "DATABASE()";
    script.statement(
        "SET @here = (SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = "
            + schema
            + " AND table_name = "
            + dialect.literal(there.name())
            + ")");
    for (String grant : grants) {
      script
          .blank()
          .statement("SET @grant = IF(@here, " + dialect.literal(grant) + ", 'DO 0')")
          .statement("PREPARE granting FROM @grant")
          .statement("EXECUTE granting");
    }
  }

  private static String grant(String rights, String table, String user) {
    return "GRANT " + rights + " ON " + table + " TO " + user;
  }
}
