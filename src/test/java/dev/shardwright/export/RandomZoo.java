package dev.shardwright.export;

import dev.shardwright.model.Product;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Random rows for the table zoo: each value is NULL, one of those that break easily, or any. */
final class RandomZoo {
  private static final String[] SIGNS = {
    "'", "\"", "\\", "\\N", "\\.", "\t", "\n", "\r", "\b", "\f", "\u000b", "\u001a", "%", "`", ";",
    "--", "/*", "$$", "NULL", " ", "é", "ß", "😀", "\uffff", "x", "0"
  };
  private static final long DAYS_OF_MYSQL = 3_652_059; // the year 9999
  private static final long DAYS_OF_POSTGRES = 2_147_000_000L;

  private final Random random;
  private final boolean mysql;
  private final Connection connection;
  private final Map<String, Value> columns = new LinkedHashMap<>();

  /** How a column's value is bound: the SQL around the question mark, and what to bind. */
  private record Value(String sql, Supplier<@Nullable Object> any) {}

  RandomZoo(Connection connection, Product product, long seed) throws SQLException {
    this.connection = connection;
    random = new Random(seed);
    mysql = product.isMySqlFamily();
    if (mysql) {
      mySql();
    } else {
      postgres();
    }
  }

  void fill(int rows) throws SQLException {
    String values = columns.values().stream().map(Value::sql).collect(Collectors.joining(", "));
    String sql =
        "INSERT INTO zoo (id, "
            + String.join(", ", columns.keySet())
            + ")"
            + (mysql ? "" : " OVERRIDING SYSTEM VALUE")
            + " VALUES (?, "
            + values
            + ")";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (int row = 0; row < rows; row++) {
        insert.setObject(1, 1000L + row);
        int at = 2;
        for (Value value : columns.values()) {
          insert.setObject(at++, random.nextInt(8) == 0 ? null : value.any().get());
        }
        insert.execute();
      }
    }
  }

  private void column(String name, String type, Supplier<@Nullable Object> any) {
    columns.put(name, new Value(mysql ? type : "CAST(? AS " + type + ")", any));
  }

  private void mySql() {
    column("ti", "?", () -> whole(8, true));
    column("tu", "?", () -> whole(8, false));
    column("s", "?", () -> whole(16, true));
    column("mi", "?", () -> whole(24, false));
    column("i", "?", () -> whole(31, true)); // one less: the generated column adds one
    column("iz", "?", () -> whole(32, false));
    column("b", "?", () -> whole(64, true));
    column("bu", "?", () -> whole(64, false));
    column("n", "?", () -> decimal(35, 30));
    column("f", "? * 1e0", () -> random.nextInt(4) == 0 ? "-0" : finiteFloat());
    column("d", "? * 1e0", () -> random.nextInt(4) == 0 ? "-0" : finiteDouble());
    column("yes", "?", () -> random.nextBoolean());
    column("b1", "CAST(? AS UNSIGNED)", () -> random.nextInt(2));
    column("b64", "CAST(? AS UNSIGNED)", () -> whole(64, false));
    column("t", "?", () -> text(40, true));
    column("c", "?", () -> text(1, true));
    column("v", "?", () -> ofCharset("windows-1252", 40));
    column("u16", "?", () -> text(5, true));
    column("lt", "?", () -> text(400, true));
    column("b3", "?", () -> bytes(4, 3));
    column("vb", "?", () -> bytes(21, 0));
    column("tb", "?", () -> bytes(200, 0));
    column("bl", "?", () -> bytes(300, 0));
    column("lb", "?", () -> bytes(3000, 0));
    column("da", "?", () -> one("0000-00-00", "2026-00-00", "9999-12-31", day(DAYS_OF_MYSQL)));
    column("dt", "?", () -> one("0000-00-00", day(DAYS_OF_MYSQL) + time()));
    column("ts", "?", () -> LocalDate.ofEpochDay(1 + random.nextInt(24_000)) + time());
    column(
        "tm", "?", () -> (random.nextBoolean() ? "-" : "") + random.nextInt(839) + ":59:58.000001");
    column("y", "?", () -> one("0", "1901", "2155"));
    column("e", "?", () -> one("", "so 'so'", "back\\slash", "ü"));
    column("st", "?", () -> one("", "a", "bc' d", "a,bc' d"));
    column("js", "JSON_OBJECT('k', ?, 'n', 1.5e0)", () -> text(20, false));
    column("g", "ST_GeomFromText(?)", () -> "POINT(" + finiteFloat() + " " + finiteFloat() + ")");
    column("`Strange ``name`` \\ col`", "?", () -> text(10, true));
  }

  private void postgres() {
    column("s", "smallint", () -> whole(16, true).toString());
    column("i", "integer", () -> whole(32, true).toString());
    column("b", "bigint", () -> whole(64, true).toString());
    column("n", "numeric", () -> one("NaN", "-Infinity", "-0.00", decimal(60, 40)));
    column("m", "numeric", () -> decimal(20, 10));
    column("f", "real", () -> one("NaN", "Infinity", "-0", finiteFloat()));
    column("d", "double precision", () -> one("NaN", "-Infinity", "-0", finiteDouble()));
    column("yes", "boolean", () -> String.valueOf(random.nextBoolean()));
    column("t", "text", () -> text(400, false));
    column("c", "char(6)", () -> text(1, false));
    column("v", "varchar(20)", () -> text(5, false));
    column("ch", "\"char\"", () -> one("x", "'", "\\", ""));
    column("nm", "name", () -> text(8, false));
    column("raw", "bytea", () -> "\\x" + java.util.HexFormat.of().formatHex(bytes(300, 0)));
    column(
        "da",
        "date",
        () -> one("infinity", "-infinity", "4713-01-01 BC", day(DAYS_OF_POSTGRES / 1000)));
    column(
        "ts",
        "timestamp",
        () ->
            one("infinity", "294276-12-31 23:59:59.999999", day(DAYS_OF_POSTGRES / 1000) + time()));
    column(
        "tz",
        "timestamptz",
        () -> one("-infinity", "0001-01-01 00:00:00+14 BC", day(3_000_000) + time() + "-11:30"));
    column("ti", "time", () -> one("24:00:00", time().strip()));
    column("tt", "timetz", () -> time().strip() + one("+15:59", "-00:00:01"));
    column(
        "iv",
        "interval",
        () -> whole(20, true) + " mons " + whole(20, true) + " days " + whole(40, true) + " us");
    column("u", "uuid", () -> new java.util.UUID(random.nextLong(), random.nextLong()).toString());
    column("jb", "jsonb", () -> json());
    column("js", "json", () -> " " + json());
    column("ia", "integer[]", () -> one("{}", "{NULL,-1}", "[5:6]={1,2}", "{{1},{2}}"));
    column("ta", "text[]", this::array);
    column("ma", "mood[]", () -> one("{}", "{\"\",NULL}", "{\"back\\\\slash\",\"so 'so'\"}"));
    column("mo", "mood", () -> one("", "so 'so'", "back\\slash", "happy"));
    column("pa", "pair", () -> "(" + whole(32, true) + "," + quoted(text(9, false)) + ")");
    column("po", "positive", () -> String.valueOf(1 + random.nextInt(Integer.MAX_VALUE)));
    column(
        "ip",
        "inet",
        () -> random.nextInt(256) + ".2.0." + random.nextInt(256) + "/" + random.nextInt(33));
    column("bv", "bit varying(20)", () -> Integer.toBinaryString(random.nextInt(1 << 20)));
    column("r", "int4range", () -> one("empty", "(,)", "[" + -random.nextInt(9) + ",7)"));
    column("\"Strange \"\"name\"\" \\ col\"", "text", () -> text(10, false));
  }

  private BigInteger whole(int bits, boolean signed) {
    BigInteger most = BigInteger.ONE.shiftLeft(signed ? bits - 1 : bits);
    BigInteger least = signed ? most.negate() : BigInteger.ZERO;
    return switch (random.nextInt(5)) {
      case 0 -> most.subtract(BigInteger.ONE);
      case 1 -> least;
      case 2 -> BigInteger.ZERO;
      default -> new BigInteger(bits, random).add(least);
    };
  }

  private String decimal(int digits, int scale) {
    BigInteger all = new BigInteger(BigInteger.TEN.pow(digits).bitLength() - 4, random);
    return new BigDecimal(random.nextBoolean() ? all : all.negate(), random.nextInt(scale + 1))
        .remainder(BigDecimal.TEN.pow(digits - scale))
        .toPlainString();
  }

  private String finiteFloat() {
    float any = Float.intBitsToFloat(random.nextInt());
    // what lies below the smallest normal number MySQL rounds away itself
    return Float.isFinite(any) && Math.abs(any) >= Float.MIN_NORMAL ? String.valueOf(any) : "0.1";
  }

  private String finiteDouble() {
    double any = Double.longBitsToDouble(random.nextLong());
    return Double.isFinite(any) && Math.abs(any) >= Double.MIN_NORMAL ? String.valueOf(any) : "0.1";
  }

  private String text(int pieces, boolean zero) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(pieces + 1); left > 0; left--) {
      switch (random.nextInt(4)) {
        case 0 -> text.appendCodePoint(anyCharacter());
        case 1 -> text.append(zero ? "\0" : "\u0001");
        default -> text.append(SIGNS[random.nextInt(SIGNS.length)]);
      }
    }
    return text.toString();
  }

  private int anyCharacter() {
    int point = 1 + random.nextInt(Character.MAX_CODE_POINT);
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 'z' : point;
  }

  private String ofCharset(String charset, int length) {
    return text(length / 2, false)
        .codePoints()
        .filter(c -> Charset.forName(charset).newEncoder().canEncode(Character.toString(c)))
        .limit(length)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private byte[] bytes(int below, int exactly) {
    byte[] bytes = new byte[exactly > 0 ? exactly : random.nextInt(below)];
    random.nextBytes(bytes);
    return bytes;
  }

  private String day(long range) {
    LocalDate day = LocalDate.ofYearDay(1, 1).plusDays((long) (random.nextDouble() * range));
    return "%04d-%02d-%02d".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  private String time() {
    return " %02d:%02d:%02d.%06d"
        .formatted(
            random.nextInt(24), random.nextInt(60), random.nextInt(60), random.nextInt(1_000_000));
  }

  private String json() {
    return "{"
        + quoted("k" + random.nextInt())
        + ": ["
        + quoted("\\ \" \n😀".repeat(random.nextInt(3)).replace("\n", ""))
        + ", null, 1.50]}";
  }

  private String array() {
    return IntStream.range(0, random.nextInt(4))
        .mapToObj(i -> random.nextInt(4) == 0 ? "NULL" : quoted(text(6, false)))
        .collect(() -> new StringJoiner(",", "{", "}"), StringJoiner::add, StringJoiner::merge)
        .toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private String one(String... values) {
    return values[random.nextInt(values.length)];
  }
}
