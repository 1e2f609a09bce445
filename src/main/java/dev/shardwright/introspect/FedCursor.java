package dev.shardwright.introspect;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Walks over an answer as a result set does. */
final class FedCursor {
  private final FedResults results;
  private final Fed fed;
  private int row = -1;
  private boolean wasNull;

  FedCursor(FedResults results, Fed fed) {
    this.results = results;
    this.fed = fed;
  }

  @Nullable Object invoke(Method method, Object @Nullable [] args) throws SQLException {
    return switch (method.getName()) {
      case "next" -> ++row < results.rows().size();
      case "wasNull" -> wasNull;
      case "getString" -> text(args);
      case "getInt" -> (int) number(args);
      case "getLong" -> number(args);
      case "getShort" -> (short) number(args);
      case "getObject" -> object(args);
      case "getMetaData" -> metaData();
      case "getBoolean", "getArray", "getCharacterStream" ->
          throw new SQLException(method.getName() + " of an answer in memory");
      default -> Fed.nothing(method);
    };
  }

  private String column(Object @Nullable [] args) throws SQLException {
    if (args == null || args.length == 0) {
      throw new SQLException("no column named");
    }
    return args[0] instanceof Integer place
        ? results.seen().get(place - 1)
        : String.valueOf(args[0]);
  }

  private @Nullable String text(Object @Nullable [] args) throws SQLException {
    String text = results.rows().get(row).text(column(args));
    wasNull = text == null;
    return text;
  }

  private long number(Object @Nullable [] args) throws SQLException {
    String text = text(args);
    return text == null ? 0 : new BigDecimal(text).longValue();
  }

  private @Nullable Object object(Object @Nullable [] args) throws SQLException {
    if (column(args).equals(Facts.ATTRIBUTE)) {
      wasNull = false;
      return results.facts().get(row);
    }
    String text = text(args);
    // PostgreSQL's way to say true, which SchemaCrawler does not know.
    return "t".equals(text) ? "true" : text;
  }

  private ResultSetMetaData metaData() {
    return fed.proxy(
        ResultSetMetaData.class,
        (method, args) ->
            switch (method.getName()) {
              case "getColumnCount" -> results.seen().size();
              case "getColumnName", "getColumnLabel" -> column(args);
              case "getColumnType" ->
                  column(args).equals(Facts.ATTRIBUTE) ? Types.JAVA_OBJECT : Types.VARCHAR;
              case "getColumnTypeName" -> "text";
              default -> Fed.nothing(method);
            });
  }
}
