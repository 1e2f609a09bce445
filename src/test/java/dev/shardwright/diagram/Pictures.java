package dev.shardwright.diagram;

import dev.shardwright.classify.Decisions;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Schema;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.GeneratedSchemas;
import dev.shardwright.testing.Schemas;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Draws pictures to be looked at: {@code Pictures FOLDER}. */
final class Pictures {
  static final String CAR_RENTAL =
      """
      countries(id, iso:char, name:varchar) brands(id, name:varchar)
      clients(id, name:varchar!, country_id -> countries!, created_at:timestamp)
      models(id, brand_id -> brands!, name:varchar, seats:int) roles(id, name:varchar)
      cars(id, client_id -> clients!, model_id -> models, plate:varchar, mileage:int)
      users(id, client_id -> clients!, email:varchar, role_id -> roles)
      rentals(id, car_id -> cars!, user_id -> users!, prev_rental_id -> rentals, price:decimal)
      exchange_rates(id, currency:varchar, day:date, rate:decimal) holidays(id, day:date)
      """;

  static final String PHOTOS =
      """
      countries(id, name:varchar) cities(id, name:varchar, country_id -> countries!)
      skins(id, color:varchar) plans(id, price:numeric)
      clients(id, login:varchar!, city_id -> cities!)
      albums(id, client_id -> clients!, name:varchar, skin_id -> skins)
      photos(id, file:varchar, taken_at:timestamp, client_id -> clients!, album_id -> albums!)
      comments(id, photo_id -> photos!, body:text, client_id -> clients!)
      photo_tags(photo_id -> photos!, tag_id -> tags!) tags(id, name:varchar)
      comment_likes(comment_id -> comments!, client_id -> clients!)
      invoices(id, client_id -> clients!, plan_id -> plans) fx_rates(day:date, rate:numeric)
      tag_aliases(alias:varchar, tag_id -> tags!)
      """;

  private Pictures() {}

  static Plan plan(Schema schema, TableName root) {
    return Plan.of(schema, Decisions.root(root), Evidence.NONE);
  }

  static Plan plan(String text, String root) {
    return plan(Schemas.parse(text), Schemas.table(root));
  }

  static Drawing draw(Plan plan, DiagramOptions options) {
    return Layout.of(Diagram.of(plan, options), 1.5, Progress.SILENT);
  }

  public static void main(String[] folder) throws IOException {
    Layout.warmUp();
    Path to = Path.of(folder[0]);
    small(to, "car", plan(CAR_RENTAL, "clients"));
    small(to, "photos", plan(PHOTOS, "clients"));
    for (int tables : new int[] {60, 300, 1000, 2000}) {
      Plan plan = plan(GeneratedSchemas.of(tables, 7), GeneratedSchemas.ROOT);
      for (Detail detail : Detail.values()) {
        long start = System.nanoTime();
        Drawing drawing = draw(plan, DiagramOptions.atlas(tables).with(detail));
        System.out.printf(
            Locale.ROOT,
            "%d %s: %d ms, %.0f × %.0f, %d wires, %d badged%n",
            tables,
            detail,
            (System.nanoTime() - start) / 1_000_000,
            drawing.bounds().width(),
            drawing.bounds().height(),
            drawing.wires().size(),
            drawing.badged().size());
        if (detail == Detail.KEYS) {
          views(to, "gen" + tables, drawing);
        }
      }
    }
  }

  private static void small(Path to, String name, Plan plan) throws IOException {
    Drawing drawing = draw(plan, DiagramOptions.atlas(10));
    write(to.resolve(name + "-light.png"), drawing, Theme.LIGHT, 1400, 900, 0);
    write(to.resolve(name + "-dark.png"), drawing, Theme.DARK, 1400, 900, 0);
  }

  private static void views(Path to, String name, Drawing drawing) throws IOException {
    write(to.resolve(name + "-whole.png"), drawing, Theme.LIGHT, 1600, 1000, 0);
    write(to.resolve(name + "-mid.png"), drawing, Theme.LIGHT, 1600, 1000, 0.3);
    write(to.resolve(name + "-read.png"), drawing, Theme.DARK, 1600, 1000, 0.8);
  }

  /**
   * Writes a picture.
   *
   * @param scale pixels per unit around the drawing's middle, 0 for the whole drawing
   */
  static void write(Path file, Drawing drawing, Theme theme, int width, int height, double scale)
      throws IOException {
    Area all = drawing.bounds();
    Viewport viewport =
        scale == 0
            ? Viewport.fit(all, width, height, 30)
            : Viewport.centered(
                all.x() + all.width() * 0.4, all.y() + all.height() * 0.4, scale, width, height);
    write(file, drawing, theme, viewport);
  }

  /** Writes a picture of what a viewport shows. */
  static void write(Path file, Drawing drawing, Theme theme, Viewport viewport) throws IOException {
    int width = (int) viewport.width();
    int height = (int) viewport.height();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    Painter.paint(g, drawing, theme, viewport, Emphasis.NONE);
    g.dispose();
    ImageIO.write(image, "png", file.toFile());
  }
}
