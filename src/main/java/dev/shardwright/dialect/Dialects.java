package dev.shardwright.dialect;

import java.util.List;

/** All dialects; a new one is one class, its test and one line here. */
public final class Dialects {
  public static final List<Dialect> ALL = List.of(new PostgreSql(), new MySql(), new MariaDb());

  private Dialects() {}
}
