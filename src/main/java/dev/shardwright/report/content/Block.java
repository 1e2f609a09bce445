package dev.shardwright.report.content;

import java.util.List;

/** A part of a section. */
public sealed interface Block {

  /** A heading within a section. */
  record Heading(String title) implements Block {}

  /** A paragraph. */
  record Prose(Line text) implements Block {
    public static Prose of(String text) {
      return new Prose(Line.of(text));
    }
  }

  /** A list without order. */
  record Bullets(List<Line> items) implements Block {
    public Bullets {
      items = List.copyOf(items);
    }
  }

  /** A few figures that matter, side by side. */
  record Facts(List<Fact> facts) implements Block {
    public Facts {
      facts = List.copyOf(facts);
    }
  }

  /** What something is, one label a line. */
  record Details(List<Fact> facts) implements Block {
    public Details {
      facts = List.copyOf(facts);
    }
  }

  /** A label and what it says. */
  record Fact(String label, Line value) {}

  /** SQL as it ran or would run. */
  record Sql(String title, String text) implements Block {}

  /**
   * A table of rows.
   *
   * @param caption what the rows are; read aloud by a screen reader
   * @param rows one line per column
   */
  record Grid(String caption, List<Column> columns, List<List<Line>> rows) implements Block {
    public Grid {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /**
   * A column of a table.
   *
   * @param number true if its cells are numbers, which stand at the right
   * @param weight share of the width on paper, 1 for a short word
   */
  record Column(String title, boolean number, int weight) {
    public static Column text(String title, int weight) {
      return new Column(title, false, weight);
    }

    public static Column number(String title) {
      return new Column(title, true, 1);
    }
  }

  /**
   * One thing of a list that has parts of its own: a finding.
   *
   * @param id by which a link finds it; unique in the report
   * @param rank 1 for the first that a reader should look at, whatever the order on the page
   */
  record Entry(String id, int rank, Line title, List<Block> blocks) implements Block {
    public Entry {
      blocks = List.copyOf(blocks);
    }
  }

  /** The drawing of the plan; each format has its own way to show it. */
  record Picture(String description) implements Block {}
}
