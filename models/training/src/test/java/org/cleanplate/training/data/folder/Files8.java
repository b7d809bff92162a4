package org.cleanplate.training.data.folder;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.video.VideoFrameSink;

/** Writes 8-bit pictures and videos to read in tests. */
final class Files8 {
  private Files8() {}

  /** A PNG of a kind of {@link BufferedImage}, each pixel as packed by {@code argb}. */
  static Path picture(Path file, int type, int width, int height, IntBinaryOperator argb)
      throws IOException {
    Files.createDirectories(file.getParent());
    BufferedImage image = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, argb.applyAsInt(x, y));
      }
    }
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  static Path rgb(Path file, int width, int height, int rgb) throws IOException {
    return picture(file, BufferedImage.TYPE_INT_RGB, width, height, (x, y) -> rgb);
  }

  /** A lossless video of grey frames, the n-th of level {@code levels[n]}. */
  static Path video(Path file, int... levels) throws IOException {
    Files.createDirectories(file.getParent());
    FrameFormat format = new FrameFormat(32, 32, PixelLayout.GRAY_8);
    try (VideoFrameSink sink = VideoFrameSink.create(file, Layer.ALPHA_8, format, 25)) {
      for (int i = 0; i < levels.length; i++) {
        Frame frame = Frame.allocate(format);
        frame.stamp(i, i * 40_000L);
        for (int k = 0; k < 32 * 32; k++) {
          frame.pixels().put(k, (byte) levels[i]);
        }
        Matte matte = new Matte(Map.of(Layer.ALPHA_8, frame));
        matte.stamp(frame);
        sink.write(matte);
      }
      sink.finish();
    }
    return file;
  }
}
