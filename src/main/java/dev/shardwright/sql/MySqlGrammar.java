package dev.shardwright.sql;

import dev.shardwright.model.Product;
import io.debezium.ddl.parser.mariadb.generated.MariaDBLexer;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser;
import io.debezium.ddl.parser.mysql.legacy.MySqlLexer;
import io.debezium.ddl.parser.mysql.legacy.MySqlParser;
import java.util.Optional;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;

/** Parses statements with the grammars of MySQL and MariaDB. */
final class MySqlGrammar {
  private MySqlGrammar() {}

  /** The grammar does not know this statement; the message says where it stopped. */
  static final class SyntaxError extends Exception {
    private static final long serialVersionUID = 1L;

    SyntaxError(String message) {
      super(message);
    }
  }

  /**
   * The tree of a script of one or more statements.
   *
   * @param sql version comments must be unwrapped: the grammar would skip them without a word
   */
  static Node parse(String sql, Product product) throws SyntaxError {
    return product == Product.MARIADB ? mariaDb(sql) : mySql(sql);
  }

  /** The tree by the product's grammar, or else by its sister's. */
  static Node parseEither(String sql, Product product) throws SyntaxError {
    try {
      return parse(sql, product);
    } catch (SyntaxError e) {
      Product sister = product == Product.MARIADB ? Product.MYSQL : Product.MARIADB;
      return parseOr(sql, sister).orElseThrow(() -> e);
    }
  }

  private static Optional<Node> parseOr(String sql, Product product) {
    try {
      return Optional.of(parse(sql, product));
    } catch (SyntaxError e) {
      return Optional.empty(); // the first grammar's message is reported
    }
  }

  private static Node mySql(String sql) throws SyntaxError {
    CharStream chars = CharStreams.fromString(sql);
    MySqlParser parser = new MySqlParser(tokens(new MySqlLexer(chars)));
    return twoStages(parser, parser::root);
  }

  private static Node mariaDb(String sql) throws SyntaxError {
    CharStream chars = CharStreams.fromString(sql);
    MariaDBParser parser = new MariaDBParser(tokens(new MariaDBLexer(chars)));
    return twoStages(parser, parser::root);
  }

  private static CommonTokenStream tokens(Lexer lexer) {
    lexer.removeErrorListeners();
    lexer.addErrorListener(new Thrower());
    return new CommonTokenStream(lexer);
  }

  private interface Rule {
    ParserRuleContext parse();
  }

  // The quick prediction mode first, the full one only where it fails: ANTLR's own advice.
  private static Node twoStages(Parser parser, Rule root) throws SyntaxError {
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    try {
      return new Node(root.parse());
    } catch (ParseCancellationException e) {
      parser.reset();
      parser.setErrorHandler(new DefaultErrorStrategy());
      parser.addErrorListener(new Thrower());
      parser.getInterpreter().setPredictionMode(PredictionMode.LL);
    }
    try {
      return new Node(root.parse());
    } catch (ParseCancellationException e) {
      throw new SyntaxError(String.valueOf(e.getMessage()));
    }
  }

  private static final class Thrower extends BaseErrorListener {
    private static final int SHORT_LENGTH = 120;

    @Override
    public void syntaxError(
        Recognizer<?, ?> recognizer,
        @Nullable Object symbol,
        int line,
        int column,
        String message,
        @Nullable RecognitionException e) {
      String brief = message.replaceFirst("(?s) expecting \\{.*", "");
      throw new ParseCancellationException(
          "line "
              + line
              + ": "
              + (brief.length() > SHORT_LENGTH ? brief.substring(0, SHORT_LENGTH) + "…" : brief));
    }
  }
}
