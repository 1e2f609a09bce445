package dev.shardwright.export;

import dev.shardwright.model.Progress;
import dev.shardwright.model.UserError;
import dev.shardwright.plan.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All files a DBA can take away; a new one is one class, its test and one line here. Those that
 * every shard has of its own come on top.
 */
public final class Exports {
  public static final List<Export> ALL =
      List.of(
          new IndexFile(),
          new ShardSchema(),
          new NeutralSchema(),
          new DispatchSchema(),
          new NeutralData(),
          new ContextData(),
          new FakeShard(),
          new ClientRows(),
          new ClientCopy(),
          new ChecksSql(),
          new GrantsSql(),
          new ProbesSql());

  private Exports() {}

  /** {@link #ALL}, and the files of each shard that the options name. */
  public static List<Export> of(ExportOptions options) {
    List<Export> all = new ArrayList<>(ALL);
    for (boolean config : new boolean[] {false, true}) {
      options.shards().forEach(shard -> all.add(new SlotFile(shard, false, config)));
      options.fakeShard().ifPresent(slot -> all.add(new SlotFile(slot, true, config)));
    }
    return List.copyOf(all);
  }

  /**
   * What the user agreed to.
   *
   * @param unfinished write although the plan is not finished; the headers then say INCOMPLETE
   * @param overwrite replace files that Shardwright did not write, or that a hand changed
   */
  public record Consent(boolean unfinished, boolean overwrite) {
    public static final Consent NONE = new Consent(false, false);

    /** To both, as {@code --force} means it. */
    public static Consent toAll(boolean force) {
      return new Consent(force, force);
    }
  }

  /**
   * Writes files without rows, complete or not at all.
   *
   * @see #write(Plan, ExportOptions, Path, Set, Consent, Progress, Optional)
   */
  public static Written write(
      Plan plan,
      ExportOptions options,
      Path folder,
      Set<String> only,
      boolean force,
      Progress progress) {
    return write(plan, options, folder, only, Consent.toAll(force), progress, Optional.empty());
  }

  /** The same with consent to all that {@code --force} means, or to nothing. */
  public static Written write(
      Plan plan,
      ExportOptions options,
      Path folder,
      Set<String> only,
      boolean force,
      Progress progress,
      Optional<RowSource.Opener> rows) {
    return write(plan, options, folder, only, Consent.toAll(force), progress, rows);
  }

  /**
   * Writes files, complete or not at all.
   *
   * @param folder where to; made if it is not there
   * @param only names of files, with or without their ending; empty for all that the plan calls for
   * @param consent what may be done all the same
   * @param rows where the rows are; opened once, and only if a chosen file holds rows
   * @return what became of each file; files of an earlier export are told if all are written
   * @throws ExportRefused if blockers or undecided tables are open
   * @throws UserError if a name is unknown, the plan has no root, the folder cannot be written, or
   *     a file there is not ours or was edited
   */
  public static Written write(
      Plan plan,
      ExportOptions options,
      Path folder,
      Set<String> only,
      Consent consent,
      Progress progress,
      Optional<RowSource.Opener> rows) {
    List<Export> chosen = chosen(plan, options, only);
    requireRoot(plan);
    Obstacles obstacles = Obstacles.of(plan, options);
    if (!consent.unfinished()
        && !obstacles.none()
        && chosen.stream().anyMatch(Export::needsFinishedPlan)) {
      throw new ExportRefused(obstacles);
    }
    FileSet files = new FileSet(folder, consent.overwrite());
    boolean whole = chosen.containsAll(chosen(plan, options, Set.of()));
    if (chosen.stream().noneMatch(RowExport.class::isInstance)) {
      return files.write(
          chosen, whole, (export, out) -> export.write(plan, options, out), progress);
    }
    try (RowSource open = rows.orElseThrow(Exports::noRows).open(progress)) {
      return files.write(
          chosen,
          whole,
          (export, out) -> {
            if (export instanceof RowExport data) {
              data.write(plan, options, open, progress, out);
            } else {
              export.write(plan, options, out);
            }
          },
          progress);
    }
  }

  private static UserError noRows() {
    return new UserError(
        "The data files hold rows, and rows are only in a database: name it with --from SOURCE, or"
            + " leave the data files out.");
  }

  /** The text of one file, whatever the state of the plan. */
  public static String preview(Plan plan, ExportOptions options, String fileName) {
    requireRoot(plan);
    StringBuilder text = new StringBuilder();
    named(fileName, options).getFirst().write(plan, options, text);
    return text.toString();
  }

  private static void requireRoot(Plan plan) {
    if (plan.root().isEmpty()) {
      throw new UserError("No root table is chosen, so there is nothing to split.");
    }
  }

  private static List<Export> chosen(Plan plan, ExportOptions options, Set<String> only) {
    List<Export> all = of(options);
    if (only.isEmpty()) {
      return all.stream().filter(export -> export.wanted(plan, options)).toList();
    }
    List<Export> named =
        only.stream().flatMap(name -> named(name, options).stream()).distinct().toList();
    return all.stream()
        .filter(named::contains)
        .filter(export -> !(export instanceof SlotFile) || export.wanted(plan, options))
        .toList();
  }

  /** The file of that name; {@code ids} are the files of all shards. */
  private static List<Export> named(String name, ExportOptions options) {
    List<Export> named =
        of(options).stream()
            .filter(e ->
                e.fileName().equals(name)
                    || e.fileName().equals(name + ".sql")
                    || e.fileName().equals(name + ".md")
                    || (name.equals("ids") && e instanceof SlotFile))
            .toList();
    if (named.isEmpty()) {
      throw new UserError(
          "There is no file "
              + name
              + " to export; there are "
              + of(options).stream().map(Export::fileName).collect(Collectors.joining(", "))
              + ".");
    }
    return named;
  }
}
