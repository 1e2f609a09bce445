package dev.shardwright.introspect;

import static dev.shardwright.introspect.Dictionary.bare;

import dev.shardwright.model.Column;
import dev.shardwright.model.ColumnType;
import dev.shardwright.model.Product;
import dev.shardwright.model.TypeFamily;
import dev.shardwright.sql.MySqlFamilies;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Columns of MySQL and MariaDB, whose dictionaries print defaults in different ways. */
record MySqlColumns(Product product) {
  private static final Pattern ON_UPDATE =
      Pattern.compile("on update (\\S+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern NOW =
      Pattern.compile("current_timestamp(\\(\\d*\\))?", Pattern.CASE_INSENSITIVE);

  Column column(schemacrawler.schema.Column found, Optional<String> tableCollation) {
    Facts facts = Facts.of(found);
    String extra = facts.text("EXTRA").orElse("");
    String sql = facts.text("FULL_TYPE").orElse("");
    ColumnType type = new ColumnType(sql, MySqlFamilies.of(sql));
    Optional<Column.Generated> generated = generated(facts, extra);
    Optional<String> defaultSql =
        generated.isPresent() ? Optional.empty() : defaultSql(facts, extra, type);
    Matcher onUpdate = ON_UPDATE.matcher(extra);
    return new Column(
        bare(found.getName()),
        type,
        found.isNullable(),
        defaultSql,
        generated,
        identity(extra, defaultSql),
        onUpdate.find() ? Optional.of(onUpdate.group(1)) : Optional.empty(),
        facts.text("COLUMN_COLLATION").filter(c -> !tableCollation.equals(Optional.of(c))),
        facts.filled("REMARKS"));
  }

  private static Column.Identity identity(String extra, Optional<String> defaultSql) {
    if (extra.toLowerCase(Locale.ROOT).contains("auto_increment")) {
      return Column.Identity.AUTO_INCREMENT;
    }
    return defaultSql.filter(d -> d.toLowerCase(Locale.ROOT).startsWith("nextval(")).isPresent()
        ? Column.Identity.SEQUENCE_DEFAULT
        : Column.Identity.NONE;
  }

  // MySQL says DEFAULT_GENERATED of a mere CURRENT_TIMESTAMP, so "GENERATED" alone proves nothing.
  private Optional<Column.Generated> generated(Facts facts, String extra) {
    String upper = extra.toUpperCase(Locale.ROOT);
    boolean stored = upper.contains("STORED GENERATED") || upper.contains("PERSISTENT");
    if (!stored && !upper.contains("VIRTUAL GENERATED") && !upper.equals("VIRTUAL")) {
      return Optional.empty();
    }
    return facts
        .filled("GENERATION_EXPRESSION")
        .map(e -> new Column.Generated(unescaped(e), stored));
  }

  /** MySQL escapes stored expressions; MariaDB does not. */
  private String unescaped(String expression) {
    return product == Product.MYSQL ? MySqlNames.unescaped(expression) : expression;
  }

  private Optional<String> defaultSql(Facts facts, String extra, ColumnType type) {
    Optional<String> text = facts.text("DEFAULT_TEXT");
    // MariaDB manual, "COLUMNS": literals are quoted, an explicit NULL default reads NULL.
    return product == Product.MARIADB
        ? text.filter(t -> !t.equals("NULL"))
        : text.map(t -> mySqlDefault(t, extra, type));
  }

  private String mySqlDefault(String text, String extra, ColumnType type) {
    if (NOW.matcher(text).matches() && type.family() == TypeFamily.TEMPORAL) {
      return text;
    }
    if (extra.contains("DEFAULT_GENERATED")) {
      return "(" + unescaped(text) + ")";
    }
    boolean bare =
        switch (type.family()) {
          case INTEGER, DECIMAL, FLOAT -> true;
          case BINARY -> text.startsWith("0x");
          default -> text.startsWith("b'") && type.sql().startsWith("bit");
        };
    return bare ? text : "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}
