package dev.shardwright.introspect.socket;

import com.mysql.cj.conf.PropertySet;
import com.mysql.cj.protocol.StandardSocketFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;

/** Unix sockets for MySQL's driver, which makes it by name. */
public final class MySqlSocketFactory extends StandardSocketFactory {
  /** For the driver. */
  public MySqlSocketFactory() {}

  @Override
  protected Socket createSocket(PropertySet options) {
    try {
      return UnixSocket.unconnected(options.getStringProperty(UnixSocket.OPTION).getValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
