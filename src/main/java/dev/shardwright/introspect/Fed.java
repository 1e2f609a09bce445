package dev.shardwright.introspect;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection as SchemaCrawler wants one, over answers that are in memory already: it asks by a
 * question's name and gets the few columns that it looks at, and our row as one more.
 */
final class Fed {
  private final Server server;
  private final Map<String, FedResults> answers;
  private @Nullable Throwable failure;

  Fed(Server server, Map<String, FedResults> answers) {
    this.server = server;
    this.answers = Map.copyOf(answers);
  }

  Connection connection() {
    return proxy(
        Connection.class,
        (method, args) ->
            switch (method.getName()) {
              case "createStatement" -> statement();
              case "getMetaData" -> metaData();
              case "isValid" -> true;
              default -> nothing(method);
            });
  }

  /** What failed here, which SchemaCrawler would only log. */
  void throwFailure() {
    if (failure != null) {
      throw new IllegalStateException("the crawl failed", failure);
    }
  }

  private Statement statement() {
    FedResults[] last = {FedResults.NONE};
    return proxy(
        Statement.class,
        (method, args) ->
            switch (method.getName()) {
              case "execute" -> {
                last[0] = answer(args);
                yield true;
              }
              case "executeQuery" -> results(answer(args));
              case "getResultSet" -> results(last[0]);
              case "getUpdateCount" -> -1;
              default -> nothing(method);
            });
  }

  private FedResults answer(Object @Nullable [] args) throws SQLException {
    String name = args == null ? "" : String.valueOf(args[0]).strip();
    FedResults answer = answers.get(name);
    if (answer == null) {
      throw new SQLException("nobody asked " + name);
    }
    return answer;
  }

  private ResultSet results(FedResults results) {
    return proxy(ResultSet.class, new FedCursor(results, this)::invoke);
  }

  private DatabaseMetaData metaData() {
    return proxy(
        DatabaseMetaData.class,
        (method, args) ->
            switch (method.getName()) {
              case "getDatabaseProductName" -> server.product().title();
              case "getDatabaseProductVersion" -> server.version();
              // It wants some, and a URL.
              case "getURL" -> "jdbc:none:";
              case "getDriverName", "getDriverVersion" -> "none";
              default ->
                  method.getReturnType() == ResultSet.class
                      ? results(FedResults.NONE)
                      : nothing(method);
            });
  }

  /** What a method answers that has nothing to say. */
  static @Nullable Object nothing(Method method) {
    Class<?> type = method.getReturnType();
    if (type == boolean.class) {
      return false;
    }
    if (type == int.class) {
      return 0;
    }
    return type == String.class ? "" : null;
  }

  /** One call of a method. */
  interface Handler {
    @Nullable Object invoke(Method method, Object @Nullable [] args) throws SQLException;
  }

  <T> T proxy(Class<T> type, Handler handler) {
    InvocationHandler noting =
        (proxy, method, args) -> {
          try {
            return handler.invoke(method, args);
          } catch (SQLException | RuntimeException e) {
            failure = e;
            throw e;
          }
        };
    return type.cast(
        Proxy.newProxyInstance(Fed.class.getClassLoader(), new Class<?>[] {type}, noting));
  }
}
