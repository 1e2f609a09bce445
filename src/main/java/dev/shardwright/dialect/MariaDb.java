package dev.shardwright.dialect;

import dev.shardwright.model.Product;

/** MariaDB 10.6 and newer. */
public final class MariaDb extends MySqlFamily {

  @Override
  public Product product() {
    return Product.MARIADB;
  }
}
