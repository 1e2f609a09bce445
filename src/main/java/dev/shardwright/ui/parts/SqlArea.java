package dev.shardwright.ui.parts;

import dev.shardwright.ui.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/** A whole SQL file to read: line numbers, colours, selectable, fast on large text. */
public final class SqlArea extends VirtualizedScrollPane<CodeArea> {
  /** Colours are a help to the reader; beyond this nobody reads and they only cost time. */
  private static final int COLOURED_CHARS = 400_000;

  public SqlArea() {
    super(new CodeArea());
    CodeArea area = getContent();
    area.getStyleClass().add("sql-area");
    area.setEditable(false);
    name(Texts.of("sql.area"));
    area.setParagraphGraphicFactory(LineNumberFactory.get(area));
    area.addEventFilter(KeyEvent.KEY_PRESSED, key -> step(area, key));
  }

  /** What a screen reader calls the text. */
  public void name(String name) {
    getContent().setAccessibleText(name);
  }

  /** An editor keeps Tab for itself; here the keyboard would never get out of it again. */
  private static void step(CodeArea area, KeyEvent key) {
    if (key.getCode() == KeyCode.TAB && !key.isControlDown()) {
      area.requestFocusTraversal(
          key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
      key.consume();
    }
  }

  /** A text with its colours, ready to show. */
  public record Coloured(String text, List<SqlTokens.Token> tokens) {

    /** Colours a text; may run on any thread. */
    public static Coloured of(String text) {
      return new Coloured(text, text.length() > COLOURED_CHARS ? List.of() : SqlTokens.of(text));
    }

    /** A text that is no SQL. */
    public static Coloured plain(String text) {
      return new Coloured(text, List.of());
    }
  }

  public void show(Coloured coloured) {
    CodeArea area = getContent();
    area.replaceText(coloured.text());
    if (!coloured.tokens().isEmpty()) {
      area.setStyleSpans(0, spans(coloured.tokens()));
    }
    area.moveTo(0);
    area.requestFollowCaret();
  }

  private static StyleSpans<Collection<String>> spans(List<SqlTokens.Token> tokens) {
    StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
    for (SqlTokens.Token token : tokens) {
      spans.add(token.style().isEmpty() ? Set.of() : Set.of(token.style()), token.text().length());
    }
    return spans.create();
  }
}
