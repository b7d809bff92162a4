package org.cleanplate.sequence;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.graph.PixelLayout;

/**
 * One picture read from a PNG, TIFF, JPEG or BMP file, in the layout that keeps its depth: 8-bit
 * grey as {@link PixelLayout#GRAY_8}, 8-bit colour, palettes and alpha as {@link
 * PixelLayout#BGRA_8}, 16-bit as {@link PixelLayout#GRAY_16} or {@link PixelLayout#RGB_16} and
 * floats as {@link PixelLayout#GRAY_FLOAT} or {@link PixelLayout#RGB_FLOAT}, the last four without
 * alpha. Of a file with several pictures the first is read.
 */
public final class ImageFile {
  private static final int OPAQUE = 255;

  private ImageFile() {}

  /**
   * Reads a picture.
   *
   * @return a new frame at index 0, time 0
   * @throws MattingException if the file is missing, damaged, or of another kind
   */
  public static Frame read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new MattingException(
          Files.exists(file)
              ? "Picture " + file + " is a folder, expected a file"
              : "Picture " + file + " does not exist: check its name and folder");
    }
    return toFrame(decode(file), file);
  }

  private static BufferedImage decode(Path file) {
    try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        throw unreadable(file, "it is no PNG, TIFF, JPEG or BMP", null);
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(stream, true, true);
        requireFits(reader, file);
        return reader.read(0);
      } finally {
        reader.dispose();
      }
    } catch (MattingException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The decoders answer damaged data with almost any exception.
      throw unreadable(file, String.valueOf(e.getMessage()), e);
    }
  }

  /** By the header alone, before anything of that size is allocated. */
  private static void requireFits(ImageReader reader, Path file) throws IOException {
    FrameFormat format =
        new FrameFormat(reader.getWidth(0), reader.getHeight(0), PixelLayout.RGB_FLOAT);
    if (format.byteCount() > Integer.MAX_VALUE) {
      throw new MattingException(
          "Picture " + file + " is " + format.size() + ", expected under 178 million pixels");
    }
  }

  private static Frame toFrame(BufferedImage image, Path file) {
    Raster raster = image.getRaster();
    SampleModel samples = raster.getSampleModel();
    boolean gray = samples.getNumBands() < 3;
    if (image.getColorModel() instanceof IndexColorModel palette) {
      return fromPalette(raster, palette);
    }
    return switch (samples.getDataType()) {
      case DataBuffer.TYPE_BYTE ->
          samples.getNumBands() == 1 ? fromGray8(raster) : fromColor8(raster);
      case DataBuffer.TYPE_INT -> fromColor8(raster);
      case DataBuffer.TYPE_USHORT -> from16(raster, gray);
      case DataBuffer.TYPE_FLOAT -> fromFloat(raster, gray);
      default ->
          throw unreadable(
              file, "its samples are neither 8-bit, 16-bit unsigned nor 32-bit float", null);
    };
  }

  private static Frame fromGray8(Raster raster) {
    Frame frame = allocate(raster, PixelLayout.GRAY_8);
    ByteBuffer pixels = frame.pixels();
    int[] row = new int[raster.getWidth()];
    byte[] bytes = new byte[row.length];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(raster.getMinX(), raster.getMinY() + y, row.length, 1, 0, row);
      for (int x = 0; x < row.length; x++) {
        bytes[x] = (byte) row[x];
      }
      pixels.put(bytes);
    }
    return frame;
  }

  /** Grey with alpha, red-green-blue, or red-green-blue with alpha. */
  private static Frame fromColor8(Raster raster) {
    Frame frame = allocate(raster, PixelLayout.BGRA_8);
    ByteBuffer pixels = frame.pixels();
    int bands = raster.getNumBands();
    boolean gray = bands < 3;
    boolean alpha = bands == 2 || bands == 4;
    int width = raster.getWidth();
    int[] row = new int[width * bands];
    byte[] bytes = new byte[width * 4];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      for (int x = 0; x < width; x++) {
        int at = x * bands;
        bytes[4 * x] = (byte) row[gray ? at : at + 2];
        bytes[4 * x + 1] = (byte) row[gray ? at : at + 1];
        bytes[4 * x + 2] = (byte) row[at];
        bytes[4 * x + 3] = (byte) (alpha ? row[at + bands - 1] : OPAQUE);
      }
      pixels.put(bytes);
    }
    return frame;
  }

  private static Frame fromPalette(Raster raster, IndexColorModel palette) {
    int[] colors = new int[palette.getMapSize()];
    palette.getRGBs(colors);
    Frame frame = allocate(raster, PixelLayout.BGRA_8);
    ByteBuffer pixels = frame.pixels();
    int[] row = new int[raster.getWidth()];
    byte[] bytes = new byte[row.length * 4];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(raster.getMinX(), raster.getMinY() + y, row.length, 1, 0, row);
      for (int x = 0; x < row.length; x++) {
        int argb = colors[row[x]];
        bytes[4 * x] = (byte) argb;
        bytes[4 * x + 1] = (byte) (argb >> 8);
        bytes[4 * x + 2] = (byte) (argb >> 16);
        bytes[4 * x + 3] = (byte) (argb >> 24);
      }
      pixels.put(bytes);
    }
    return frame;
  }

  private static Frame from16(Raster raster, boolean gray) {
    Frame frame = allocate(raster, gray ? PixelLayout.GRAY_16 : PixelLayout.RGB_16);
    ShortBuffer pixels = frame.pixels().asShortBuffer();
    int[] row = new int[raster.getWidth()];
    short[] shorts = new short[row.length];
    for (int band = 0; band < frame.format().layout().channels(); band++) {
      for (int y = 0; y < raster.getHeight(); y++) {
        raster.getSamples(raster.getMinX(), raster.getMinY() + y, row.length, 1, band, row);
        for (int x = 0; x < row.length; x++) {
          shorts[x] = (short) row[x];
        }
        pixels.put(shorts);
      }
    }
    return frame;
  }

  private static Frame fromFloat(Raster raster, boolean gray) {
    Frame frame = allocate(raster, gray ? PixelLayout.GRAY_FLOAT : PixelLayout.RGB_FLOAT);
    FloatBuffer pixels = frame.pixels().asFloatBuffer();
    float[] row = new float[raster.getWidth()];
    for (int band = 0; band < frame.format().layout().channels(); band++) {
      for (int y = 0; y < raster.getHeight(); y++) {
        raster.getSamples(raster.getMinX(), raster.getMinY() + y, row.length, 1, band, row);
        pixels.put(row);
      }
    }
    return frame;
  }

  private static Frame allocate(Raster raster, PixelLayout layout) {
    return Frame.allocate(new FrameFormat(raster.getWidth(), raster.getHeight(), layout));
  }

  private static MattingException unreadable(Path file, String reason, Throwable cause) {
    return new MattingException(
        "Picture " + file + " cannot be read: " + reason + "; replace or remove it", cause);
  }
}
