package dev.shardwright.ui.help;

import dev.shardwright.ui.parts.Nodes;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;

/** Markdown as nodes of the window: what the pages of help use, no more. */
final class Markdown {
  /** The pages' tables name a thing and say two sentences about it; in percent. */
  private static final double SHORT_SHARE = 22;

  private static final double LONG_SHARE = 39;

  private final Consumer<String> follow;

  /**
   * A renderer.
   *
   * @param follow told the page of a link that was clicked
   */
  Markdown(Consumer<String> follow) {
    this.follow = follow;
  }

  Node of(String text) {
    Parser parser = Parser.builder().extensions(List.of(TablesExtension.create())).build();
    VBox page = new VBox(10);
    page.getStyleClass().add("help-page");
    blocks(parser.parse(text), page);
    return page;
  }

  private void blocks(org.commonmark.node.Node parent, VBox into) {
    for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Heading h -> into.getChildren().add(flow(h, h.getLevel() == 1 ? "help-1" : "help-2"));
        case Paragraph p -> into.getChildren().add(flow(p, "help-text"));
        case BulletList l -> items(l, into);
        case OrderedList l -> items(l, into);
        case TableBlock t -> into.getChildren().add(table(t));
        default -> blocks(node, into);
      }
    }
  }

  private void items(org.commonmark.node.Node list, VBox into) {
    for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
      VBox content = new VBox(4);
      blocks(item, content);
      HBox.setHgrow(content, Priority.ALWAYS);
      into.getChildren().add(new HBox(8, Nodes.label("•", "muted"), content));
    }
  }

  private Node table(TableBlock table) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("help-table");
    for (double share : new double[] {SHORT_SHARE, LONG_SHARE, LONG_SHARE}) {
      ColumnConstraints width = new ColumnConstraints();
      width.setPercentWidth(share);
      grid.getColumnConstraints().add(width);
    }
    int row = 0;
    for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (var line = part.getFirstChild(); line instanceof TableRow; line = line.getNext()) {
        int column = 0;
        for (var cell = line.getFirstChild(); cell instanceof TableCell c; cell = cell.getNext()) {
          TextFlow flow = flow(c, c.isHeader() ? "help-head" : "help-cell");
          grid.add(flow, column++, row);
        }
        row++;
      }
    }
    return grid;
  }

  private TextFlow flow(org.commonmark.node.Node parent, String style) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add(style);
    inline(parent, flow, "");
    return flow;
  }

  private void inline(org.commonmark.node.Node parent, TextFlow into, String style) {
    for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case org.commonmark.node.Text t -> into.getChildren().add(text(t.getLiteral(), style));
        case Code c -> into.getChildren().add(text(c.getLiteral(), "mono"));
        case SoftLineBreak b -> into.getChildren().add(text(" ", style));
        case Emphasis e -> inline(e, into, "strong");
        case StrongEmphasis e -> inline(e, into, "strong");
        case Link l -> into.getChildren().add(link(l));
        default -> inline(node, into, style);
      }
    }
  }

  private Node link(Link link) {
    Hyperlink shown = new Hyperlink(words(link));
    String page = link.getDestination().replaceFirst("\\.md$", "");
    shown.setOnAction(event -> follow.accept(page));
    return shown;
  }

  private static String words(org.commonmark.node.Node parent) {
    StringBuilder words = new StringBuilder();
    for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
      words.append(
          switch (node) {
            case org.commonmark.node.Text t -> t.getLiteral();
            case Code c -> c.getLiteral();
            default -> words(node);
          });
    }
    return words.toString();
  }

  private static Text text(String words, String style) {
    Text text = new Text(words);
    text.getStyleClass().add("text");
    if (!style.isEmpty()) {
      text.getStyleClass().add(style);
    }
    return text;
  }
}
