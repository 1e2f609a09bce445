package dev.shardwright.report.pdf;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Text in signs that no bundled font has: fonts for all of Unicode would be many times the
 * program's size. The platform's fonts draw it, joined and ordered as its script wants; a sign that
 * they lack is told by its number. In both ways a search finds it and a copy takes it.
 */
final class ForeignText {
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
  private static final int SIZE = 100;
  private static final Font PLATFORM = new Font(Font.SANS_SERIF, Font.PLAIN, SIZE);

  /** The bundled monospaced face, in which numbers of signs are set. */
  private static final Face NUMBERS = Face.CODE;

  private static final float NUMBERS_WIDTH = 0.6f;
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private ForeignText() {}

  /** The text without signs that only steer it; those that join letters stay. */
  static String cleaned(String text) {
    return text.codePoints()
        .map(sign -> sign == '\t' ? ' ' : sign)
        .filter(ForeignText::shown)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean shown(int sign) {
    return switch (Character.getType(sign)) {
      case Character.CONTROL, Character.SURROGATE -> false;
      case Character.FORMAT -> sign == ZERO_WIDTH_JOINER || sign == ZERO_WIDTH_NON_JOINER;
      default -> true;
    };
  }

  /** True if the platform has the sign as an outline; those in colour are pictures. */
  static boolean drawable(int sign) {
    return PLATFORM.canDisplay(sign)
        && (Character.isWhitespace(sign) || !empty(layout(Character.toString(sign))));
  }

  static Run run(String text) {
    if (PLATFORM.canDisplayUpTo(text) < 0) {
      TextLayout layout = layout(text);
      if (!empty(layout)) {
        String unseen = "?".repeat(text.codePointCount(0, text.length()));
        float width = layout.getAdvance() / SIZE;
        return new Run(Face.TEXT, unseen, text, width, Optional.of(outline(layout)));
      }
    }
    String numbers =
        text.codePoints().mapToObj("U+%04X"::formatted).collect(Collectors.joining(" ", "[", "]"));
    return new Run(NUMBERS, numbers, text, numbers.length() * NUMBERS_WIDTH, Optional.empty());
  }

  private static TextLayout layout(String text) {
    return new TextLayout(text, PLATFORM, EXACT);
  }

  private static boolean empty(TextLayout layout) {
    return outline(layout).getBounds2D().isEmpty();
  }

  private static Shape outline(TextLayout layout) {
    return layout.getOutline(AffineTransform.getScaleInstance(1.0 / SIZE, 1.0 / SIZE));
  }
}
