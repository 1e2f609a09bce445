package dev.shardwright.export;

import dev.shardwright.dialect.Dialect;

/** Writes values as SQL literals that the server reads back to the same bits. */
sealed interface Literals permits PostgresLiterals, MySqlLiterals {

  static Literals of(Dialect dialect) {
    return dialect.product().isMySqlFamily() ? new MySqlLiterals() : new PostgresLiterals();
  }

  /** A value of a row; NULL included. */
  void value(Utf8Buffer out, RowText row, int column, DataColumn.Form form);

  /** True if the text can stand as a number without quotes: a digit, or a sign and a digit. */
  static boolean bare(byte[] text, int from, int to) {
    int at = from < to && text[from] == '-' ? from + 1 : from;
    return at < to && text[at] >= '0' && text[at] <= '9';
  }
}
