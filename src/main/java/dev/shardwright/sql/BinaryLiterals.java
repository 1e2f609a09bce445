package dev.shardwright.sql;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Strings of MySQL dumps that hold raw bytes instead of text. */
final class BinaryLiterals {
  private final byte[] statement;
  private final MySqlCharset charset;
  private final ScriptSettings settings;
  private final StringBuilder out = new StringBuilder();

  private BinaryLiterals(byte[] statement, ScriptSettings settings) {
    this.statement = statement;
    this.settings = settings;
    this.charset = settings.charset();
  }

  /**
   * The statement as text, with every string that is no text in the script's character set as a
   * hexadecimal literal.
   */
  static String decode(byte[] statement, ScriptSettings settings) {
    return settings.charset().isUtf8()
        ? MySqlCharset.UTF8
            .decoded(statement)
            .orElseGet(() -> new BinaryLiterals(statement, settings).withHexLiterals())
        : new BinaryLiterals(statement, settings).withHexLiterals();
  }

  private String withHexLiterals() {
    int from = 0;
    int at = 0;
    while (at < statement.length) {
      int b = statement[at] & 0xFF;
      if (b != '\'' && b != '"' && b != '`') {
        at += charset.leads(b) ? 2 : 1;
        continue;
      }
      text(from, at);
      int end = end(at);
      if (settings.isName(b)) {
        text(at, end);
      } else {
        literal(Arrays.copyOfRange(statement, at, end), hasIntroducer(at));
      }
      from = end;
      at = end;
    }
    text(from, statement.length);
    return out.toString();
  }

  private void text(int from, int to) {
    byte[] bytes = Arrays.copyOfRange(statement, from, Math.min(to, statement.length));
    out.append(charset.decoded(bytes).orElseGet(() -> new String(bytes, charset.charset())));
  }

  /** Bytes behind an introducer are of its character set, whatever the script's is. */
  private void literal(byte[] bytes, boolean introduced) {
    boolean raw = introduced && !charset.isUtf8() && !isAscii(bytes);
    Optional<String> text = raw ? Optional.empty() : charset.decoded(bytes);
    boolean glued = introduced && out.charAt(out.length() - 1) > ' ';
    out.append(text.orElseGet(() -> (glued ? " " : "") + hex(bytes)));
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  /** {@code _latin1 '…'}: MySQL 8.4 manual, "Character Set Introducers". */
  private boolean hasIntroducer(int quote) {
    int at = quote - 1;
    while (at >= 0 && statement[at] <= ' ' && statement[at] >= 0) {
      at--;
    }
    while (at >= 0 && statement[at] != '_' && Character.isLetterOrDigit(statement[at])) {
      at--;
    }
    boolean begins = at == 0 || (at > 0 && !Character.isJavaIdentifierPart(statement[at - 1]));
    return begins && statement[at] == '_';
  }

  private int end(int start) {
    byte quote = statement[start];
    boolean escapes = settings.escapes(quote);
    int at = start + 1;
    while (at < statement.length) {
      if ((statement[at] == '\\' && escapes) || charset.leads(statement[at] & 0xFF)) {
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

  private String hex(byte[] literal) {
    ByteArrayOutputStream value = new ByteArrayOutputStream(literal.length);
    boolean escapes = settings.escapes(literal[0]);
    for (int at = 1; at < literal.length - 1; at++) {
      if (literal[at] == '\\' && escapes) {
        value.write(escaped(literal[++at]));
      } else {
        value.write(literal[at]);
        at += literal[at] == literal[0] ? 1 : 0; // a doubled quote stands for one
      }
    }
    return "0x" + HexFormat.of().formatHex(value.toByteArray());
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
