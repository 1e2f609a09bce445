package dev.shardwright.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A table's name where its rows are too small to be read: it takes their room, in several lines if
 * need be, so that names are read in full and in one size.
 *
 * @param lines the name, broken between its words
 * @param size by how much its letters and its strip are larger than where rows are drawn
 * @param bare true without mark and findings, which makes room for the name
 * @param joined true if no word is broken
 */
record Headline(List<String> lines, double size, boolean bare, boolean joined) {
  private static final double NAME_PX = 11;
  private static final double READABLE_PX = 5.6;
  private static final double LARGEST = 2.25;
  private static final double LINE = 15;

  /** Sizes come in steps, so that few sizes of letters and signs have to be made. */
  private static final double STEPS = 8;

  /**
   * After the joints of a name: {@code order_|items}, {@code sales.|order}, {@code order|Items}.
   */
  private static final Pattern JOINTS =
      Pattern.compile("(?<=[_.\\-\\s])(?=[^_.\\-\\s])|(?<=\\p{Ll})(?=\\p{Lu})");

  Headline {
    lines = List.copyOf(lines);
  }

  /** The strip's height. */
  double height() {
    return (Measure.HEADER + (lines.size() - 1) * LINE) * size;
  }

  /** From one base line to the next. */
  double step() {
    return LINE * size;
  }

  /**
   * The name as large as it is read best, or smaller until all of it is seen.
   *
   * @param scale pixels per unit
   * @param bare true to leave out mark and findings, and to make the name as small as it must be
   *     rather than to break words
   */
  static Headline of(Placed box, double scale, boolean bare) {
    double wanted = wanted(scale);
    double least = bare ? 1 : Math.clamp(stepped(READABLE_PX / 13 / scale), 1, wanted);
    List<String> words = words(box.box().title());
    for (double size = wanted; size >= least; size -= 1 / STEPS) {
      Headline tried = of(words, box, size, bare);
      if (tried.joined && tried.fits(box)) {
        return tried;
      }
    }
    Headline broken = of(words, box, least, bare);
    return broken.fits(box) ? broken : shortened(box, least, bare);
  }

  /** The size of names that are short enough. */
  static double wanted(double scale) {
    return Math.max(1, stepped(Math.min(LARGEST, NAME_PX / 13 / scale)));
  }

  private boolean fits(Placed box) {
    return height() <= box.area().height() + 0.5;
  }

  /** Where not all of the name can be read, the schema's goes before letters of the table's do. */
  private static Headline shortened(Placed box, double wanted, boolean bare) {
    double tallest = Math.max(1, stepped(box.area().height() / Measure.HEADER));
    double size = Math.min(wanted, tallest);
    Headline all = of(words(box.box().table().name()), box, size, bare);
    if (all.fits(box)) {
      return all;
    }
    double extra = (box.area().height() + 0.5) / size - Measure.HEADER;
    int fitting = 1 + (int) Math.max(0, Math.floor(extra / LINE));
    List<String> some = new ArrayList<>(all.lines.subList(0, fitting));
    String cut = String.join("", all.lines.subList(fitting - 1, all.lines.size()));
    some.set(fitting - 1, Typeface.HEADER.fitted(cut, all.room(box, fitting == 1)));
    return new Headline(some, size, bare, false);
  }

  private static double stepped(double size) {
    return Math.floor(size * STEPS) / STEPS;
  }

  /** From the box's edge to the name. */
  double indent() {
    return (bare ? 9 : 24) * size;
  }

  /** The room of a line at the size of letters where rows are drawn. */
  private double room(Placed box, boolean first) {
    boolean bubble = first && !bare && !box.box().mark().isEmpty();
    return (box.area().width() - indent()) / size - (bubble ? 8 : 4);
  }

  private static List<String> words(String name) {
    return JOINTS.splitAsStream(name).toList();
  }

  /** A name in lines; a word that is wider than a line is broken where it must be. */
  private static Headline of(List<String> words, Placed box, double size, boolean bare) {
    Headline empty = new Headline(List.of(), size, bare, true);
    boolean joined = true;
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : words) {
      if (Typeface.HEADER.width(line + word) <= empty.room(box, lines.isEmpty())) {
        line += word;
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line);
      }
      line = word;
      int end = Paragraph.fitting(line, Typeface.HEADER, empty.room(box, lines.isEmpty()));
      while (end < line.length()) {
        joined = false;
        lines.add(line.substring(0, end));
        line = line.substring(end);
        end = Paragraph.fitting(line, Typeface.HEADER, empty.room(box, false));
      }
    }
    lines.add(line);
    return new Headline(lines, size, bare, joined);
  }
}
