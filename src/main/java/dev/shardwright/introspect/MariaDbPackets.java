package dev.shardwright.introspect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.Connection;
import org.mariadb.jdbc.Statement;
import org.mariadb.jdbc.client.Completion;
import org.mariadb.jdbc.client.Context;
import org.mariadb.jdbc.client.ReadableByteBuf;
import org.mariadb.jdbc.client.socket.Reader;
import org.mariadb.jdbc.client.socket.Writer;
import org.mariadb.jdbc.client.util.ClosableLock;
import org.mariadb.jdbc.export.ExceptionFactory;
import org.mariadb.jdbc.message.ClientMessage;
import org.mariadb.jdbc.message.server.ErrorPacket;

/** The packets of MariaDB's driver. */
record MariaDbPackets(Connection connection) implements Packets {
  private static final byte QUERY = 3;

  @Override
  public void read(String select, Taker taker) throws SQLException, IOException {
    try {
      connection.getClient().execute(new Rows(select, taker), false);
    } catch (TakerFailed e) {
      throw Objects.requireNonNull(e.getCause());
    }
  }

  /** What the driver must not take for a failure of the connection. */
  private static final class TakerFailed extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    TakerFailed(IOException cause) {
      super(cause);
    }
  }

  /** A query that reads its answer itself. */
  private record Rows(String select, Taker taker) implements ClientMessage {
    /** A longer one that begins like the end is a row with a value of 16 MB or more. */
    private static final int LONGEST_END = 0xffffff;

    @Override
    public int encode(Writer writer, Context context) throws IOException {
      writer.initPacket();
      writer.writeByte(QUERY);
      writer.writeString(select);
      writer.flush();
      return 1;
    }

    @Override
    public String description() {
      return select;
    }

    @Override
    public @Nullable Completion readPacket(
        @Nullable Statement statement,
        int fetchSize,
        long maxRows,
        int resultSetConcurrency,
        int resultSetType,
        boolean closeOnCompletion,
        Reader reader,
        Writer writer,
        Context context,
        ExceptionFactory exceptions,
        ClosableLock lock,
        boolean traced,
        ClientMessage message,
        Consumer<String> redirected)
        throws IOException, SQLException {
      int columns =
          new ReadableByteBuf(packet(reader, traced, context, exceptions))
              .readIntLengthEncodedNotNull();
      int head = columns + (context.isEofDeprecated() ? 0 : 1);
      for (int i = 0; i < head; i++) {
        reader.readReusablePacket(traced);
      }
      byte[] packet = packet(reader, traced, context, exceptions);
      while (!over(packet)) {
        try {
          taker.row(packet);
        } catch (IOException e) {
          throw new TakerFailed(e);
        }
        packet = packet(reader, traced, context, exceptions);
      }
      return null;
    }

    private static boolean over(byte[] packet) {
      return (packet[0] & 0xff) == END && packet.length < LONGEST_END;
    }

    // not the reader's reusable packet, which is cut at 16 MB
    private byte[] packet(
        Reader reader, boolean traced, Context context, ExceptionFactory exceptions)
        throws IOException, SQLException {
      byte[] packet = reader.readPacket(traced);
      if ((packet[0] & 0xff) == ERROR) {
        ErrorPacket error = new ErrorPacket(new ReadableByteBuf(packet), context);
        throw exceptions
            .withSql(select)
            .create(error.getMessage(), error.getSqlState(), error.getErrorCode(), false);
      }
      return packet;
    }
  }
}
