package dev.shardwright.cli;

import dev.shardwright.export.ExportOptions;
import dev.shardwright.model.UserError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how export files are written. */
final class ExportMixin {
  private static final int MOST_SLOTS = 65535;

  @Option(
      names = "--slots",
      paramLabel = "N",
      description = "Slots there will ever be, the increment of all ids; default ${DEFAULT-VALUE}.")
  private int slots = ExportOptions.DEFAULT.slots();

  @Option(
      names = "--shards",
      split = ",",
      paramLabel = "LIST",
      description = "Numbers or ranges of the shards to begin with: 1-4,7.")
  private List<String> shards = List.of("1-4");

  @Option(
      names = "--fake-slot",
      paramLabel = "F",
      description = "Slot of the monolith while it plays a shard.")
  private @Nullable Integer fakeSlot;

  @Option(
      names = "--target-version",
      paramLabel = "V",
      description = "Version of the servers that will load the files.")
  private @Nullable String targetVersion;

  @Option(
      names = "--layout",
      description = "How dispatch finds a shard: ${COMPLETION-CANDIDATES}; default directory.")
  private ExportOptions.Layout layout = ExportOptions.Layout.DIRECTORY;

  @Option(
      names = "--definer",
      description = "Accounts that objects run under: ${COMPLETION-CANDIDATES}; default keep.")
  private ExportOptions.Definer definer = ExportOptions.Definer.KEEP;

  @Option(
      names = "--data",
      description = {
        "Form of the data files: ${COMPLETION-CANDIDATES}.",
        "Default: none for a live source, insert for samples and loaded files."
      })
  private ExportOptions.@Nullable Data data;

  @Option(names = "--no-timestamp", description = "Leave the time out of the headers.")
  private boolean noTimestamp;

  /**
   * @param rows true if rows were loaded for us, so that reading them all burdens nobody
   */
  ExportOptions options(boolean rows) {
    if (slots < 1 || slots > MOST_SLOTS) {
      // MySQL 8.4 manual, "auto_increment_increment"
      throw new UserError("--slots " + slots + ": an increment lies between 1 and 65535.");
    }
    return new ExportOptions(
        "Shardwright " + Version.number(),
        noTimestamp ? Optional.empty() : Optional.of(Instant.now()),
        slots,
        numbers(),
        fakeSlot == null ? OptionalInt.empty() : OptionalInt.of(slot(fakeSlot, "--fake-slot")),
        Optional.ofNullable(targetVersion),
        layout,
        definer,
        data != null ? data : rows ? ExportOptions.Data.INSERT : ExportOptions.Data.NONE);
  }

  private List<Integer> numbers() {
    List<Integer> numbers = new ArrayList<>();
    for (String part : shards) {
      String[] ends = part.strip().split("-", -1);
      try {
        int first = slot(Integer.parseInt(ends[0]), "--shards");
        int last = ends.length == 1 ? first : slot(Integer.parseInt(ends[1]), "--shards");
        if (ends.length > 2 || last < first) {
          throw new NumberFormatException(part);
        }
        IntStream.rangeClosed(first, last).forEach(numbers::add);
      } catch (NumberFormatException e) {
        throw new UserError("--shards " + part + ": name numbers or ranges, as in 1-4,7.", e);
      }
    }
    return numbers;
  }

  /** A slot above the increment would give other ids than asked for (MySQL ignores the offset). */
  private int slot(int number, String option) {
    if (number < 1 || number > slots) {
      throw new UserError(
          option + " " + number + ": a slot lies between 1 and --slots " + slots + ".");
    }
    return number;
  }
}
