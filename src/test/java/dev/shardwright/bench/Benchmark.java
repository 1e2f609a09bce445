package dev.shardwright.bench;

/**
 * One thing that is measured: its rows stand in the table that {@code mvn -Pbench verify} prints.
 */
public interface Benchmark {
  /** A short name in lower case, by which one benchmark can be asked for. */
  String name();

  void run(Report report) throws Exception;
}
