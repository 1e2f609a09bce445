package dev.shardwright.introspect;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A connection as others may use it: every statement is checked, counted and can be cancelled, and
 * closing it does nothing, because it belongs to the session.
 */
final class Watched {
  private final Journal journal;
  private final ReadOnlyGuard guard;
  private final Runnable check;

  /**
   * Watches a session's statements.
   *
   * @param check asked before each statement and every thousand rows; throws to end the work
   */
  Watched(Journal journal, ReadOnlyGuard guard, Runnable check) {
    this.journal = journal;
    this.guard = guard;
    this.check = check;
  }

  Connection connection(Connection raw) {
    return proxy(
        Connection.class,
        (proxy, method, args) ->
            switch (method.getName()) {
              case "createStatement" ->
                  statement(Statement.class, (Statement) result(call(raw, method, args)), null);
              case "prepareStatement" -> prepared(raw, method, args);
              case "getMetaData" -> metaData((DatabaseMetaData) result(call(raw, method, args)));
              case "close" -> null;
              case "prepareCall", "setReadOnly", "setAutoCommit", "abort", "unwrap" ->
                  throw new SQLException(method.getName() + " is not for readers");
              default -> call(raw, method, args);
            });
  }

  private Object prepared(Connection raw, Method method, Object @Nullable [] args)
      throws Throwable {
    String sql = (String) Objects.requireNonNull(args)[0];
    guard.check(sql);
    PreparedStatement statement = (PreparedStatement) result(call(raw, method, args));
    return statement(PreparedStatement.class, statement, sql);
  }

  private <S extends Statement> S statement(Class<S> type, S raw, @Nullable String prepared) {
    return proxy(type, new StatementHandler(raw, prepared));
  }

  /** Runs, counts and times what a statement executes. */
  private final class StatementHandler implements InvocationHandler {
    private final Statement raw;
    private final @Nullable String prepared;
    private Journal.@Nullable Entry last;

    StatementHandler(Statement raw, @Nullable String prepared) {
      this.raw = raw;
      this.prepared = prepared;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args)
        throws Throwable {
      return switch (method.getName()) {
        case "execute", "executeQuery" -> rows(execute(method, args));
        case "getResultSet" -> rows(call(raw, method, args));
        case "executeUpdate", "executeLargeUpdate", "executeBatch", "addBatch", "unwrap" ->
            throw new SQLException(method.getName() + " is not for readers");
        default -> call(raw, method, args);
      };
    }

    private @Nullable Object execute(Method method, Object @Nullable [] args) throws Throwable {
      String sql = args == null || args.length == 0 ? prepared : (String) args[0];
      String text = Objects.requireNonNull(sql);
      check.run();
      guard.check(text);
      Journal.Entry entry = journal.begin(text);
      last = entry;
      try {
        return journal.time(entry, raw, () -> result(callSql(raw, method, args)));
      } finally {
        check.run();
      }
    }

    private @Nullable Object rows(@Nullable Object result) {
      Journal.Entry entry = last;
      return result instanceof ResultSet raw && entry != null ? counted(raw, entry) : result;
    }
  }

  private ResultSet counted(ResultSet raw, Journal.Entry entry) {
    int[] seen = {0};
    return proxy(
        ResultSet.class,
        (proxy, method, args) -> {
          try {
            return switch (method.getName()) {
              case "getMetaData" -> shortTexts(raw.getMetaData());
              case "next" -> next(raw, entry, seen);
              default -> call(raw, method, args);
            };
          } catch (SQLException e) {
            entry.failed(e);
            throw e;
          }
        });
  }

  private boolean next(ResultSet raw, Journal.Entry entry, int[] seen) throws SQLException {
    boolean more = raw.next();
    if (more) {
      entry.row();
    }
    if (++seen[0] % 1000 == 0) {
      check.run();
    }
    return more;
  }

  /**
   * Says VARCHAR of the long texts of MySQL's dictionary: SchemaCrawler copies each value of a
   * LONGVARCHAR through 400 kB of buffers, which was half of its time.
   */
  private static ResultSetMetaData shortTexts(ResultSetMetaData raw) {
    return proxy(
        ResultSetMetaData.class,
        (proxy, method, args) -> {
          Object answer = call(raw, method, args);
          return method.getName().equals("getColumnType")
                  && Objects.equals(answer, Types.LONGVARCHAR)
              ? Types.VARCHAR
              : answer;
        });
  }

  /** Drivers answer some questions about the database by statements of their own. */
  private DatabaseMetaData metaData(DatabaseMetaData raw) {
    return proxy(
        DatabaseMetaData.class,
        (proxy, method, args) -> {
          if (method.getReturnType() == ResultSet.class) {
            check.run();
            journal.begin("(the driver's own) " + method.getName());
          }
          return call(raw, method, args);
        });
  }

  private static Object result(@Nullable Object result) {
    return Objects.requireNonNull(result, "the driver returned nothing");
  }

  private static @Nullable Object callSql(Object target, Method method, Object @Nullable [] args)
      throws SQLException {
    try {
      return call(target, method, args);
    } catch (SQLException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new SQLException(e);
    }
  }

  private static @Nullable Object call(Object target, Method method, Object @Nullable [] args)
      throws Throwable {
    try {
      return method.invoke(target, args);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(Watched.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
