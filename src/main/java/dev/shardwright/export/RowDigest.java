package dev.shardwright.export;

import java.math.BigInteger;
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
  private final MessageDigest sha;
  private final byte[] digest = new byte[32];
  private final Utf8Buffer text = new Utf8Buffer();
  private final List<DataColumn> columns;
  private final boolean told;
  private long rows;
  private long low;
  private long high;

  RowDigest(DataTable table) {
    columns = table.columns();
    told = table.told();
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  void rows(RowBlock block) {
    for (int i = 0; i < block.rows(); i++) {
      row(block.row(i));
    }
  }

  void row(RowText row) {
    if (row.copied()) {
      copied(row.line(), row.lineFrom(), row.endOf(columns.size()));
    } else if (told && row.line().length > 0 && row.columns() == columns.size()) {
      take(row.line(), row.lineFrom(), row.lineTo());
    } else {
      collect(row);
      take(text.bytes(), 0, text.size());
    }
  }

  private void take(byte[] line, int from, int to) {
    sha.update(line, from, to - from);
    try {
      sha.digest(digest, 0, digest.length);
    } catch (DigestException e) {
      throw new IllegalStateException(e); // 32 bytes are enough
    }
    rows++;
    long sixty = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      sixty = sixty << Byte.SIZE | (digest[i] & 0xff);
    }
    sixty >>>= 4;
    low += sixty & 0xffffffffL;
    high += sixty >>> 32;
  }

  private void collect(RowText row) {
    text.clear();
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) {
        text.add('\t');
      }
      if (row.isNull(i)) {
        text.add('\\').add('N');
      } else if (columns.get(i).form() == DataColumn.Form.BYTES) {
        MySqlLiterals.hex(text, row.bytes(i), row.from(i), row.to(i));
      } else {
        text.add(row.bytes(i), row.from(i), row.to(i));
      }
    }
  }

  private void copied(byte[] line, int from, int to) {
    int escape = escape(line, from, to);
    if (escape == to) {
      take(line, from, to);
    } else {
      text.clear();
      unescaped(line, from, escape, to);
      take(text.bytes(), 0, text.size());
    }
  }

  /**
   * Where the first escape is that stands for another byte; NULL, the only \N, stands for itself.
   */
  private static int escape(byte[] line, int from, int to) {
    int at = from;
    while (at < to && (line[at] != '\\' || line[at + 1] == 'N')) {
      at++;
    }
    return at;
  }

  /** The line behind the escapes of COPY, of which there are none before the first. */
  private void unescaped(byte[] copy, int from, int first, int to) {
    text.add(copy, from, first);
    int at = text.room(to - first);
    byte[] made = text.bytes();
    for (int i = first; i < to; i++) {
      byte b = copy[i];
      if (b == '\\' && copy[i + 1] != 'N') {
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
