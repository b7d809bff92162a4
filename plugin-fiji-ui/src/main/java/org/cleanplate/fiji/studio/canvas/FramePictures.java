package org.cleanplate.fiji.studio.canvas;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Optional;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.fiji.studio.model.View;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Samples;
import org.cleanplate.imagej.run.MattedFrame;
import org.cleanplate.network.graph.PixelLayout;

/** Makes pictures of frames and of the layers of a matte. Takes time, on any thread. */
final class FramePictures {
  private FramePictures() {}

  /** A frame as it would look between its levels. */
  static Picture of(Frame frame, Levels levels) {
    return Picture.of(colours(frame, levels));
  }

  /** A side of a matte; empty if the model has no such layer. */
  static Optional<Picture> of(MattedFrame matted, View view) {
    if (view.layer().isEmpty()) {
      return Optional.of(of(matted.source(), matted.levels()));
    }
    return Optional.ofNullable(matted.layers().get(view.layer().get()))
        .map(layer -> of(matted, view, layer));
  }

  private static Picture of(MattedFrame matted, View view, Frame layer) {
    int width = matted.source().format().width();
    int height = matted.source().format().height();
    return switch (view) {
      case CUTOUT -> Picture.of(transparent(layer));
      case ERROR -> Picture.stretched(heat(layer), width, height);
      case REGIONS -> Picture.of(lit(colours(matted.source(), matted.levels()), layer));
      default -> Picture.of(colours(layer, Levels.FULL_RANGE));
    };
  }

  private static BufferedImage colours(Frame frame, Levels levels) {
    BufferedImage image = empty(frame, BufferedImage.TYPE_INT_RGB);
    int[] pixels = pixels(image);
    if (frame.format().layout() == PixelLayout.BGRA_8) {
      frame.pixels().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(pixels);
      return image;
    }
    Samples samples = Samples.of(frame);
    boolean full = Double.isNaN(levels.black());
    double black = full ? 0 : levels.black();
    double scale = 255 / ((full ? samples.fullScale() : levels.white()) - black);
    boolean gray = samples.channels() == 1;
    for (int i = 0; i < pixels.length; i++) {
      int red = toByte(samples.get(i, 0), black, scale);
      pixels[i] =
          gray
              ? red * 0x010101
              : red << 16
                  | toByte(samples.get(i, 1), black, scale) << 8
                  | toByte(samples.get(i, 2), black, scale);
    }
    return image;
  }

  private static int toByte(float value, double black, double scale) {
    return (int) Math.round(Math.max(0, Math.min(255, (value - black) * scale)));
  }

  /** With premultiplied colour, which becomes smaller without dark seams. */
  private static BufferedImage transparent(Frame cutout) {
    BufferedImage image = empty(cutout, BufferedImage.TYPE_INT_ARGB);
    cutout.pixels().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(pixels(image));
    BufferedImage multiplied = empty(cutout, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D graphics = multiplied.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return multiplied;
  }

  /** Small errors matter, so the root of the value is shown. */
  private static BufferedImage heat(Frame errors) {
    BufferedImage image = empty(errors, BufferedImage.TYPE_INT_RGB);
    int[] pixels = pixels(image);
    FloatBuffer values = errors.pixels().asFloatBuffer();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = HeatColours.of(Math.sqrt(Math.max(0, values.get(i))));
    }
    return image;
  }

  /** The picture with all but the refined blocks dimmed. */
  private static BufferedImage lit(BufferedImage image, Frame regions) {
    int[] pixels = pixels(image);
    ByteBuffer blocks = regions.pixels();
    int across = regions.format().width();
    int down = regions.format().height();
    int width = image.getWidth();
    for (int i = 0; i < pixels.length; i++) {
      int column = Math.min(across - 1, i % width / 4);
      int row = Math.min(down - 1, i / width / 4);
      if (blocks.get(row * across + column) == 0) {
        pixels[i] = (pixels[i] & 0xFCFCFC) >> 2;
      }
    }
    return image;
  }

  private static BufferedImage empty(Frame frame, int type) {
    return new BufferedImage(frame.format().width(), frame.format().height(), type);
  }

  private static int[] pixels(BufferedImage image) {
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }
}
