package dev.shardwright.export;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.Column;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TypeDefinition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The column types of the dispatch database, which holds none of the source's own types. */
final class DispatchTypes {
  private static final Pattern TABLE_CHARSET =
      Pattern.compile("DEFAULT CHARSET=\\w+(?: COLLATE=\\w+)?");
  private static final Pattern UNBOUNDED = Pattern.compile("(?i)(tiny|medium|long)?(text|blob)\\b");

  private final Schema schema;
  private final boolean mysql;

  DispatchTypes(Schema schema) {
    this.schema = schema;
    mysql = schema.origin().product().isMySqlFamily();
  }

  /** Numbers of shards and buckets. */
  String small() {
    return mysql ? "smallint unsigned" : "smallint";
  }

  /** Numbers of slots: up to 65535. */
  String slot() {
    return mysql ? "smallint unsigned" : "integer";
  }

  String text(int length) {
    return mysql ? "varchar(" + length + ")" : "text";
  }

  /** Names of regions: the root's table may have another character set, and keys need one. */
  String region() {
    return text(64) + (mysql ? " CHARACTER SET utf8mb4" : "");
  }

  String moment() {
    return mysql ? "datetime" : "timestamp with time zone";
  }

  /**
   * A column's type, with its collation, as the dispatch database can hold and index it.
   *
   * @param type the type on the shards
   */
  String of(Column column, String type) {
    String collation = column.collation().map(c -> " COLLATE " + c).orElse("");
    if (!mysql) {
      String plain = ownType(type).map(DispatchTypes::plain).orElse(type);
      return (plain.endsWith(".citext") ? "citext" : plain) + collation;
    }
    Matcher unbounded = UNBOUNDED.matcher(type);
    if (!unbounded.matches()) {
      return type + collation;
    }
    // InnoDB indexes at most 3072 bytes: 768 characters of utf8mb4
    return (unbounded.group(2).equalsIgnoreCase("text") ? "varchar(768)" : "varbinary(3072)")
        + collation;
  }

  /** The type of the client's key. */
  String client(DispatchKeys keys) {
    return of(keys.client(), keys.clientType());
  }

  /** The same in a table like another: a text key has the character set of the root's table. */
  String clientBeside(Table table, DispatchKeys keys) {
    String clientType = client(keys);
    boolean sameCharset = tableOptions(table).equals(tableOptions(keys.root()));
    return sameCharset || !clientType.toLowerCase(Locale.ROOT).contains("char")
        ? clientType
        : clientType + charsetOf(keys.root());
  }

  /** The types of a look-up's columns. */
  List<String> of(DispatchKeys.Lookup lookup) {
    return IntStream.range(0, lookup.columns().size())
        .mapToObj(i -> of(lookup.columns().get(i), lookup.types().get(i)))
        .toList();
  }

  /** The collations of the source's own that columns have: dispatch has none before. */
  List<TypeDefinition> collations(Stream<Column> columns) {
    Dialect dialect = Dialect.of(schema.origin().product());
    Set<String> named =
        columns.flatMap(column -> column.collation().stream()).collect(Collectors.toSet());
    return schema.types().stream()
        .filter(type -> type.kind() == TypeDefinition.Kind.COLLATION)
        .filter(type ->
            named.contains(dialect.qualified(type.name()))
                || named.contains(dialect.quote(type.name().name())))
        .toList();
  }

  private Optional<TypeDefinition> ownType(String type) {
    return schema.types().stream()
        .filter(t -> type.equals(t.name().name()) || type.equals(t.name().toString()))
        .findFirst();
  }

  private static String plain(TypeDefinition type) {
    return type.base().orElse("text");
  }

  /** MySQL: the character set that the source's table has; else nothing. */
  String tableOptions(Table table) {
    if (!mysql) {
      return "";
    }
    String charset =
        table
            .definition()
            .map(TABLE_CHARSET::matcher)
            .filter(Matcher::find)
            .map(Matcher::group)
            .orElse("DEFAULT CHARSET=utf8mb4");
    return " ENGINE=InnoDB " + charset;
  }

  /** MySQL: the same character set as a column's own, e.g. {@code CHARACTER SET latin1}. */
  String charsetOf(Table table) {
    String options = tableOptions(table);
    int at = options.indexOf("CHARSET=");
    return at < 0
        ? ""
        : " CHARACTER SET "
            + options.substring(at + "CHARSET=".length()).replace(" COLLATE=", " COLLATE ");
  }

  String tableOptions() {
    return mysql ? " ENGINE=InnoDB DEFAULT CHARSET=utf8mb4" : "";
  }
}
