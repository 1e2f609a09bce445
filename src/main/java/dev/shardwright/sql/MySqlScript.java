package dev.shardwright.sql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A script as the mysql and mariadb clients read it: {@code DELIMITER} lines, strings with
 * backslashes, three kinds of comments, of which {@code /*! … *}{@code /} is code.
 *
 * <p>The bytes are read in the character set, and the strings by the SQL mode, that the script
 * sets; its statements come in the words of a session in UTF-8. A string that is no text (a binary
 * value of a dump made without {@code --hex-blob}) is turned into a hexadecimal literal.
 */
public final class MySqlScript implements SqlScript {
  /** Why text after a SET to an unreadable character set may be wrong. */
  public static final String READ_AS_UTF8 =
      "this program does not know this character set: what follows was read as UTF-8";

  private static final String DELIMITER = "DELIMITER";

  private final ByteScanner scanner;
  private final ScriptSettings settings = new ScriptSettings();
  private byte[] delimiter = {';'};
  private int codeComments;
  private int parentheses;

  public MySqlScript(InputStream in) throws IOException {
    this.scanner = new ByteScanner(Encodings.asUtf8(in));
  }

  @Override
  public long bytesRead() {
    return scanner.bytesRead();
  }

  /**
   * The character sets, sorted, that the script turned to so far and that this program does not
   * know: what followed was read as UTF-8.
   */
  public Set<String> unreadableCharacterSets() {
    return settings.unreadable();
  }

  @Override
  public Optional<SqlStatement> next() throws IOException {
    while (true) {
      skipBlanks();
      if (scanner.peek(0) == ByteScanner.END) {
        return Optional.empty();
      }
      if (delimiterLine() || clientCommand() || comment()) {
        continue;
      }
      if (scanner.ahead(delimiter)) {
        scanner.skip(delimiter.length);
        continue;
      }
      long line = scanner.line();
      boolean ended = collect();
      boolean whole = !scanner.tooLong();
      String text = BinaryLiterals.decode(scanner.take(), settings).strip();
      if (!onlyComments(text)) {
        return Optional.of(new SqlStatement(settings.follow(text), line, ended && whole));
      }
    }
  }

  /** Collects up to the delimiter; false if the file ended before. */
  private boolean collect() throws IOException {
    codeComments = 0;
    parentheses = 0;
    boolean closed = true;
    while (true) {
      if (codeComments == 0 && scanner.ahead(delimiter)) {
        scanner.skip(delimiter.length);
        return true;
      }
      int b = scanner.peek(0);
      if (b == ByteScanner.END) {
        return closed && codeComments == 0 && parentheses <= 0;
      }
      closed = step(b);
    }
  }

  private boolean step(int b) throws IOException {
    return switch (b) {
      case '\'', '"', '`' -> quoted(b, settings.escapes(b));
      case '#' -> {
        scanner.keepLine();
        yield true;
      }
      case '-' -> dash();
      case '/' -> slash();
      case '*' -> star();
      default -> {
        parentheses += b == '(' ? 1 : b == ')' ? -1 : 0;
        scanner.keep(settings.charset().leads(b) ? 2 : 1);
        yield true;
      }
    };
  }

  private boolean quoted(int quote, boolean escapes) throws IOException {
    return scanner.keepQuoted(quote, b -> (b == '\\' && escapes) || settings.charset().leads(b));
  }

  // "--" is a comment only before a blank (MySQL 8.4 manual, "Comments").
  private boolean dash() throws IOException {
    int after = scanner.peek(2);
    if (scanner.peek(1) == '-' && (after == ByteScanner.END || after <= ' ')) {
      scanner.keepLine();
    } else {
      scanner.keep();
    }
    return true;
  }

  private boolean slash() throws IOException {
    if (scanner.peek(1) != '*') {
      scanner.keep();
      return true;
    }
    boolean code = scanner.peek(2) == '!' || (scanner.peek(2) == 'M' && scanner.peek(3) == '!');
    scanner.keep(2);
    if (code) {
      codeComments++;
      return true;
    }
    for (int b = scanner.keep(); b != ByteScanner.END; b = scanner.keep()) {
      if (b == '*' && scanner.peek(0) == '/') {
        scanner.keep();
        return true;
      }
    }
    return false;
  }

  private boolean star() throws IOException {
    if (codeComments > 0 && scanner.peek(1) == '/') {
      codeComments--;
      scanner.keep();
    }
    scanner.keep();
    return true;
  }

  private void skipBlanks() throws IOException {
    while (scanner.peek(0) != ByteScanner.END && scanner.peek(0) <= ' ') {
      scanner.skip();
    }
  }

  /** A comment before a statement: a DELIMITER line may follow it. */
  private boolean comment() throws IOException {
    int b = scanner.peek(0);
    int after = scanner.peek(2);
    boolean dashes =
        b == '-' && scanner.peek(1) == '-' && (after == ByteScanner.END || after <= ' ');
    if (b == '#' || dashes) {
      scanner.skipLine();
      return true;
    }
    boolean code = after == '!' || (after == 'M' && scanner.peek(3) == '!');
    if (b != '/' || scanner.peek(1) != '*' || code) {
      return false;
    }
    scanner.skip(2);
    while (scanner.peek(0) != ByteScanner.END
        && !(scanner.peek(0) == '*' && scanner.peek(1) == '/')) {
      scanner.skip();
    }
    scanner.skip(2);
    return true;
  }

  /** {@code DELIMITER //}: a line of the client, never sent to the server. */
  private boolean delimiterLine() throws IOException {
    for (int i = 0; i < DELIMITER.length(); i++) {
      if (Character.toUpperCase(scanner.peek(i)) != DELIMITER.charAt(i)) {
        return false;
      }
    }
    int after = scanner.peek(DELIMITER.length());
    if (after != ' ' && after != '\t') {
      return false;
    }
    String rest = scanner.skipLine().substring(DELIMITER.length()).strip();
    String word = rest.split("\\s", 2)[0];
    if (!word.isEmpty()) {
      delimiter = word.getBytes(StandardCharsets.UTF_8);
    }
    return true;
  }

  /** {@code source file}, {@code \. file}: other commands of the client on a line of their own. */
  private boolean clientCommand() throws IOException {
    if (scanner.peek(0) != '\\') {
      return false;
    }
    scanner.skipLine();
    return true;
  }

  private static boolean onlyComments(String text) {
    String rest =
        text.toUpperCase(Locale.ROOT).startsWith("/*M!999999")
            ? text.substring(text.indexOf("*/") + 2)
            : text;
    return SqlText.withoutLeadingComments(rest).isEmpty();
  }
}
