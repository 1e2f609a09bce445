package dev.shardwright.export;

import dev.shardwright.dialect.Dialect;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * A table's checksum, computed from the rows that pass by: the sum over all rows of the first 60
 * bits of a row's SHA-256. It does not depend on the order of rows, and equal rows count as often
 * as they occur. {@link Checksums} has the SQL for the same.
 */
final class RowDigest {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final MessageDigest sha;
  private final byte[] digest = new byte[32];
  private final Utf8Buffer text = new Utf8Buffer();
  private final List<DataColumn> columns;
  private final boolean mysql;
  private long rows;
  private long low;
  private long high;

  RowDigest(List<DataColumn> columns, Dialect dialect) {
    this.columns = columns;
    mysql = dialect.product().isMySqlFamily();
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  void row(RowText row) {
    if (row.plain()) {
      int from = row.lineFrom();
      sha.update(row.line(), from, row.endOf(columns.size()) - from);
    } else {
      collect(row);
      sha.update(text.bytes(), 0, text.size());
    }
    try {
      sha.digest(digest, 0, digest.length);
    } catch (DigestException e) {
      throw new IllegalStateException(e); // 32 bytes are enough
    }
    rows++;
    long sixty = (long) LONG.get(digest, 0) >>> 4;
    low += sixty & 0xffffffffL;
    high += sixty >>> 32;
  }

  private void collect(RowText row) {
    text.clear();
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) {
        text.add('\t');
      }
      value(row, i);
    }
  }

  private void value(RowText row, int column) {
    if (row.isNull(column)) {
      text.add('\\').add('N');
    } else if (mysql && columns.get(column).form() == DataColumn.Form.BYTES) {
      MySqlLiterals.hex(text, row.bytes(column), row.from(column), row.to(column));
    } else if (mysql) {
      text.add(row.bytes(column), row.from(column), row.to(column));
    } else {
      unescaped(row.bytes(column), row.from(column), row.to(column));
    }
  }

  /** The value behind the escapes of COPY. */
  private void unescaped(byte[] copy, int from, int to) {
    int at = text.room(to - from);
    byte[] made = text.bytes();
    for (int i = from; i < to; i++) {
      byte b = copy[i];
      if (b == '\\') {
        b = meant(copy[++i]);
      }
      made[at++] = b;
    }
    text.filled(at);
  }

  private static byte meant(byte escape) {
    return switch (escape) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'v' -> 11;
      default -> escape;
    };
  }

  long rows() {
    return rows;
  }

  BigInteger sum() {
    return BigInteger.valueOf(high).shiftLeft(32).add(BigInteger.valueOf(low));
  }
}
