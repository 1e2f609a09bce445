package dev.shardwright.dialect;

import dev.shardwright.model.Product;

/** MySQL 8.0 and newer. */
public final class MySql extends MySqlFamily {

  @Override
  public Product product() {
    return Product.MYSQL;
  }
}
