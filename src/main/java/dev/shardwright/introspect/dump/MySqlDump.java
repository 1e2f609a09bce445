package dev.shardwright.introspect.dump;

import dev.shardwright.introspect.JdbcSource;
import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Skipped;
import dev.shardwright.model.UserError;
import dev.shardwright.sql.MySqlScript;
import dev.shardwright.sql.SqlStatement;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads a MySQL or MariaDB script into an empty server. */
public final class MySqlDump {
  /** The database of a file that names none. */
  public static final String DEFAULT_DATABASE = "main";

  private static final Logger LOG = LoggerFactory.getLogger(MySqlDump.class);
  private static final int NON_UNIQUE_PARENT = 6125;
  private static final Set<Integer> PARENT_MISSING = Set.of(1005, 1215, 1824);
  private static final Pattern USE = Pattern.compile("(?is)USE\\s+(`(?:[^`]|``)+`|[^\\s;]+)\\s*");
  private static final Pattern DEFINER =
      Pattern.compile(
          "(?i)\\bDEFINER\\s*=\\s*((?:`[^`]*`|'[^']*'|\\w+)(?:\\s*@\\s*(?:`[^`]*`|'[^']*'|[\\w.%]+))?)");
  private static final Pattern WORDS_BEFORE_BODY =
      Pattern.compile("(?is)(?:/\\*!\\d*\\s*)?(CREATE|ALTER)\\b.*");
  private static final String BROKEN_END =
      Skipped.cut("this statement; what came before it was loaded");

  private final Administrator administrator;
  private final Set<String> before = new LinkedHashSet<>();
  private final Connection connection;
  private final Statement statement;
  private final Skips skips = new Skips();
  private final Set<String> notes = new LinkedHashSet<>();
  private final Set<String> definers = new LinkedHashSet<>();
  private int executed;

  /** Who can make accounts. */
  public interface Administrator {
    Connection connect() throws SQLException;
  }

  private MySqlDump(Administrator administrator, Connection connection) throws SQLException {
    this.administrator = administrator;
    this.connection = connection;
    this.statement = connection.createStatement();
    statement.setEscapeProcessing(false);
  }

  /**
   * Loads a script into a server, then gathers statistics.
   *
   * @param loader a user who owns all databases but the server's own
   * @param name the file's name, for messages
   * @param bytes its size, for the progress
   * @throws UserError if the file cannot be read
   */
  public static Loaded load(
      JdbcSource loader,
      Administrator administrator,
      InputStream file,
      String name,
      long bytes,
      Progress progress) {
    try (Connection connection = connect(loader);
        Loading loading = new Loading(name, bytes, connection, progress)) {
      return new MySqlDump(administrator, connection).load(new MySqlScript(file), loading);
    } catch (SQLException e) {
      progress.check(); // cancelling cuts the connection
      throw new UserError.DatabaseRefused(
          "The server that " + name + " was being loaded into was lost: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UserError("The file " + name + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static Connection connect(JdbcSource source) throws SQLException {
    return DriverManager.getConnection(
        source.url(), source.user().orElseThrow(), source.password().reveal());
  }

  private Loaded load(MySqlScript script, Loading loading) throws SQLException, IOException {
    // MariaDB's driver adds IGNORE_SPACE, under which a table may not be called mid.
    statement.execute("SET SESSION sql_mode = @@GLOBAL.sql_mode");
    before.addAll(databases());
    statement.execute("CREATE DATABASE `" + DEFAULT_DATABASE + "`");
    statement.execute("USE `" + DEFAULT_DATABASE + "`");
    // MariaDB's driver turns IGNORE_SPACE on, and then no table may be called mid, count or sum.
    statement.execute("SET SESSION sql_mode = REPLACE(@@sql_mode, 'IGNORE_SPACE', '')");
    for (Optional<SqlStatement> next = script.next(); next.isPresent(); next = script.next()) {
      if (next.get().complete()) {
        one(next.get());
      } else {
        skips.add(next.get().text(), BROKEN_END);
      }
      loading.at(script.bytesRead());
    }
    for (String set : script.unreadableCharacterSets()) {
      skips.add("SET NAMES " + set, MySqlScript.READ_AS_UTF8);
    }
    statement.execute("UNLOCK TABLES");
    statement.execute("COMMIT");
    // The script's last settings are not those that our own questions are written for.
    statement.execute("SET NAMES utf8mb4");
    statement.execute("SET SESSION sql_mode = ''");
    List<String> databases = databases();
    if (databases.isEmpty()) {
      databases = List.of(DEFAULT_DATABASE);
    }
    analyze(databases);
    return new Loaded(executed, databases, skips.all(), List.copyOf(notes));
  }

  private void one(SqlStatement next) throws SQLException {
    String sql = next.text();
    Matcher use = USE.matcher(sql);
    if (use.matches()) {
      String database = unquoted(use.group(1));
      statement.execute("CREATE DATABASE IF NOT EXISTS " + quoted(database));
      connection.setCatalog(database);
      return;
    }
    if (WORDS_BEFORE_BODY.matcher(sql).matches()) {
      makeDefiner(sql);
    }
    try {
      statement.execute(sql);
      executed++;
    } catch (SQLException e) {
      again(sql, e);
    }
  }

  /** Some statements are good once the server is told to let them pass. */
  private void again(String sql, SQLException e) throws SQLException {
    requireAlive(e);
    if (e.getErrorCode() == NON_UNIQUE_PARENT
        && tried(sql, "restrict_fk_on_non_standard_key", "OFF", "ON")) {
      notes.add(
          "a foreign key to columns that are not unique was loaded with"
              + " restrict_fk_on_non_standard_key=OFF, since MySQL 8.4 and newer refuse it");
    } else if (!(PARENT_MISSING.contains(e.getErrorCode())
        && tried(sql, "foreign_key_checks", "0", "1"))) {
      skips.add(sql, reason(e));
    }
  }

  private boolean tried(String sql, String variable, String value, String normal)
      throws SQLException {
    try {
      statement.execute("SET SESSION " + variable + "=" + value);
      statement.execute(sql);
      executed++;
      return true;
    } catch (SQLException e) {
      requireAlive(e);
      return false;
    } finally {
      if (!connection.isClosed()) {
        statement.execute("SET SESSION " + variable + "=" + normal);
      }
    }
  }

  /** The accounts that own the dump's routines are absent here: they are made, locked. */
  private void makeDefiner(String sql) throws SQLException {
    String head = sql.substring(0, Math.min(sql.length(), 400));
    Matcher matcher = DEFINER.matcher(head);
    while (matcher.find()) {
      String account = matcher.group(1);
      if (!account.equalsIgnoreCase("CURRENT_USER") && definers.add(account)) {
        try (Connection admin = administrator.connect();
            Statement create = admin.createStatement()) {
          create.execute("CREATE USER IF NOT EXISTS " + account + " ACCOUNT LOCK");
        } catch (SQLException e) {
          // The statement that names it will tell what the server thinks of it.
          LOG.info("cannot make the account {}: {}", account, e.getMessage());
        }
      }
    }
  }

  private void requireAlive(SQLException e) throws SQLException {
    if (connection.isClosed() || !connection.isValid(5)) {
      throw e;
    }
  }

  // The MariaDB driver begins its messages with "(conn=7) ".
  private static String reason(SQLException e) {
    String message = String.valueOf(e.getMessage()).replaceFirst("^\\(conn=\\d+\\) ", "");
    return message.lines().findFirst().orElse("").strip();
  }

  /** The databases with tables or views that were not there before, sorted. */
  private List<String> databases() throws SQLException {
    return strings(
            "SELECT DISTINCT TABLE_SCHEMA FROM information_schema.TABLES WHERE TABLE_SCHEMA NOT IN"
                + " ('mysql', 'sys', 'information_schema', 'performance_schema') ORDER BY 1")
        .stream()
        .filter(database -> !before.contains(database))
        .toList();
  }

  private void analyze(List<String> databases) throws SQLException {
    for (String database : databases) {
      List<String> tables =
          strings(
              "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_TYPE = 'BASE TABLE'"
                  + " AND TABLE_SCHEMA = '"
                  + database.replace("\\", "\\\\").replace("'", "''")
                  + "' ORDER BY 1");
      List<String> names = tables.stream().map(t -> quoted(database) + "." + quoted(t)).toList();
      if (!names.isEmpty()) {
        statement.execute("ANALYZE TABLE " + String.join(", ", names));
      }
    }
  }

  private List<String> strings(String sql) throws SQLException {
    List<String> all = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        all.add(rows.getString(1));
      }
    }
    return all;
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  private static String unquoted(String name) {
    return name.startsWith("`") ? name.substring(1, name.length() - 1).replace("``", "`") : name;
  }

  /** What the loading into another product than the dump's own proves less. */
  public static Optional<String> sisterNote(Product dump, Product server, String version) {
    return dump == server
        ? Optional.empty()
        : Optional.of(
            "a "
                + dump.title()
                + " file loaded into "
                + server.title()
                + " "
                + version
                + ": where the two differ (types, defaults, keys to columns that are not unique)"
                + " this shows "
                + server.title()
                + "'s reading");
  }
}
