package org.cleanplate.samples.benchmark;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.graph.PixelLayout;

/** A photograph and its clean plate, as frames of any size. */
record PicturePair(BufferedImage source, BufferedImage cleanPlate) {

  /**
   * A person outdoors and the place without them.
   *
   * @param media the folder of the real footage
   */
  static PicturePair ofPerson(Path media) throws IOException {
    Path folder = media.resolve("person-1080p");
    return new PicturePair(
        read(folder.resolve("0001_img.png")), read(folder.resolve("0001_back.png")));
  }

  private static BufferedImage read(Path file) throws IOException {
    BufferedImage image = file.toFile().isFile() ? ImageIO.read(file.toFile()) : null;
    if (image == null) {
      throw new MattingException(
          "No picture at " + file + ": give the folder of the real footage with --media DIR");
    }
    return image;
  }

  Frame sourceAs(FrameFormat format) {
    return frame(source, format);
  }

  Frame cleanPlateAs(FrameFormat format) {
    return frame(cleanPlate, format);
  }

  private static Frame frame(BufferedImage image, FrameFormat format) {
    int[] rgb = centred(image, format.width(), format.height());
    Frame frame = Frame.allocate(format);
    if (format.layout() == PixelLayout.BGRA_8) {
      frame.pixels().asIntBuffer().put(rgb);
    } else if (format.layout() == PixelLayout.RGB_FLOAT) {
      putPlanes(rgb, frame.pixels().asFloatBuffer());
    } else {
      throw new IllegalArgumentException("No frame of " + format.layout() + " is measured");
    }
    return frame;
  }

  /** The middle of the image, of the asked-for proportions, scaled to the size. */
  private static int[] centred(BufferedImage image, int width, int height) {
    double scale = Math.max((double) width / image.getWidth(), (double) height / image.getHeight());
    int scaledWidth = (int) Math.round(image.getWidth() * scale);
    int scaledHeight = (int) Math.round(image.getHeight() * scale);
    BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = scaled.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(
        image,
        (width - scaledWidth) / 2,
        (height - scaledHeight) / 2,
        scaledWidth,
        scaledHeight,
        null);
    graphics.dispose();
    return scaled.getRGB(0, 0, width, height, null, 0, width);
  }

  private static void putPlanes(int[] rgb, FloatBuffer planes) {
    for (int shift = 16; shift >= 0; shift -= 8) {
      for (int pixel : rgb) {
        planes.put((pixel >> shift & 255) / 255f);
      }
    }
  }
}
