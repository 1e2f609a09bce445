package dev.shardwright.sql;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;

/**
 * A character set that clients of MySQL and MariaDB send their statements in.
 *
 * @param pairs true if the second byte of a character may look like a quote or a backslash
 */
record MySqlCharset(Charset charset, boolean pairs) {
  static final MySqlCharset UTF8 = new MySqlCharset(StandardCharsets.UTF_8, false);

  private static final Charset LATIN1 = Charset.forName("windows-1252");
  private static final char UNKNOWN = '\uFFFD';

  /** The character set that MySQL calls so; none if this program cannot read it. */
  static Optional<MySqlCharset> of(String name) {
    String java =
        switch (name.toLowerCase(Locale.ROOT)) {
          case "utf8", "utf8mb3", "utf8mb4", "binary", "default" -> "UTF-8";
          case "ascii" -> "US-ASCII";
          case "latin1" -> LATIN1.name();
          case "latin2" -> "ISO-8859-2";
          case "latin5" -> "ISO-8859-9";
          case "latin7" -> "ISO-8859-13";
          case "greek" -> "ISO-8859-7";
          case "hebrew" -> "ISO-8859-8";
          case "koi8r" -> "KOI8-R";
          case "koi8u" -> "KOI8-U";
          case "cp850", "cp852", "cp866" -> name.toLowerCase(Locale.ROOT).replace("cp", "IBM");
          case "cp1250", "cp1251", "cp1256", "cp1257" ->
              name.toLowerCase(Locale.ROOT).replace("cp", "windows-");
          case "tis620" -> "TIS-620";
          case "ujis", "eucjpms" -> "EUC-JP";
          case "euckr" -> "EUC-KR";
          case "gb2312" -> "GB2312";
          case "gbk" -> "GBK";
          case "gb18030" -> "GB18030";
          case "big5" -> "Big5";
          case "sjis" -> "Shift_JIS";
          case "cp932" -> "windows-31j";
          default -> "";
        };
    try {
      return java.isEmpty() ? Optional.empty() : Optional.of(of(Charset.forName(java)));
    } catch (UnsupportedCharsetException e) {
      return Optional.empty(); // a Java without its larger character sets
    }
  }

  private static MySqlCharset of(Charset charset) {
    return new MySqlCharset(
        charset,
        switch (charset.name()) {
          case "GBK", "GB18030", "Big5", "Shift_JIS", "windows-31j" -> true;
          default -> false;
        });
  }

  /** True if the byte after this one belongs to the same character. */
  boolean leads(int b) {
    return pairs && b > 0x80 && !(b >= 0xA0 && b <= 0xDF && isJapanese());
  }

  // There, A1 to DF are katakana of half width, of one byte each.
  private boolean isJapanese() {
    return charset.name().equals("Shift_JIS") || charset.name().equals("windows-31j");
  }

  boolean isUtf8() {
    return charset.equals(StandardCharsets.UTF_8);
  }

  /** The text of these bytes; none if they are no text of this character set. */
  Optional<String> decoded(byte[] bytes) {
    if (charset.equals(LATIN1)) {
      return Optional.of(latin1(bytes));
    }
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  // MySQL 8.4 manual, "West European Character Sets": its latin1 is windows-1252, whose five holes
  // stand for the control characters of the same numbers.
  private static String latin1(byte[] bytes) {
    StringBuilder text = new StringBuilder(new String(bytes, LATIN1));
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == UNKNOWN) {
        text.setCharAt(i, (char) (bytes[i] & 0xFF));
      }
    }
    return text.toString();
  }
}
