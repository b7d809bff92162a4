package org.cleanplate.sequence;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.DataBufferUShort;
import java.awt.image.WritableRaster;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;

/** A matte's pixels as the picture object that the JDK's writers take; filled again each time. */
final class LayerPicture {
  private static final Set<Layer> SINGLE =
      EnumSet.of(
          Layer.ALPHA_8,
          Layer.ALPHA_16,
          Layer.FOREGROUND_8,
          Layer.FOREGROUND_16,
          Layer.COMPOSITE_8,
          Layer.COMPOSITE_16,
          Layer.CUTOUT_8);

  private static final Set<Layer> DEEP_CUTOUT = EnumSet.of(Layer.FOREGROUND_16, Layer.ALPHA_16);

  private static final int COLOURS = 3;

  private final Layer shown;
  private final boolean hasDeepAlpha;
  private final BufferedImage image;

  private LayerPicture(Layer shown, boolean hasDeepAlpha, BufferedImage image) {
    this.shown = shown;
    this.hasDeepAlpha = hasDeepAlpha;
    this.image = image;
  }

  /**
   * Allocates the picture.
   *
   * @param layers one, or foreground and alpha of 16 bits
   * @throws MattingException if pictures cannot hold them
   */
  static LayerPicture of(Set<Layer> layers, int width, int height) {
    if (layers.equals(DEEP_CUTOUT)) {
      return new LayerPicture(Layer.FOREGROUND_16, true, allocate16(width, height, true));
    }
    if (layers.size() != 1 || !SINGLE.containsAll(layers)) {
      throw new MattingException(
          "Layers "
              + layers
              + " cannot be written as pictures, expected one of "
              + SINGLE
              + ", or for a cut-out "
              + DEEP_CUTOUT);
    }
    Layer layer = layers.iterator().next();
    return new LayerPicture(layer, false, allocate(layer, width, height));
  }

  private static BufferedImage allocate(Layer layer, int width, int height) {
    return switch (layer) {
      case ALPHA_8 -> new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
      case ALPHA_16 -> new BufferedImage(width, height, BufferedImage.TYPE_USHORT_GRAY);
      case CUTOUT_8 -> new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
      case FOREGROUND_16, COMPOSITE_16 -> allocate16(width, height, false);
      default -> new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    };
  }

  /** The picture of {@code matte}, valid until the next call. */
  BufferedImage fill(Matte matte) {
    Frame frame = matte.layer(shown);
    DataBuffer target = image.getRaster().getDataBuffer();
    switch (frame.format().layout()) {
      case GRAY_8 -> frame.pixels().get(((DataBufferByte) target).getData());
      case GRAY_16 -> frame.pixels().asShortBuffer().get(((DataBufferUShort) target).getData());
      case RGB_16 -> fill16(matte, frame, ((DataBufferUShort) target).getData());
      default ->
          frame
              .pixels()
              .order(ByteOrder.LITTLE_ENDIAN)
              .asIntBuffer()
              .get(((DataBufferInt) target).getData());
    }
    return image;
  }

  private void fill16(Matte matte, Frame colours, short[] target) {
    int step = image.getSampleModel().getNumBands();
    interleave(colours, target, step);
    if (hasDeepAlpha) {
      addAlpha(matte.layer(Layer.ALPHA_16), target, step);
    }
  }

  private static void interleave(Frame frame, short[] target, int step) {
    FrameFormat format = frame.format();
    int plane = format.width() * format.height();
    ShortBuffer source = frame.pixels().asShortBuffer();
    for (int i = 0; i < plane; i++) {
      for (int colour = 0; colour < COLOURS; colour++) {
        target[step * i + colour] = source.get(colour * plane + i);
      }
    }
  }

  /** What is not there compresses to nothing; 8-bit cut-outs come so already. */
  private static void addAlpha(Frame alpha, short[] target, int step) {
    ShortBuffer samples = alpha.pixels().asShortBuffer();
    for (int i = 0; i < samples.limit(); i++) {
      short value = samples.get(i);
      target[step * i + COLOURS] = value;
      if (value == 0) {
        Arrays.fill(target, step * i, step * i + COLOURS, (short) 0);
      }
    }
  }

  private static BufferedImage allocate16(int width, int height, boolean hasAlpha) {
    ColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            hasAlpha,
            false,
            hasAlpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
            DataBuffer.TYPE_USHORT);
    WritableRaster raster = model.createCompatibleWritableRaster(width, height);
    return new BufferedImage(model, raster, false, null);
  }
}
