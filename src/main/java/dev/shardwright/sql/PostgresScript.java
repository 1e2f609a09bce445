package dev.shardwright.sql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script as psql reads it: dollar quotes, nested comments, statements inside parentheses and
 * {@code BEGIN ATOMIC} bodies, backslash commands, and the rows that follow {@code COPY … FROM
 * stdin}.
 */
public final class PostgresScript implements SqlScript {
  private static final Pattern COPY = Pattern.compile("(?is)COPY\\b.*\\bFROM\\s+STDIN\\b.*");
  private static final Pattern ENCODING =
      Pattern.compile("(?im)^\\s*SET\\s+client_encoding\\s*(?:=|TO)\\s*'?([\\w-]+)'?\\s*;");
  private static final Pattern OLD_STRINGS =
      Pattern.compile("(?is)SET\\s+standard_conforming_strings\\s*(?:=|TO)\\s*'?(off|on)'?\\s*");
  private static final byte[] END_OF_COPY = {'\\', '.'};
  private static final int HEAD_BYTES = 1 << 14;

  private final ByteScanner scanner;
  private final List<SqlStatement> commands = new ArrayList<>();
  private final StatementShape shape = new StatementShape();
  private boolean backslashEscapes;

  public PostgresScript(InputStream in) throws IOException {
    this.scanner = new ByteScanner(decoded(in));
  }

  /** pg_dump names the encoding in its first statements. */
  private static InputStream decoded(InputStream in) throws IOException {
    InputStream utf8 = Encodings.asUtf8(in);
    byte[] head = utf8.readNBytes(HEAD_BYTES);
    InputStream whole =
        new java.io.SequenceInputStream(new java.io.ByteArrayInputStream(head), utf8);
    Matcher encoding = ENCODING.matcher(new String(head, StandardCharsets.ISO_8859_1));
    return encoding.find()
        ? charset(encoding.group(1)).map(c -> Encodings.converted(whole, c)).orElse(whole)
        : whole;
  }

  private static Optional<Charset> charset(String name) {
    String java =
        switch (name.toUpperCase(Locale.ROOT).replace("-", "").replace("_", "")) {
          case "UTF8", "UNICODE", "SQLASCII" -> "";
          case "EUCJP" -> "EUC-JP";
          case "SJIS" -> "Shift_JIS";
          default ->
              name.toUpperCase(Locale.ROOT)
                  .replaceFirst("^WIN", "windows-")
                  .replaceFirst("^LATIN", "ISO-8859-")
                  .replaceFirst("^ISO-8859-9$", "ISO-8859-15")
                  .replaceFirst("^ISO_8859_", "ISO-8859-")
                  .replaceFirst("^KOI8R$", "KOI8-R");
        };
    try {
      return java.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(java));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty(); // read as UTF-8; the server reports what it cannot take
    }
  }

  @Override
  public long bytesRead() {
    return scanner.bytesRead();
  }

  /** The backslash commands met so far; psql alone knows them. */
  public List<SqlStatement> commands() {
    return List.copyOf(commands);
  }

  /** True if rows follow this statement: {@link #copyRows} must be read before the next one. */
  public static boolean isCopyFromStdin(SqlStatement statement) {
    return COPY.matcher(SqlText.withoutLeadingComments(statement.text())).matches();
  }

  @Override
  public Optional<SqlStatement> next() throws IOException {
    while (true) {
      skipBlanks();
      int b = scanner.peek(0);
      if (b == ByteScanner.END) {
        return Optional.empty();
      }
      if (b == '\\') {
        long line = scanner.line();
        commands.add(new SqlStatement(scanner.skipLine(), line, true));
      } else if (b == ';') {
        scanner.skip();
      } else if (b == '-' && scanner.peek(1) == '-') {
        scanner.skipLine(); // a command of psql may follow it
      } else {
        Optional<SqlStatement> statement = collected();
        if (statement.isPresent()) {
          return statement;
        }
      }
    }
  }

  private Optional<SqlStatement> collected() throws IOException {
    long line = scanner.line();
    shape.reset();
    boolean ended = collect();
    boolean whole = !scanner.tooLong();
    String text = new String(scanner.take(), StandardCharsets.UTF_8).strip();
    if (SqlText.withoutLeadingComments(text).isEmpty()) {
      return Optional.empty();
    }
    Matcher strings = OLD_STRINGS.matcher(SqlText.withoutLeadingComments(text));
    if (strings.matches()) {
      backslashEscapes = strings.group(1).equalsIgnoreCase("off");
    }
    return Optional.of(new SqlStatement(text, line, ended && whole));
  }

  /** Collects up to the semicolon; false if the file ended in a string, comment or parenthesis. */
  private boolean collect() throws IOException {
    boolean closed = true;
    while (true) {
      int b = scanner.peek(0);
      if (b == ByteScanner.END) {
        return closed && shape.complete();
      }
      if (b == ';' && shape.complete()) {
        scanner.skip();
        if (isCopyFromStdinAhead()) {
          scanner.skipLine();
        }
        return true;
      }
      closed = step(b);
    }
  }

  private boolean isCopyFromStdinAhead() throws IOException {
    return shape.startsWith("COPY") && (scanner.peek(0) == '\n' || scanner.peek(0) == '\r');
  }

  private boolean step(int b) throws IOException {
    if (StatementShape.isWordStart(b)) {
      return word();
    }
    return switch (b) {
      case '\'' -> quoted('\'', backslashEscapes);
      case '"' -> quoted('"', false);
      case '$' -> dollar();
      case '-' -> dash();
      case '/' -> slash();
      default -> {
        shape.sign(b);
        scanner.keep();
        yield true;
      }
    };
  }

  private boolean word() throws IOException {
    StringBuilder word = new StringBuilder();
    while (StatementShape.isWordPart(scanner.peek(0))) {
      word.append((char) scanner.keep());
    }
    if (scanner.peek(0) == '\'' && word.toString().equalsIgnoreCase("E")) {
      return quoted('\'', true);
    }
    shape.word(word.toString());
    return true;
  }

  private boolean quoted(int quote, boolean escapes) throws IOException {
    return scanner.keepQuoted(quote, b -> b == '\\' && escapes);
  }

  /** {@code $$ … $$} or {@code $tag$ … $tag$}; otherwise a parameter or part of nothing. */
  private boolean dollar() throws IOException {
    int length = 1;
    while (StatementShape.isTagPart(scanner.peek(length), length == 1)) {
      length++;
    }
    if (scanner.peek(length) != '$') {
      scanner.keep();
      return true;
    }
    byte[] tag = new byte[length + 1];
    for (int i = 0; i < tag.length; i++) {
      tag[i] = (byte) scanner.keep();
    }
    while (!scanner.ahead(tag)) {
      if (scanner.keep() == ByteScanner.END) {
        return false;
      }
    }
    scanner.keep(tag.length);
    return true;
  }

  private boolean dash() throws IOException {
    if (scanner.peek(1) == '-') {
      scanner.keepLine();
    } else {
      scanner.keep();
    }
    return true;
  }

  // Comments nest (PostgreSQL 18 manual, "Comments").
  private boolean slash() throws IOException {
    if (scanner.peek(1) != '*') {
      scanner.keep();
      return true;
    }
    scanner.keep(2);
    for (int depth = 1; depth > 0; ) {
      int b = scanner.keep();
      if (b == ByteScanner.END) {
        return false;
      }
      if (b == '*' && scanner.peek(0) == '/') {
        scanner.keep();
        depth--;
      } else if (b == '/' && scanner.peek(0) == '*') {
        scanner.keep();
        depth++;
      }
    }
    return true;
  }

  private void skipBlanks() throws IOException {
    while (scanner.peek(0) != ByteScanner.END && scanner.peek(0) <= ' ') {
      scanner.skip();
    }
  }

  /** The rows after a COPY statement, up to the line that holds {@code \.} alone, as UTF-8. */
  public CopyRows copyRows() {
    return new CopyRows();
  }

  /** Rows of a COPY statement in its own text format. */
  public final class CopyRows extends InputStream {
    private boolean lineStart = true;
    private boolean done;
    private boolean closedProperly;

    private CopyRows() {}

    /** False, once all was read, if the file ended before {@code \.}. */
    public boolean closedProperly() {
      return closedProperly;
    }

    @Override
    public int read() throws IOException {
      if (done) {
        return -1;
      }
      if (lineStart && atEnd()) {
        scanner.skipLine();
        closedProperly = true;
        done = true;
        return -1;
      }
      int b = scanner.skip();
      lineStart = b == '\n';
      done = b == ByteScanner.END;
      return b;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = 0;
      while (count < length) {
        int b = read();
        if (b < 0) {
          return count == 0 ? -1 : count;
        }
        target[offset + count++] = (byte) b;
      }
      return count;
    }

    private boolean atEnd() throws IOException {
      int after = scanner.peek(2);
      return scanner.ahead(END_OF_COPY)
          && (after == '\n' || after == '\r' || after == ByteScanner.END);
    }
  }
}
