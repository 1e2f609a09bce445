import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * Draws the program's icon in the formats of the three systems: {@code MakeIcons.java FOLDER}. The
 * shapes are those of the window's own sign, read from its source, so that the two stay one.
 */
final class MakeIcons {
  private static final Path SIGN = Path.of("src/main/java/dev/shardwright/ui/bar/Logo.java");
  private static final Pattern SHARD =
      Pattern.compile("shard\\(\"([^\"]+)\", \"#([0-9A-F]{6})\"\\)");
  private static final double SIDE = 26;
  private static final double ARC = 12;
  private static final double MARGIN = 1.5;

  private MakeIcons() {}

  public static void main(String[] args) throws IOException {
    System.setProperty("java.awt.headless", "true");
    Path folder = Files.createDirectories(Path.of(args[0]));
    Files.write(folder.resolve("shardwright.png"), png(512));
    Files.write(folder.resolve("shardwright.ico"), ico(16, 24, 32, 48, 64, 256));
    Files.write(folder.resolve("shardwright.icns"), icns());
  }

  private static byte[] png(int size) throws IOException {
    var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    var g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    double scale = size / (SIDE + 2 * MARGIN);
    g.transform(new AffineTransform(scale, 0, 0, scale, MARGIN * scale, MARGIN * scale));
    g.clip(new RoundRectangle2D.Double(0, 0, SIDE, SIDE, ARC, ARC));
    int shards = 0;
    var found = SHARD.matcher(Files.readString(SIGN));
    while (found.find()) {
      g.setColor(new Color(Integer.parseInt(found.group(2), 16)));
      g.fill(path(found.group(1)));
      shards++;
    }
    g.dispose();
    if (shards == 0) {
      throw new IOException("no shards in " + SIGN);
    }
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  /** A path of M, L and Z alone. */
  private static Path2D path(String text) {
    var path = new Path2D.Double();
    for (String step : text.replace("Z", "").split("(?=[ML])")) {
      String[] numbers = step.substring(1).strip().split("\\s+");
      double x = Double.parseDouble(numbers[0]);
      double y = Double.parseDouble(numbers[1]);
      if (step.charAt(0) == 'M') {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    path.closePath();
    return path;
  }

  /** Windows: a directory of PNG images. */
  private static byte[] ico(int... sizes) throws IOException {
    var images = new byte[sizes.length][];
    int total = 6 + 16 * sizes.length;
    for (int i = 0; i < sizes.length; i++) {
      images[i] = png(sizes[i]);
      total += images[i].length;
    }
    var file = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
    file.putShort((short) 0).putShort((short) 1).putShort((short) sizes.length);
    int at = 6 + 16 * sizes.length;
    for (int i = 0; i < sizes.length; i++) {
      byte side = (byte) (sizes[i] % 256);
      file.put(side).put(side).put((byte) 0).put((byte) 0);
      file.putShort((short) 1).putShort((short) 32).putInt(images[i].length).putInt(at);
      at += images[i].length;
    }
    for (byte[] image : images) {
      file.put(image);
    }
    return file.array();
  }

  /** macOS: PNG images behind the four letters of their sizes. */
  private static byte[] icns() throws IOException {
    var body = new ByteArrayOutputStream();
    var out = new DataOutputStream(body);
    String[] kinds = {"ic07", "ic08", "ic09", "ic10"};
    for (int i = 0; i < kinds.length; i++) {
      byte[] image = png(128 << i);
      out.writeBytes(kinds[i]);
      out.writeInt(image.length + 8);
      out.write(image);
    }
    var file = new ByteArrayOutputStream();
    var head = new DataOutputStream(file);
    head.writeBytes("icns");
    head.writeInt(body.size() + 8);
    body.writeTo(head);
    return file.toByteArray();
  }
}
