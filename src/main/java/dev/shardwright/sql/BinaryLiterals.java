package dev.shardwright.sql;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Strings of MySQL dumps that hold raw bytes instead of text. */
final class BinaryLiterals {
  private BinaryLiterals() {}

  /** The statement as text, with every string that is no UTF-8 as a hexadecimal literal. */
  static String decode(byte[] statement) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(statement)).toString();
    } catch (CharacterCodingException e) {
      return new String(withHexLiterals(statement), StandardCharsets.UTF_8);
    }
  }

  private static byte[] withHexLiterals(byte[] statement) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(statement.length + 100);
    int at = 0;
    while (at < statement.length) {
      int b = statement[at];
      if (b != '\'' && b != '"' && b != '`') {
        out.write(b);
        at++;
        continue;
      }
      int end = end(statement, at);
      byte[] literal = Arrays.copyOfRange(statement, at, end);
      out.writeBytes(b == '`' || isText(literal) ? literal : hex(literal));
      at = end;
    }
    return out.toByteArray();
  }

  private static int end(byte[] statement, int start) {
    byte quote = statement[start];
    int at = start + 1;
    while (at < statement.length) {
      if (statement[at] == '\\' && quote != '`') {
        at++;
      } else if (statement[at] == quote) {
        if (at + 1 >= statement.length || statement[at + 1] != quote) {
          return at + 1;
        }
        at++;
      }
      at++;
    }
    return statement.length;
  }

  private static boolean isText(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static byte[] hex(byte[] literal) {
    ByteArrayOutputStream value = new ByteArrayOutputStream(literal.length);
    for (int at = 1; at < literal.length - 1; at++) {
      if (literal[at] == '\\') {
        value.write(escaped(literal[++at]));
      } else {
        value.write(literal[at]);
        at += literal[at] == literal[0] ? 1 : 0; // a doubled quote stands for one
      }
    }
    String hex = "0x" + HexFormat.of().formatHex(value.toByteArray());
    return hex.getBytes(StandardCharsets.US_ASCII);
  }

  // MySQL 8.4 manual, "String Literals", "Special Character Escape Sequences".
  private static int escaped(int b) {
    return switch (b) {
      case '0' -> 0;
      case 'b' -> '\b';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'Z' -> 26;
      default -> b;
    };
  }
}
