package org.cleanplate.training.data.image;

/** Changes of size. */
public final class Scale {
  private Scale() {}

  /** Each pixel is the mean of four; an odd last row or column is dropped. */
  public static FloatImage halve(FloatImage image) {
    return reduce(image, 2);
  }

  /** Each pixel is the mean of a square; what does not fill a square is dropped. */
  public static FloatImage reduce(FloatImage image, int factor) {
    int width = Math.max(1, image.width() / factor);
    int height = Math.max(1, image.height() / factor);
    int cellWidth = Math.min(factor, image.width());
    int cellHeight = Math.min(factor, image.height());
    FloatImage result = FloatImage.zeros(width, height, image.channels());
    float weight = 1f / (cellWidth * cellHeight);
    int at = 0;
    for (int c = 0; c < image.channels(); c++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int from = (c * image.height() + y * factor) * image.width() + x * factor;
          float sum = 0;
          for (int dy = 0; dy < cellHeight; dy++) {
            for (int dx = 0; dx < cellWidth; dx++) {
              sum += image.values()[from + dy * image.width() + dx];
            }
          }
          result.values()[at++] = sum * weight;
        }
      }
    }
    return result;
  }

  /** Bilinear, edges replicated, the corners of both pictures upon each other. */
  public static FloatImage resize(FloatImage image, int width, int height) {
    double scaleX = image.width() / (double) width;
    double scaleY = image.height() / (double) height;
    return Warp.affine(
        image, new Affine(scaleX, 0, 0, 0, scaleY, 0), width, height, Border.REPLICATE);
  }
}
