package dev.shardwright.sql;

import dev.shardwright.model.Check;
import dev.shardwright.model.Column;
import dev.shardwright.model.Index;
import dev.shardwright.model.KeyPart;
import dev.shardwright.model.Partitioning;
import dev.shardwright.model.Product;
import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import dev.shardwright.model.TypeFamily;
import dev.shardwright.model.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads columns, keys, checks and options of CREATE TABLE and ALTER TABLE into a draft. */
final class TableReader {
  private static final Pattern NOW =
      Pattern.compile(
          "(?i)(?:current_timestamp|localtime|localtimestamp|now)\\s*(?:\\(\\s*(\\d*)\\s*\\))?");
  private static final Pattern NUMBER = Pattern.compile("'([-+]?[0-9.]+)'");

  private final SchemaDraft schema;
  private final TableDraft table;

  TableReader(SchemaDraft schema, TableDraft table) {
    this.schema = schema;
    this.table = table;
  }

  /** The items between the parentheses of CREATE TABLE. */
  void definitions(Node createDefinitions) {
    for (Node item : createDefinitions.children()) {
      definition(item);
    }
  }

  /** One item: a column, a constraint or an index. */
  void definition(Node item) {
    switch (item.kind()) {
      case "columnDeclaration" -> {
        String name = MySqlName.bare(item.children().getFirst().text());
        item.first("columnDefinition").ifPresent(d -> table.columns.add(column(name, d)));
      }
      case "constraintDeclaration" ->
          item.children().forEach(constraint -> constraint(constraint, item));
      case "indexDeclaration" -> item.children().forEach(this::index);
      default -> {} // MariaDB's PERIOD FOR
    }
  }

  /** A column; its own keys, checks and references go to the table. */
  ColumnDraft column(String name, Node definition) {
    Node type = definition.children().getFirst();
    ColumnDraft column = new ColumnDraft(name, MySqlTypeText.of(type.text(), schema.product));
    column.attributes = MySqlTypeText.attributes(type.text());
    if (type.text().strip().equalsIgnoreCase("serial")) {
      column.nullable = false;
      column.autoIncrement = true;
      unique(Optional.empty(), List.of(KeyPart.column(name)), Optional.empty());
    }
    if (schema.product == Product.MARIADB && type.text().strip().equalsIgnoreCase("json")) {
      // MariaDB manual, "JSON Data Type": a longtext with a check of its own.
      check(Optional.of(name), "json_valid(" + MySqlName.quoted(name) + ")", true);
    }
    definition.children().stream().skip(1).forEach(part -> part(column, part));
    return column;
  }

  private void part(ColumnDraft column, Node part) {
    switch (part.kind()) {
      case "nullColumnConstraint" ->
          column.nullable = !part.text().toUpperCase(Locale.ROOT).startsWith("NOT");
      case "defaultColumnConstraint" ->
          part.first("defaultValue").ifPresent(value -> defaultValue(column, value));
      case "autoIncrementColumnConstraint" -> {
        if (part.has("AUTO_INCREMENT")) {
          column.autoIncrement = true;
          column.nullable = false;
        } else {
          column.onUpdateSql = part.first("currentTimestamp").map(now -> now(now.text()));
        }
      }
      case "primaryKeyColumnConstraint" -> primary(List.of(KeyPart.column(column.name)), column);
      case "uniqueKeyColumnConstraint" ->
          unique(Optional.empty(), List.of(KeyPart.column(column.name)), Optional.empty());
      case "commentColumnConstraint" -> column.comment = comment(part);
      case "collateColumnConstraint" -> {
        column.collation = part.first("collationName").map(c -> MySqlName.bare(c.text()));
        column.attributes =
            column.collation.map(
                c -> column.attributes.map(a -> a + " ").orElse("") + "COLLATE " + c);
      }
      case "generatedColumnConstraint" -> generated(column, part);
      case "checkColumnConstraint" -> columnCheck(column, part);
      case "referenceColumnConstraint" ->
          part.first("referenceDefinition")
              .ifPresent(reference -> reference(Optional.empty(), List.of(column.name), reference));
      default -> {} // storage and visibility, which no rule looks at
    }
  }

  private void generated(ColumnDraft column, Node part) {
    boolean stored = part.has("STORED") || part.has("PERSISTENT");
    part.first(
            "expression",
            "predicateExpression",
            "logicalExpression",
            "notExpression",
            "isExpression")
        .ifPresent(e -> column.generated = Optional.of(new Column.Generated(e.text(), stored)));
  }

  private static void defaultValue(ColumnDraft column, Node value) {
    String text = value.text().strip();
    int onUpdate = text.toUpperCase(Locale.ROOT).indexOf(" ON UPDATE ");
    if (onUpdate > 0 && value.first("currentTimestamp").isPresent()) {
      column.onUpdateSql = Optional.of(now(text.substring(onUpdate + " ON UPDATE ".length())));
      text = text.substring(0, onUpdate).strip();
    }
    if (text.equalsIgnoreCase("NULL")) {
      return;
    }
    column.defaultSql = Optional.of(defaultText(column, text));
  }

  private static String defaultText(ColumnDraft column, String text) {
    TypeFamily family = column.type.family();
    if (family == TypeFamily.TEMPORAL && NOW.matcher(text).matches()) {
      return now(text);
    }
    Matcher number = NUMBER.matcher(text);
    boolean numeric =
        family == TypeFamily.INTEGER || family == TypeFamily.DECIMAL || family == TypeFamily.FLOAT;
    if (numeric && number.matches()) {
      return number.group(1);
    }
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "TRUE" -> "1";
      case "FALSE" -> "0";
      default -> numeric || !text.matches("[-+]?[0-9.]+") ? text : "'" + text + "'";
    };
  }

  /** {@code CURRENT_TIMESTAMP(6)} for any of its synonyms. */
  private static String now(String text) {
    Matcher matcher = NOW.matcher(text.strip());
    boolean precise = matcher.matches() && matcher.group(1) != null && !matcher.group(1).isEmpty();
    return precise ? "CURRENT_TIMESTAMP(" + matcher.group(1) + ")" : "CURRENT_TIMESTAMP";
  }

  private static Optional<String> comment(Node node) {
    return node.parts()
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(word -> word.startsWith("'") || word.startsWith("\""))
        .map(MySqlName::text)
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  /** A constraint of CREATE TABLE or ALTER TABLE ADD. */
  void constraint(Node constraint, Node around) {
    Optional<String> name = after(constraint, "CONSTRAINT");
    List<KeyPart> parts = keyParts(constraint);
    switch (constraint.kind()) {
      case "primaryKeyTableConstraint", "alterByAddPrimaryKey" -> primary(parts, null);
      case "uniqueKeyTableConstraint", "alterByAddUniqueKey" ->
          unique(indexName(constraint).or(() -> name), parts, comment(constraint));
      case "foreignKeyTableConstraint", "alterByAddForeignKey" ->
          constraint
              .first("referenceDefinition")
              .ifPresent(reference ->
                  reference(
                      name.or(() -> mariaDbKeyName(constraint)),
                      parts.stream().map(KeyPart::text).toList(),
                      reference));
      case "checkTableConstraint", "alterByAddCheckTableConstraint" ->
          check(name, expression(constraint), !around.has("NOT") && !constraint.has("NOT"));
      default -> {}
    }
  }

  /** MariaDB takes the index's name for a key without one; MySQL makes up its own. */
  private Optional<String> mariaDbKeyName(Node constraint) {
    return schema.product == Product.MARIADB ? indexName(constraint) : Optional.empty();
  }

  /** An index of CREATE TABLE, ALTER TABLE ADD or CREATE INDEX. */
  void index(Node index) {
    List<KeyPart> parts = keyParts(index);
    if (parts.isEmpty()) {
      return;
    }
    Optional<String> name = index.first("uid").map(uid -> MySqlName.bare(uid.text()));
    Optional<String> comment =
        index.all("indexOption").stream().flatMap(o -> comment(o).stream()).findFirst();
    if (index.has("UNIQUE")) {
      unique(name, parts, comment);
      return;
    }
    String method =
        index.has("FULLTEXT") ? "fulltext" : index.has("SPATIAL") ? "spatial" : method(index);
    table.indexes.add(
        new Index(
            name.orElseGet(() -> table.freeKeyName(parts.getFirst().text())),
            parts,
            method,
            Optional.empty(),
            Optional.empty(),
            comment));
  }

  // InnoDB has no hash indexes and makes a B-tree of what asks for one.
  private String method(Node index) {
    boolean memory =
        table
            .engine
            .map(e -> e.equalsIgnoreCase("MEMORY") || e.equalsIgnoreCase("HEAP"))
            .orElse(false);
    boolean hash = index.deep("indexType").stream().anyMatch(type -> type.has("HASH"));
    return memory && hash ? "hash" : "btree";
  }

  private void primary(List<KeyPart> parts, @org.jspecify.annotations.Nullable ColumnDraft own) {
    table.keys.removeIf(key -> key.kind() == UniqueKey.Kind.PRIMARY);
    table.keys.add(key("PRIMARY", UniqueKey.Kind.PRIMARY, parts, Optional.empty()));
    if (own != null) {
      own.nullable = false;
    }
  }

  private void unique(Optional<String> name, List<KeyPart> parts, Optional<String> comment) {
    String known =
        name.orElseGet(() ->
            table.freeKeyName(
                parts.getFirst().expression() ? "functional_index" : parts.getFirst().text()));
    table.keys.add(key(known, UniqueKey.Kind.CONSTRAINT, parts, comment));
  }

  private static UniqueKey key(
      String name, UniqueKey.Kind kind, List<KeyPart> parts, Optional<String> comment) {
    return new UniqueKey(
        name, kind, parts, false, Optional.empty(), false, true, Optional.empty(), comment);
  }

  private void reference(Optional<String> name, List<String> columns, Node reference) {
    TableName parent = reference.first("tableName").map(t -> parent(t)).orElse(table.name);
    List<String> parentColumns = keyParts(reference).stream().map(KeyPart::text).toList();
    table.foreignKeys.add(
        new TableDraft.ForeignKey(
            name.orElseGet(this::freeForeignKeyName),
            columns,
            parent,
            parentColumns,
            action(reference, "DELETE"),
            action(reference, "UPDATE")));
  }

  /** A parent without database lies in the child's, not in the one in USE. */
  private TableName parent(Node tableName) {
    return MySqlName.table(tableName.text(), table.name.schema());
  }

  /** {@code table_ibfk_1}: as InnoDB names a key without a name. */
  private String freeForeignKeyName() {
    String prefix = table.name.name() + "_ibfk_";
    int highest =
        table.foreignKeys.stream()
            .map(TableDraft.ForeignKey::name)
            .filter(name -> name.startsWith(prefix) && name.length() > prefix.length())
            .map(name -> name.substring(prefix.length()))
            .filter(rest -> rest.matches("\\d{1,9}"))
            .mapToInt(Integer::parseInt)
            .max()
            .orElse(0);
    return prefix + (highest + 1);
  }

  private Relation.Action action(Node reference, String event) {
    List<String> words =
        reference
            .first("referenceAction")
            .map(a -> List.of(a.text().toUpperCase(Locale.ROOT).split("\\s+")))
            .orElse(List.of());
    int at = words.indexOf(event);
    if (at < 0 || at + 1 >= words.size()) {
      // Both refuse; each dictionary has its own word for it.
      return schema.product == Product.MARIADB
          ? Relation.Action.RESTRICT
          : Relation.Action.NO_ACTION;
    }
    return switch (words.get(at + 1)) {
      case "CASCADE" -> Relation.Action.CASCADE;
      case "RESTRICT" -> Relation.Action.RESTRICT;
      case "SET" ->
          words.get(at + 2).equals("NULL") ? Relation.Action.SET_NULL : Relation.Action.SET_DEFAULT;
      default -> Relation.Action.NO_ACTION;
    };
  }

  private void columnCheck(ColumnDraft column, Node part) {
    Optional<String> name = after(part, "CONSTRAINT");
    boolean mariaDb = schema.product == Product.MARIADB;
    check(mariaDb ? Optional.of(name.orElse(column.name)) : name, expression(part), true);
  }

  private void check(Optional<String> name, String expression, boolean enforced) {
    boolean mariaDb = schema.product == Product.MARIADB;
    String known =
        name.orElseGet(() -> {
          String prefix = mariaDb ? "CONSTRAINT_" : table.name.name() + "_chk_";
          long same = table.checks.stream().filter(c -> c.name().startsWith(prefix)).count();
          return prefix + (same + 1);
        });
    table.checks.add(
        new Check(known, false, expression, "CHECK (" + expression + ")", enforced, true));
  }

  private static String expression(Node around) {
    String text = around.text();
    int open = text.toUpperCase(Locale.ROOT).indexOf("CHECK");
    int from = text.indexOf('(', Math.max(0, open));
    int to = text.lastIndexOf(')');
    return from >= 0 && to > from ? text.substring(from + 1, to).strip() : text;
  }

  /** The name after CONSTRAINT. */
  private static Optional<String> after(Node node, String word) {
    List<Object> parts = node.parts().toList();
    for (int i = 0; i + 1 < parts.size(); i++) {
      if (parts.get(i) instanceof String text
          && text.equalsIgnoreCase(word)
          && parts.get(i + 1) instanceof Node uid
          && uid.is("uid")) {
        return Optional.of(MySqlName.bare(uid.text()));
      }
    }
    return Optional.empty();
  }

  /** The index's own name: the last name before its columns that is not the constraint's. */
  private static Optional<String> indexName(Node node) {
    Optional<String> name = Optional.empty();
    String before = "";
    for (Object part : node.parts().toList()) {
      if (part instanceof Node child && child.is("indexColumnNames")) {
        break;
      }
      if (part instanceof Node child && child.is("uid") && !before.equals("CONSTRAINT")) {
        name = Optional.of(MySqlName.bare(child.text()));
      }
      before = part instanceof String word ? word.toUpperCase(Locale.ROOT) : "";
    }
    return name;
  }

  private List<KeyPart> keyParts(Node node) {
    return node.first("indexColumnNames")
        .map(names -> names.all("indexColumnName").stream().map(this::keyPart).toList())
        .orElse(List.of());
  }

  private KeyPart keyPart(Node part) {
    boolean descending = part.has("DESC");
    Optional<Node> uid = part.first("uid");
    if (uid.isPresent()) {
      String name = table.spelled(MySqlName.bare(uid.get().text()));
      OptionalInt prefix =
          part.first("decimalLiteral")
              .map(n -> OptionalInt.of(Integer.parseInt(n.text())))
              .orElse(OptionalInt.empty());
      return new KeyPart(name, false, prefix, descending);
    }
    String text = part.text().replaceFirst("(?i)\\s+(?:asc|desc)$", "").strip();
    boolean quoted = text.startsWith("`") || text.startsWith("'");
    if (quoted || text.matches("[\\w$\\u0080-\\uFFFF]+(?:\\s*\\(\\s*\\d+\\s*\\))?")) {
      Matcher prefix = Pattern.compile("(?s)(.*?)\\s*\\(\\s*(\\d+)\\s*\\)").matcher(text);
      return prefix.matches()
          ? new KeyPart(
              table.spelled(MySqlName.bare(prefix.group(1))),
              false,
              OptionalInt.of(Integer.parseInt(prefix.group(2))),
              descending)
          : new KeyPart(
              table.spelled(MySqlName.bare(text)), false, OptionalInt.empty(), descending);
    }
    String bare =
        text.startsWith("(") && text.endsWith(")") ? text.substring(1, text.length() - 1) : text;
    return new KeyPart(bare, true, OptionalInt.empty(), descending);
  }

  /** Engine, character set, comment. */
  void option(Node option) {
    String value = option.text().replaceFirst("^[^=\\s]+\\s*=?\\s*", "").strip();
    switch (option.kind()) {
      case "tableOptionEngine" ->
          table.engine =
              option
                  .first("engineName")
                  .map(e -> MySqlName.bare(e.text()))
                  .map(TableReader::engine);
      case "tableOptionComment" ->
          table.comment = Optional.of(MySqlName.text(value)).filter(t -> !t.isEmpty());
      case "tableOptionCharset" ->
          replaceOption(
              "CHARSET=",
              option.first("charsetName").map(c -> MySqlName.bare(c.text())).orElse("DEFAULT"));
      case "tableOptionCollate" ->
          replaceOption(
              "COLLATE=",
              option.first("collationName").map(c -> MySqlName.bare(c.text())).orElse("DEFAULT"));
      case "tableOptionRowFormat" -> replaceOption("ROW_FORMAT=", value.toUpperCase(Locale.ROOT));
      default -> {} // counters and storage hints
    }
  }

  /** The engine's name as the server spells it. */
  private static String engine(String written) {
    return Stream.of(
            "InnoDB", "MyISAM", "MEMORY", "Aria", "ARCHIVE", "CSV", "NDBCLUSTER", "RocksDB")
        .filter(written::equalsIgnoreCase)
        .findFirst()
        .orElse(written);
  }

  private void replaceOption(String key, String value) {
    table.options.removeIf(option -> option.startsWith(key));
    if (!value.equalsIgnoreCase("DEFAULT")) {
      table.options.add(key + value);
    }
  }

  /** PARTITION BY. */
  void partitions(Node definitions) {
    table.partitionText = Optional.of(definitions.text());
    String key =
        definitions
            .children()
            .getFirst()
            .text()
            .replaceAll("\\s+", " ")
            .replaceFirst(" ?\\(", " (");
    List<Partitioning.Partition> all = new ArrayList<>();
    for (Node partition :
        definitions.all(
            "partitionComparison", "partitionListAtom", "partitionListVector", "partitionSimple")) {
      String name = partition.first("uid").map(uid -> MySqlName.bare(uid.text())).orElse("");
      Matcher bound =
          Pattern.compile("(?is)VALUES\\s+(LESS\\s+THAN|IN)\\s*(\\(.*?\\)|MAXVALUE)(?=\\s|$)")
              .matcher(partition.text());
      all.add(
          new Partitioning.Partition(
              new TableName(table.name.schema(), name),
              table.name,
              bound.find() ? bound.group().replaceAll("\\s+", " ") : "",
              ""));
    }
    table.partitioning = Optional.of(new Partitioning(key, all));
  }

  /** What holds once a statement is read to its end. */
  void finish() {
    table
        .primaryKey()
        .ifPresent(key ->
            key.columns()
                .forEach(c -> table.column(c).ifPresent(column -> column.nullable = false)));
    table.dropNeedlessIndexes();
    // MariaDB and MySQL make an index for a foreign key that has none.
    for (TableDraft.ForeignKey key : table.foreignKeys) {
      if (!table.indexed(key.columns()) && !coveredByLongerKey(key)) {
        boolean generated = key.name().matches(Pattern.quote(table.name.name()) + "_ibfk_\\d+");
        String name =
            generated ? table.freeKeyName(table.spelled(key.columns().getFirst())) : key.name();
        table.madeForKeys.add(name);
        table.indexes.add(
            new Index(
                name,
                SchemaDraft.columns(key.columns().stream().map(table::spelled).toList()),
                "btree",
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
      }
    }
  }

  private boolean coveredByLongerKey(TableDraft.ForeignKey key) {
    int length = key.columns().size();
    return table.foreignKeys.stream()
        .map(TableDraft.ForeignKey::columns)
        .anyMatch(other -> other.size() > length && other.subList(0, length).equals(key.columns()));
  }
}
