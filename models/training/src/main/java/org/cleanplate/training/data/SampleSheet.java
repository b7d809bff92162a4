package org.cleanplate.training.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A picture of samples: source, plate, alpha, and foreground over grey, one sample a row. */
public final class SampleSheet {
  private static final int PICTURES = 4;

  private SampleSheet() {}

  /** {@code seed first count width height columns file.png}. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 7) {
      System.err.println("Usage: SampleSheet SEED FIRST COUNT WIDTH HEIGHT COLUMNS FILE.png");
      System.exit(2);
    }
    long seed = Long.parseLong(arguments[0]);
    long first = Long.parseLong(arguments[1]);
    int count = Integer.parseInt(arguments[2]);
    int width = Integer.parseInt(arguments[3]);
    int height = Integer.parseInt(arguments[4]);
    int columns = Integer.parseInt(arguments[5]);
    BufferedImage sheet = draw(new ProceduralSamples(seed), first, count, width, height, columns);
    ImageIO.write(sheet, "png", Path.of(arguments[6]).toFile());
  }

  /** Draws samples side by side. */
  public static BufferedImage draw(
      SampleSource samples, long first, int count, int width, int height, int columns)
      throws IOException {
    int rows = (count + columns - 1) / columns;
    BufferedImage sheet =
        new BufferedImage(columns * PICTURES * width, rows * height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < count; i++) {
      paint(
          sheet,
          samples.draw(first + i, width, height),
          i % columns * PICTURES * width,
          i / columns * height);
    }
    return sheet;
  }

  private static void paint(BufferedImage sheet, TrainingSample sample, int left, int top) {
    int width = sample.width();
    int pixels = width * sample.height();
    for (int i = 0; i < pixels; i++) {
      int x = left + i % width;
      int y = top + i / width;
      float alpha = sample.alpha()[i];
      sheet.setRGB(x, y, rgb(sample.source(), i, pixels, 1));
      sheet.setRGB(x + width, y, rgb(sample.plate(), i, pixels, 1));
      sheet.setRGB(x + 2 * width, y, Math.round(alpha * 255) * 0x010101);
      sheet.setRGB(x + 3 * width, y, rgb(sample.foreground(), i, pixels, alpha));
    }
  }

  private static int rgb(float[] colors, int at, int pixels, float alpha) {
    int rgb = 0;
    for (int c = 0; c < 3; c++) {
      float value = 0.5f + alpha * (colors[c * pixels + at] - 0.5f);
      rgb = rgb << 8 | Math.round(Math.max(0, Math.min(1, value)) * 255);
    }
    return rgb;
  }
}
