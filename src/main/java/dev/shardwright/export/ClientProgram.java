package dev.shardwright.export;

import dev.shardwright.model.Product;

/**
 * The server's own program by which a DBA runs a file, as he would type it.
 *
 * @param named true if the file leaves it to the DBA to name the database
 */
record ClientProgram(Product product, boolean named) {

  static ClientProgram of(Part part) {
    return new ClientProgram(
        part.dialect().product(), !part.dialect().product().isMySqlFamily() || !part.qualified());
  }

  /** What MariaDB calls its own: newer packages have no mysql. */
  static String name(Product product) {
    return switch (product) {
      case POSTGRESQL -> "psql";
      case MYSQL -> "mysql";
      case MARIADB -> "mariadb";
    };
  }

  /** Runs a file and stops at the first error. */
  String run(String mySqlOptions, String psqlOptions, String file) {
    return product.isMySqlFamily()
        ? name(product) + spaced(mySqlOptions) + (named ? " DATABASE" : "") + " < " + file
        : name(product)
            + " -X"
            + spaced(psqlOptions)
            + " -v ON_ERROR_STOP=1 -d DATABASE -f "
            + file;
  }

  /** The same, with what it prints in a file. */
  String run(String mySqlOptions, String psqlOptions, String file, String into) {
    return run(mySqlOptions, psqlOptions, file) + (product.isMySqlFamily() ? " > " : " -o ") + into;
  }

  private static String spaced(String options) {
    return options.isEmpty() ? "" : " " + options;
  }
}
