package dev.shardwright.diagram;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;

/** Words and rules beside a drawing on paper. */
record Ink(Graphics2D g, Theme theme) {

  void text(String text, Typeface face, Color color, double x, double y) {
    g.setFont(face.fontFor(text));
    g.setColor(color);
    g.drawString(text, (float) x, (float) y);
  }

  void textAround(String text, Typeface face, Color color, double x, double y) {
    text(text, face, color, x - face.width(text) / 2, y);
  }

  void textBefore(String text, Typeface face, Color color, double x, double y) {
    text(text, face, color, x - face.width(text), y);
  }

  /** A hairline. */
  void rule(double fromX, double fromY, double toX, double toY) {
    g.setColor(theme.frameBorder());
    g.setStroke(new BasicStroke(0.8f));
    g.draw(new Line2D.Double(fromX, fromY, toX, toY));
  }
}
