package dev.shardwright.introspect;

import com.mysql.cj.NativeSession;
import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.exceptions.CJException;
import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.jdbc.exceptions.SQLExceptionsMapping;
import com.mysql.cj.protocol.a.NativeConstants.IntegerDataType;
import com.mysql.cj.protocol.a.NativePacketPayload;
import com.mysql.cj.protocol.a.NativeProtocol;
import java.io.IOException;
import java.sql.SQLException;

/** The packets of Connector/J. */
record MySqlPackets(JdbcConnection connection) implements Packets {
  private static final int USUAL_BYTES = 1 << 16;

  @Override
  public void read(String select, Taker taker) throws SQLException, IOException {
    NativeSession session = (NativeSession) connection.getSession();
    NativeProtocol protocol = session.getProtocol();
    NativePacketPayload packet = new NativePacketPayload(USUAL_BYTES);
    try {
      begin(protocol, session, select, packet);
      while (next(protocol, packet)) {
        taker.row(packet.getByteBuffer());
      }
    } catch (CJException e) {
      throw SQLExceptionsMapping.translateException(e);
    }
  }

  private static void begin(
      NativeProtocol protocol, NativeSession session, String select, NativePacketPayload packet) {
    String encoding =
        session.getPropertySet().getStringProperty(PropertyKey.characterEncoding).getValue();
    NativePacketPayload head =
        protocol.sendCommand(
            protocol.getMessageBuilder().buildComQuery(null, session, select, null, encoding),
            false,
            0);
    head.setPosition(0);
    long columns = head.readInteger(IntegerDataType.INT_LENENC);
    for (long i = 0; i < columns; i++) {
      protocol.readMessage(packet);
    }
    if (!protocol.getServerSession().isEOFDeprecated()) {
      protocol.readMessage(packet);
    }
  }

  /** False at the end of the rows. */
  private static boolean next(NativeProtocol protocol, NativePacketPayload packet) {
    protocol.readMessage(packet);
    int first = packet.getByteBuffer()[0] & 0xff;
    if (first < END) {
      return true;
    }
    protocol.checkErrorMessage(packet);
    packet.setPosition(0);
    boolean over =
        protocol.getServerSession().isEOFDeprecated()
            ? packet.isResultSetOKPacket()
            : packet.isEOFPacket();
    if (over) {
      protocol.readServerStatusForResultSets(packet, true);
    }
    return !over;
  }
}
