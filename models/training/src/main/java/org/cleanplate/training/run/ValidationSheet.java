package org.cleanplate.training.run;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.cleanplate.MattingException;
import org.cleanplate.network.weights.WholeFile;
import org.cleanplate.training.data.TrainingSample;

/** A picture of what the network makes of samples: a row each of frame, plate, truth and result. */
public final class ValidationSheet {
  private static final int TILE = 256;
  private static final int GAP = 4;
  private static final int COLUMNS = 4;

  private final List<BufferedImage[]> rows = new ArrayList<>();

  /** Adds a row; {@code alpha} is what was found, of the sample's size. */
  public void add(TrainingSample sample, float[] alpha) {
    int width = sample.width();
    int height = sample.height();
    rows.add(
        new BufferedImage[] {
          picture(sample.source(), width, height),
          picture(sample.plate(), width, height),
          picture(sample.alpha(), width, height),
          picture(alpha, width, height)
        });
  }

  public int rowCount() {
    return rows.size();
  }

  private static BufferedImage picture(float[] planes, int width, int height) {
    int pixels = width * height;
    int second = planes.length == pixels ? 0 : pixels;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < pixels; i++) {
      int rgb =
          level(planes[i]) << 16 | level(planes[i + second]) << 8 | level(planes[i + 2 * second]);
      image.setRGB(i % width, i / width, rgb);
    }
    return image;
  }

  private static int level(float value) {
    return Math.round(255 * Math.min(1, Math.max(0, value)));
  }

  /**
   * Writes it as PNG, whole or not at all.
   *
   * @throws MattingException if it cannot be written
   */
  public void write(Path file) {
    BufferedImage sheet =
        new BufferedImage(
            COLUMNS * (TILE + GAP), rows.size() * (TILE + GAP), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < COLUMNS; column++) {
        BufferedImage tile = rows.get(row)[column];
        double scale = (double) TILE / Math.max(tile.getWidth(), tile.getHeight());
        graphics.drawImage(
            tile,
            column * (TILE + GAP),
            row * (TILE + GAP),
            (int) (tile.getWidth() * scale),
            (int) (tile.getHeight() * scale),
            null);
      }
    }
    graphics.dispose();
    try {
      WholeFile.write(file, temporary -> ImageIO.write(sheet, "png", temporary.toFile()));
    } catch (IOException e) {
      throw new MattingException("Cannot write " + file + ": " + e.getMessage(), e);
    }
  }
}
