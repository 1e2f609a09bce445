package dev.shardwright.sql;

import dev.shardwright.model.TableName;
import dev.shardwright.sql.BodyEffects.Effect;
import dev.shardwright.sql.PostgresTokens.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads bodies of PostgreSQL functions and rules by a scan of their tokens. */
final class PostgresBodies {
  private static final Token NOTHING = new Token("", false, false);
  // Words before a parenthesis that are no calls.
  private static final Set<String> NO_CALLS =
      Set.of(
          "and",
          "any",
          "all",
          "array",
          "as",
          "by",
          "case",
          "check",
          "coalesce",
          "conflict",
          "copy",
          "else",
          "elsif",
          "except",
          "exists",
          "filter",
          "from",
          "greatest",
          "group",
          "having",
          "if",
          "in",
          "insert",
          "intersect",
          "into",
          "join",
          "lateral",
          "least",
          "not",
          "nullif",
          "on",
          "or",
          "over",
          "overlay",
          "partition",
          "raise",
          "return",
          "row",
          "select",
          "set",
          "some",
          "table",
          "then",
          "union",
          "update",
          "using",
          "values",
          "varchar",
          "char",
          "numeric",
          "decimal",
          "when",
          "where",
          "while",
          "with",
          "within",
          "returning",
          "extract",
          "substring",
          "trim",
          "position",
          "cast",
          "execute",
          "perform",
          "call",
          "interval",
          "timestamp",
          "time",
          "bit",
          "character",
          "varying",
          "unique",
          "key",
          "default",
          "materialized",
          "loop",
          "between");
  // Values that are not the same the next time.
  private static final Set<String> BY_MORE =
      Set.of(
          "now",
          "clock_timestamp",
          "statement_timestamp",
          "transaction_timestamp",
          "timeofday",
          "current_timestamp",
          "current_date",
          "current_time",
          "localtime",
          "localtimestamp",
          "random",
          "gen_random_uuid",
          "uuid_generate_v4",
          "uuid_generate_v1",
          "uuidv7",
          "uuidv4",
          "current_user",
          "session_user",
          "user",
          "current_role",
          "current_setting",
          "nextval",
          "currval",
          "lastval",
          "pg_backend_pid",
          "txid_current",
          "pg_current_xact_id",
          "inet_client_addr",
          "select");
  private static final Set<String> SIDE_EFFECTS =
      Set.of(
          "pg_notify",
          "dblink",
          "dblink_exec",
          "dblink_connect",
          "http",
          "http_get",
          "http_post",
          "nextval",
          "setval",
          "set_config",
          "pg_advisory_lock",
          "pg_advisory_xact_lock",
          "pg_try_advisory_lock",
          "pg_try_advisory_xact_lock",
          "pg_advisory_unlock",
          "pg_sleep",
          "pg_cancel_backend",
          "pg_terminate_backend",
          "lo_unlink",
          "lo_import");

  private final List<Token> tokens;
  private final BodyTables names;
  private final boolean procedural;
  private final Set<TableName> writes = new HashSet<>();
  private final Set<TableName> reads = new HashSet<>();
  private final Set<String> calls = new TreeSet<>();
  private final Set<Effect> effects = new TreeSet<>();
  private final Set<String> returns = new TreeSet<>();
  private final Set<String> own = new HashSet<>();
  private final Set<String> aliases = new HashSet<>();
  private boolean byMore;

  /**
   * @param procedural true for PL/pgSQL, which has assignments and where INTO names variables
   */
  PostgresBodies(String body, BodyTables names, boolean procedural) {
    this.tokens = PostgresTokens.of(body);
    this.names = names;
    this.procedural = procedural;
  }

  BodyEffects read() {
    namesOfWith();
    aliasesOfRow();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).name() && !tokens.get(i).quoted()) {
        word(i);
      } else if (tokens.get(i).name()) {
        quoted(i);
      }
    }
    return new BodyEffects(
        List.copyOf(writes),
        List.copyOf(reads),
        List.copyOf(calls),
        new TreeSet<>(effects),
        byMore,
        returns);
  }

  private Token at(int i) {
    return i >= 0 && i < tokens.size() ? tokens.get(i) : NOTHING;
  }

  /** {@code WITH a AS (…), b (x) AS MATERIALIZED (…)}: tables of the statement's own. */
  private void namesOfWith() {
    for (int i = 0; i < tokens.size(); i++) {
      boolean opens =
          at(i).is("as") && (at(i + 1).sign("(") || at(i + 2).sign("(") || at(i + 3).sign("("));
      boolean materialized =
          at(i + 1).sign("(") || at(i + 1).is("materialized") || at(i + 1).is("not");
      Token before = at(i - 1);
      boolean with = at(i - 2).is("with") || at(i - 2).is("recursive") || at(i - 2).sign(",");
      if (opens && materialized && before.name() && with) {
        own.add(before.text());
      }
    }
  }

  private void word(int i) {
    Token token = tokens.get(i);
    switch (token.text()) {
      case "insert" -> write(i + 1, "into");
      case "merge" -> write(i + 1, "into");
      case "delete" -> write(i + 1, "from");
      case "update" -> update(i);
      case "truncate" -> truncate(i + 1);
      case "copy" -> copy(i + 1);
      case "from", "join" -> source(i);
      case "using" -> source(i);
      case "into" -> into(i);
      case "execute" -> {
        if (procedural && !at(i + 1).is("function") && !at(i + 1).is("procedure")) {
          effects.add(Effect.UNKNOWN);
        }
      }
      case "notify", "listen", "unlisten" -> {
        if (statementStart(i)) {
          effects.add(Effect.SIDE_EFFECT);
        }
      }
      case "raise" -> raise(i);
      case "return" -> returned(i);
      case "do" -> anonymous(i);
      case "for", "foreach", "diagnostics" -> {
        if (!at(i - 1).is("alias")) {
          filled(i + 1);
        }
      }
      case "create",
          "alter",
          "drop",
          "grant",
          "revoke",
          "refresh",
          "reindex",
          "vacuum",
          "lock",
          "set",
          "reset",
          "cluster",
          "discard",
          "import",
          "reassign",
          "security",
          "load" ->
          ddl(i);
      default -> {
        if (row(tokens.get(i))) {
          assigned(i);
        }
      }
    }
    call(i);
  }

  /** A quoted name is no keyword, but may be the row or a function. */
  private void quoted(int i) {
    if (row(at(i))) {
      assigned(i);
    }
    call(i);
  }

  /** The new row, by its name or by one that DECLARE gives it. */
  private boolean row(Token token) {
    return token.name() && (token.text().equals("new") || aliases.contains(token.text()));
  }

  /** {@code n ALIAS FOR NEW}. */
  private void aliasesOfRow() {
    for (int i = 0; i < tokens.size(); i++) {
      if (at(i).is("alias") && at(i + 1).is("for") && row(at(i + 2)) && at(i - 1).name()) {
        aliases.add(at(i - 1).text());
      }
    }
  }

  private boolean statementStart(int i) {
    Token before = at(i - 1);
    return i == 0
        || before.sign(";")
        || before.sign(">")
        || before.sign("(")
        || Set.of("begin", "then", "else", "loop", "do", "also", "instead", "declare", "as")
            .contains(before.text());
  }

  /** {@code DO $$ … $$} is a program in a string; a rule's DO and ON CONFLICT's are none. */
  private void anonymous(int i) {
    boolean rule = Set.of("also", "instead", "update", "nothing").contains(at(i + 1).text());
    if (statementStart(i) && !rule) {
      effects.add(Effect.UNKNOWN);
    }
  }

  /** FOR, FOREACH and GET DIAGNOSTICS put values where they say, also into the row. */
  private void filled(int i) {
    int from = i;
    while (procedural && (at(from).name() || at(from).sign(".") || at(from).sign(","))) {
      if (at(from).is("in") || at(from).is("update") || at(from).is("share")) {
        return;
      }
      if (row(at(from)) && !at(from - 1).sign(".")) {
        effects.add(Effect.ROW_CHANGE);
        byMore = true;
      }
      from++;
    }
  }

  /** A table's name from a place on, {@code ONLY} aside. */
  private List<String> name(int from) {
    int i = at(from).is("only") || at(from).is("table") ? from + 1 : from;
    i = at(i).is("only") ? i + 1 : i;
    List<String> parts = new ArrayList<>();
    while (at(i).name()) {
      parts.add(at(i).text());
      if (!at(i + 1).sign(".")) {
        break;
      }
      i += 2;
    }
    return parts;
  }

  private void write(int i, String word) {
    if (at(i).is(word)) {
      wrote(name(i + 1));
    }
  }

  private void wrote(List<String> name) {
    effects.add(Effect.DML);
    writes.addAll(names.find(name));
  }

  /** UPDATE as a statement: not FOR UPDATE, ON UPDATE, DO UPDATE SET or BEFORE UPDATE. */
  private void update(int i) {
    Token before = at(i - 1);
    boolean other =
        Set.of("for", "on", "do", "or", "before", "after", "of", "no").contains(before.text())
            && !(before.is("do") && !at(i + 1).is("set"));
    List<String> name = name(i + 1);
    if (!other && !name.isEmpty() && !at(i + 1).is("set") && !at(i + 1).is("skip")) {
      wrote(name);
    }
  }

  private void truncate(int from) {
    int i = from;
    while (true) {
      List<String> name = name(i);
      if (name.isEmpty()) {
        return;
      }
      wrote(name);
      while (at(i).name() || at(i).sign(".")) {
        i++;
      }
      if (!at(i).sign(",")) {
        return;
      }
      i++;
    }
  }

  private void copy(int i) {
    for (int end = i; end < tokens.size() && !at(end).sign(";"); end++) {
      if (at(end).is("from")) {
        wrote(name(i));
        return;
      }
      if (at(end).is("to")) {
        effects.add(Effect.DML); // it writes a file
        return;
      }
    }
  }

  /** The tables after FROM, JOIN and USING, with the commas between them. */
  private void source(int from) {
    boolean ofDelete = at(from - 1).is("delete");
    int i = from + 1;
    while (!ofDelete) {
      i = at(i).is("lateral") ? i + 1 : i;
      List<String> name = name(i);
      int end = i + (at(i).is("only") ? 1 : 0) + Math.max(0, 2 * name.size() - 1);
      boolean function = at(end).sign("(");
      boolean ownName = name.size() == 1 && own.contains(name.getFirst());
      if (!function && !ownName) {
        reads.addAll(names.find(name));
      }
      if (name.isEmpty() || function || !at(from).is("from")) {
        return;
      }
      end += at(end).is("as") ? 1 : 0;
      end += at(end).name() && !at(end + 1).sign(".") && at(end + 1).sign(",") ? 1 : 0;
      if (!at(end).sign(",")) {
        return;
      }
      i = end + 1;
    }
  }

  private void into(int i) {
    int target = at(i + 1).is("strict") ? i + 2 : i + 1;
    Token before = at(i - 1);
    if (before.is("insert") || before.is("merge")) {
      return;
    }
    for (int j = target;
        j < tokens.size() && (at(j).name() || at(j).sign(".") || at(j).sign(","));
        j++) {
      if (row(at(j)) && (j == target || at(j - 1).sign(","))) {
        effects.add(Effect.ROW_CHANGE);
        byMore = true;
      }
      if (at(j).is("from")) {
        break;
      }
    }
    if (!procedural
        && (at(target).is("table") || at(target).is("temp") || at(target).is("unlogged"))) {
      effects.add(Effect.DML);
    }
  }

  private void raise(int i) {
    Token level = at(i + 1);
    if (Set.of("notice", "warning", "info", "log", "debug").contains(level.text())) {
      effects.add(Effect.SIDE_EFFECT);
    }
  }

  private void returned(int i) {
    Token value = at(i + 1);
    boolean alone = at(i + 2).sign(";") || i + 2 >= tokens.size();
    if (!procedural || value.sign(";") || value.is("query") || value.is("next")) {
      return;
    }
    String known = value.text().toUpperCase(java.util.Locale.ROOT);
    returns.add(alone && Set.of("NEW", "OLD", "NULL").contains(known) ? known : "OTHER");
  }

  /** {@code NEW.x := …}, {@code NEW.x = …} and {@code NEW := …} where a statement begins. */
  private void assigned(int i) {
    if (!procedural || !statementStart(i)) {
      return;
    }
    int sign = i + 1;
    while (at(sign).sign(".") || (at(sign).name() && at(sign - 1).sign("."))) {
      sign++;
    }
    if (at(sign).sign("[")) {
      while (sign < tokens.size() && !at(sign).sign("]")) {
        sign++;
      }
      sign++;
    }
    if (!at(sign).sign(":=") && !at(sign).sign("=")) {
      return;
    }
    effects.add(Effect.ROW_CHANGE);
    for (int j = sign + 1; j < tokens.size() && !at(j).sign(";"); j++) {
      boolean bare = at(j).name() && !at(j).quoted() && !at(j - 1).sign(".");
      byMore |= bare && BY_MORE.contains(at(j).text());
      byMore |= at(j).name() && !at(j - 1).sign(".") && variable(j);
    }
  }

  private boolean variable(int i) {
    boolean named = at(i + 1).sign("(") || at(i + 1).sign(".") || at(i - 1).sign("::");
    boolean cast = at(i - 1).sign(":") && at(i - 2).sign(":");
    return !named && !cast && (at(i).quoted() || !OwnValues.word(at(i).text()));
  }

  private void ddl(int i) {
    if (at(i + 1).is("rule") || at(i + 3).is("rule")) {
      return; // the head of a rule's own definition
    }
    if (!statementStart(i) || (procedural && at(i - 1).is("as"))) {
      return;
    }
    boolean temporary = at(i + 1).is("temp") || at(i + 1).is("temporary") || at(i + 1).is("local");
    boolean session = Set.of("set", "reset", "lock").contains(at(i).text()) || temporary;
    effects.add(session ? Effect.SIDE_EFFECT : Effect.UNKNOWN);
  }

  private void call(int i) {
    Token token = tokens.get(i);
    boolean qualified = at(i - 1).sign(".");
    boolean keyword = !token.quoted() && NO_CALLS.contains(token.text());
    if (!at(i + 1).sign("(") || keyword || afterTableWord(i)) {
      return;
    }
    if (SIDE_EFFECTS.contains(token.text())) {
      effects.add(Effect.SIDE_EFFECT);
    }
    calls.add(qualified && at(i - 2).name() ? at(i - 2).text() + "." + token.text() : token.text());
  }

  /** {@code INSERT INTO t (…)}, {@code WITH t (…)}, {@code EXCLUDE USING gist (…)} call nothing. */
  private boolean afterTableWord(int i) {
    int first = at(i - 1).sign(".") ? i - 2 : i;
    Token before = at(first - 1);
    return before.is("into")
        || before.is("with")
        || before.is("recursive")
        || before.is("table")
        || (before.is("using") && at(first - 2).is("exclude"))
        || own.contains(tokens.get(i).text());
  }
}
