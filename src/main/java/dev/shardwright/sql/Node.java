package dev.shardwright.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.misc.Interval;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * A node of a parsed statement, the same for both grammars: they share their rules' names, though
 * not their classes.
 */
final class Node {
  private static final String SUFFIX = "Context";

  private final ParserRuleContext context;

  Node(ParserRuleContext context) {
    this.context = context;
  }

  /** The rule's name, or that of its alternative: {@code columnDeclaration}. */
  String kind() {
    String name = context.getClass().getSimpleName();
    return name.substring(0, 1).toLowerCase(Locale.ROOT)
        + name.substring(1, name.length() - SUFFIX.length());
  }

  boolean is(String... kinds) {
    return List.of(kinds).contains(kind());
  }

  /** The child nodes in order. */
  List<Node> children() {
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < context.getChildCount(); i++) {
      if (context.getChild(i) instanceof ParserRuleContext child) {
        nodes.add(new Node(child));
      }
    }
    return nodes;
  }

  List<Node> all(String... kinds) {
    return children().stream().filter(node -> node.is(kinds)).toList();
  }

  Optional<Node> first(String... kinds) {
    return children().stream().filter(node -> node.is(kinds)).findFirst();
  }

  /** All nodes of some kinds below, in the text's order; those inside a found one too. */
  List<Node> deep(String... kinds) {
    List<Node> found = new ArrayList<>();
    visit(node -> {
      if (node.is(kinds)) {
        found.add(node);
      }
    });
    return found;
  }

  private void visit(Consumer<Node> visitor) {
    for (Node child : children()) {
      visitor.accept(child);
      child.visit(visitor);
    }
  }

  /** The node's own words (not those of its child nodes), in capitals. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < context.getChildCount(); i++) {
      if (context.getChild(i) instanceof TerminalNode word) {
        words.add(word.getText().toUpperCase(Locale.ROOT));
      }
    }
    return words;
  }

  boolean has(String word) {
    return words().contains(word);
  }

  /** Child nodes and own words in the text's order; a word as its text. */
  Stream<Object> parts() {
    return Stream.iterate(0, i -> i < context.getChildCount(), i -> i + 1)
        .map(context::getChild)
        .map(Node::part);
  }

  private static Object part(ParseTree tree) {
    return tree instanceof ParserRuleContext rule ? new Node(rule) : tree.getText();
  }

  /** The original text, blanks and comments included. */
  String text() {
    if (context.getStop() == null
        || context.getStop().getStopIndex() < context.getStart().getStartIndex()) {
      return "";
    }
    CharStream input = context.getStart().getInputStream();
    return input.getText(
        Interval.of(context.getStart().getStartIndex(), context.getStop().getStopIndex()));
  }

  int line() {
    return context.getStart().getLine();
  }
}
