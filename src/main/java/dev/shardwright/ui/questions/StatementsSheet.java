package dev.shardwright.ui.questions;

import dev.shardwright.introspect.Ran;
import dev.shardwright.model.Figures;
import dev.shardwright.ui.FileDialog;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.SheetPage;
import dev.shardwright.ui.parts.SqlArea;
import dev.shardwright.ui.parts.SqlArea.Coloured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Every statement that ran over the connection, in order, to read and to keep. */
public final class StatementsSheet extends SheetPage {
  private final PlannerModel model;
  private final FileDialog files;
  private final String text;

  public StatementsSheet(PlannerModel model, Runnable close, FileDialog files) {
    super("statements-sheet", Texts.of("statements.title"), close);
    this.model = model;
    this.files = files;
    List<Ran> log = model.questions().log();
    this.text = text(log);
    tools(
        Nodes.label(Texts.of("statements.sum", log.size()), "muted"),
        Nodes.spacer(),
        Nodes.button(Texts.of("statements.save"), this::save));
    SqlArea area = new SqlArea();
    setCenter(area);
    area.show(Coloured.of(text));
  }

  /** As a script that reads again what was read: the times and failures are comments. */
  static String text(List<Ran> log) {
    StringBuilder text = new StringBuilder();
    int number = 0;
    for (Ran ran : log) {
      number++;
      text.append(
          String.format(
              Locale.ROOT,
              "-- %,d · %,d ms · %s%n",
              number,
              ran.millis(),
              Figures.count(ran.rows(), "row")));
      ran.error().ifPresent(e -> text.append("-- refused: ").append(oneLine(e)).append('\n'));
      text.append(ran.sql().strip()).append(";\n\n");
    }
    return text.toString();
  }

  private static String oneLine(String error) {
    return error.replaceAll("\\s+", " ");
  }

  private void save() {
    files
        .save(getScene().getWindow(), Texts.of("connect.sql.files"), "*.sql", "statements.sql")
        .ifPresent(this::save);
  }

  private void save(Path file) {
    String doing = Texts.of("job.save", file.getFileName());
    model
        .background()
        .run("statements", doing, progress -> write(file), written -> {}, model.failed(doing));
  }

  private Path write(Path file) throws IOException {
    return Files.writeString(file, text);
  }
}
