package dev.shardwright.export;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * How the files are to be written.
 *
 * @param tool the program's name and version, for the headers
 * @param time the moment for the headers; empty for files that only depend on the plan
 * @param slots how many id slots there will ever be: the increment of all generated ids
 * @param shards the numbers of the shards to begin with
 * @param fakeShard the slot of the monolith while it plays a shard
 * @param targetVersion the version of the servers that will load the files
 */
public record ExportOptions(
    String tool,
    Optional<Instant> time,
    int slots,
    List<Integer> shards,
    OptionalInt fakeShard,
    Optional<String> targetVersion,
    Layout layout,
    Definer definer,
    Data data) {

  public static final ExportOptions DEFAULT =
      new ExportOptions(
          "Shardwright",
          Optional.empty(),
          100,
          IntStream.rangeClosed(1, 4).boxed().toList(),
          OptionalInt.empty(),
          Optional.empty(),
          Layout.DIRECTORY,
          Definer.KEEP,
          Data.NONE);

  public ExportOptions {
    shards = shards.stream().sorted().distinct().toList();
  }

  public ExportOptions by(String program) {
    return new ExportOptions(
        program, time, slots, shards, fakeShard, targetVersion, layout, definer, data);
  }

  public ExportOptions at(Instant moment) {
    return new ExportOptions(
        tool, Optional.of(moment), slots, shards, fakeShard, targetVersion, layout, definer, data);
  }

  public ExportOptions with(Layout other) {
    return new ExportOptions(
        tool, time, slots, shards, fakeShard, targetVersion, other, definer, data);
  }

  public ExportOptions with(Data other) {
    return new ExportOptions(
        tool, time, slots, shards, fakeShard, targetVersion, layout, definer, other);
  }

  /** The same with other slots: their number, the shards, the monolith's own. */
  public ExportOptions slotted(int number, List<Integer> numbered, OptionalInt fake) {
    return new ExportOptions(
        tool, time, number, numbered, fake, targetVersion, layout, definer, data);
  }

  /** How dispatch finds the shard of a client. */
  public enum Layout {
    /** A row per client: any client can live anywhere and move. */
    DIRECTORY,
    /** The key's hash gives a bucket, a row per bucket gives the shard. */
    HASH,
    /** Intervals of the key. */
    RANGE,
    /** The client's region gives the shards that may hold him; a row per client says which. */
    REGION;

    /** The word of files and the command line. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** True if dispatch holds a row per client, to which others can refer. */
    boolean hasClientRows() {
      return this == DIRECTORY || this == REGION;
    }
  }

  /** What becomes of the accounts that views, routines and triggers run under. */
  public enum Definer {
    KEEP,
    STRIP
  }

  /** Which rows are written beside the structure. */
  public enum Data {
    NONE,
    INSERT,
    COPY
  }
}
