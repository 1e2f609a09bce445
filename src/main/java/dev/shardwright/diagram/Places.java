package dev.shardwright.diagram;

import dev.shardwright.model.TableName;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where everything stood in an earlier drawing: what the next one needs to keep its places.
 *
 * @param tables with their sizes
 * @param lines of a drawing without named frames; in an atlas they are led anew
 */
public record Places(List<Frame> frames, SortedMap<TableName, Area> tables, List<Line> lines) {
  public static final Places NONE = new Places(List.of(), new TreeMap<>(), List.of());

  private static final int FORMAT = 2;

  public Places {
    frames = List.copyOf(frames);
    tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
    lines = List.copyOf(lines);
  }

  /** A line, by the relations it stood for. */
  public record Line(List<String> relations, List<Point> points, boolean bus) {
    public Line {
      relations = List.copyOf(relations);
      points = List.copyOf(points);
    }

    private static Line of(Wire wire) {
      List<String> relations = wire.links().stream().map(Link::relation).toList();
      return new Line(relations, wire.points(), wire.bus());
    }
  }

  /** The places of a drawing. */
  public static Places of(Drawing drawing) {
    SortedMap<TableName, Area> tables = new TreeMap<>();
    drawing.boxes().forEach((table, box) -> tables.put(table, box.area()));
    boolean atlas = drawing.frames().stream().anyMatch(f -> !f.block());
    List<Line> lines = atlas ? List.of() : drawing.wires().stream().map(Line::of).toList();
    return new Places(drawing.frames(), tables, lines);
  }

  /** Stores them; {@link #read} understands it. */
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(FORMAT);
    out.writeInt(frames.size());
    for (Frame frame : frames) {
      out.writeUTF(frame.title());
      out.writeInt(frame.tables());
      write(out, frame.area());
      out.writeDouble(frame.head());
      out.writeBoolean(frame.block());
    }
    out.writeInt(tables.size());
    for (var entry : tables.entrySet()) {
      out.writeUTF(entry.getKey().schema());
      out.writeUTF(entry.getKey().name());
      write(out, entry.getValue());
    }
    out.writeInt(lines.size());
    for (Line line : lines) {
      write(out, line);
    }
  }

  private static void write(DataOutputStream out, Area area) throws IOException {
    out.writeDouble(area.x());
    out.writeDouble(area.y());
    out.writeDouble(area.width());
    out.writeDouble(area.height());
  }

  private static void write(DataOutputStream out, Line line) throws IOException {
    out.writeInt(line.relations().size());
    for (String relation : line.relations()) {
      out.writeUTF(relation);
    }
    out.writeInt(line.points().size());
    for (Point point : line.points()) {
      out.writeDouble(point.x());
      out.writeDouble(point.y());
    }
    out.writeBoolean(line.bus());
  }

  /**
   * What {@link #write} stored.
   *
   * @throws IOException if it is damaged, or of another version of the program
   */
  public static Places read(DataInputStream in) throws IOException {
    if (in.readInt() != FORMAT) {
      throw new IOException("another version wrote these places");
    }
    List<Frame> frames = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      frames.add(frame(in));
    }
    SortedMap<TableName, Area> tables = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      tables.put(new TableName(in.readUTF(), in.readUTF()), area(in));
    }
    List<Line> lines = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      lines.add(line(in));
    }
    return new Places(frames, tables, lines);
  }

  private static Frame frame(DataInputStream in) throws IOException {
    return new Frame(in.readUTF(), in.readInt(), area(in), in.readDouble(), in.readBoolean());
  }

  private static Area area(DataInputStream in) throws IOException {
    return new Area(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
  }

  private static Line line(DataInputStream in) throws IOException {
    List<String> relations = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      relations.add(in.readUTF());
    }
    List<Point> points = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      points.add(new Point(in.readDouble(), in.readDouble()));
    }
    return new Line(relations, points, in.readBoolean());
  }
}
