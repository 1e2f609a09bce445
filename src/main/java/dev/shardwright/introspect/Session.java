package dev.shardwright.introspect;

/** A read-only connection to a database that counts the statements it runs. */
public interface Session extends AutoCloseable {

  @Override
  void close();
}
