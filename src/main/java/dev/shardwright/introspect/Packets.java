package dev.shardwright.introspect;

import com.mysql.cj.jdbc.JdbcConnection;
import dev.shardwright.export.RowText;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Reads the answer of MySQL and MariaDB as the bytes that came: the drivers' own results make an
 * object of each value, which takes longer than the rest of the work.
 *
 * <p>The drivers connect, encrypt and cut the stream into packets; a packet is a row of the text
 * protocol (MySQL Source Code Documentation, "Text Resultset").
 */
sealed interface Packets permits MySqlPackets, MariaDbPackets {
  int END = 0xfe;
  int ERROR = 0xff;

  /** Takes a packet, which is only good until it returns. */
  @FunctionalInterface
  interface Taker {
    void row(byte[] packet) throws IOException;
  }

  static Packets of(Connection raw) throws SQLException {
    return raw.isWrapperFor(JdbcConnection.class)
        ? new MySqlPackets(raw.unwrap(JdbcConnection.class))
        : new MariaDbPackets(raw.unwrap(org.mariadb.jdbc.Connection.class));
  }

  /**
   * Runs a statement and shows each row of its answer. After an exception of the taker the
   * connection stands in the middle of the answer and must be cut.
   */
  void read(String select, Taker taker) throws SQLException, IOException;

  /** Finds the values of a row: a length before each, in 1 to 9 bytes. */
  static void split(byte[] packet, RowText row) {
    int at = 0;
    for (int column = 0; column < row.columns(); column++) {
      int length = packet[at++] & 0xff;
      if (length == 0xfb) {
        row.setNull(column);
        continue;
      }
      if (length > 0xfb) {
        int bytes = length == 0xfc ? 2 : length == 0xfd ? 3 : 8;
        length = length(packet, at, bytes);
        at += bytes;
      }
      row.set(column, packet, at, at + length);
      at += length;
    }
  }

  // a value of more than 2 GB does not fit into a packet that Java can hold
  private static int length(byte[] packet, int at, int bytes) {
    int length = 0;
    for (int i = 0; i < Math.min(bytes, Integer.BYTES); i++) {
      length |= (packet[at + i] & 0xff) << (8 * i);
    }
    return length;
  }
}
