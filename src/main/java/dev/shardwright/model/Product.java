package dev.shardwright.model;

/** The servers whose databases Shardwright splits. */
public enum Product {
  POSTGRESQL("PostgreSQL"),
  MYSQL("MySQL"),
  MARIADB("MariaDB");

  private final String title;

  Product(String title) {
    this.title = title;
  }

  /** The name people use. */
  public String title() {
    return title;
  }

  /** MySQL and MariaDB share most of their dictionary and DDL. */
  public boolean isMySqlFamily() {
    return this != POSTGRESQL;
  }
}
