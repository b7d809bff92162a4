package org.cleanplate.golden;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.graph.PixelLayout;

/** The picture pair that a case was computed from. */
public record GoldenInput(BufferedImage source, BufferedImage plate) {

  public static GoldenInput read(GoldenFolder folder, String name) throws IOException {
    return new GoldenInput(
        read(folder.find("inputs/" + name + "_src.png")),
        read(folder.find("inputs/" + name + "_bgr.png")));
  }

  private static BufferedImage read(Path file) throws IOException {
    BufferedImage image = ImageIO.read(file.toFile());
    if (image == null) {
      throw new IOException(file + " is no picture");
    }
    return image;
  }

  int width() {
    return source.getWidth();
  }

  int height() {
    return source.getHeight();
  }

  FrameFormat format(PixelLayout layout) {
    return new FrameFormat(width(), height(), layout);
  }

  /** The pair with its right and lower edges repeated up to a multiple of 4 pixels. */
  GoldenInput paddedToBlocks() {
    return new GoldenInput(paddedToBlocks(source), paddedToBlocks(plate));
  }

  private static BufferedImage paddedToBlocks(BufferedImage image) {
    int width = (image.getWidth() + 3) / 4 * 4;
    int height = (image.getHeight() + 3) / 4 * 4;
    BufferedImage padded = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int fromX = Math.min(x, image.getWidth() - 1);
        int fromY = Math.min(y, image.getHeight() - 1);
        padded.setRGB(x, y, image.getRGB(fromX, fromY));
      }
    }
    return padded;
  }

  public Frame sourceAs(PixelLayout layout) {
    return frame(source, layout);
  }

  public Frame plateAs(PixelLayout layout) {
    return frame(plate, layout);
  }

  private static Frame frame(BufferedImage image, PixelLayout layout) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] rgb = image.getRGB(0, 0, width, height, null, 0, width);
    Frame frame = Frame.allocate(new FrameFormat(width, height, layout));
    switch (layout) {
      case BGRA_8 -> putPacked(rgb, frame.pixels());
      case RGB_FLOAT -> putFloatPlanes(rgb, frame.pixels().asFloatBuffer());
      default -> throw new IllegalArgumentException("The references are not fed as " + layout);
    }
    return frame;
  }

  private static void putPacked(int[] rgb, ByteBuffer pixels) {
    for (int pixel : rgb) {
      pixels.put((byte) pixel).put((byte) (pixel >> 8)).put((byte) (pixel >> 16)).put((byte) 255);
    }
  }

  private static void putFloatPlanes(int[] rgb, FloatBuffer planes) {
    for (int shift = 16; shift >= 0; shift -= 8) {
      for (int pixel : rgb) {
        planes.put((pixel >> shift & 255) / 255f);
      }
    }
  }
}
