package dev.shardwright.introspect.socket;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.util.ConfigurableSocketFactory;

/**
 * Unix sockets for MariaDB's driver, which makes it by name. The driver's own {@code localSocket}
 * needs JNA.
 */
public final class MariaDbSocketFactory extends ConfigurableSocketFactory {
  private String path = "";

  /** For the driver. */
  public MariaDbSocketFactory() {}

  @Override
  public void setConfiguration(Configuration options, String host) {
    path = options.nonMappedOptions().getProperty(UnixSocket.OPTION, "");
  }

  @Override
  public Socket createSocket() throws IOException {
    return UnixSocket.unconnected(path);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    Socket socket = createSocket();
    socket.connect(InetSocketAddress.createUnresolved(host, port));
    return socket;
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return createSocket(host.getHostName(), port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return createSocket(host, port);
  }
}
