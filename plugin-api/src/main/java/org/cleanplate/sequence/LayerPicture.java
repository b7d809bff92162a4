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
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.graph.Layer;

/** A layer's pixels as the picture object that the JDK's writers take; filled again each time. */
final class LayerPicture {
  private final BufferedImage image;

  /** Allocates the picture for a layer: {@link ImageSequenceSink#WRITABLE}. */
  LayerPicture(Layer layer, int width, int height) {
    image =
        switch (layer) {
          case ALPHA_8 -> new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
          case ALPHA_16 -> new BufferedImage(width, height, BufferedImage.TYPE_USHORT_GRAY);
          case FOREGROUND_8, COMPOSITE_8 ->
              new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
          case CUTOUT_8 -> new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
          case FOREGROUND_16, COMPOSITE_16 -> allocateRgb16(width, height);
          default -> throw new IllegalArgumentException("No picture for layer " + layer);
        };
  }

  /** The picture of {@code frame}, valid until the next call. */
  BufferedImage fill(Frame frame) {
    DataBuffer target = image.getRaster().getDataBuffer();
    switch (frame.format().layout()) {
      case GRAY_8 -> frame.pixels().get(((DataBufferByte) target).getData());
      case GRAY_16 -> frame.pixels().asShortBuffer().get(((DataBufferUShort) target).getData());
      case RGB_16 -> interleave(frame, ((DataBufferUShort) target).getData());
      default ->
          frame
              .pixels()
              .order(ByteOrder.LITTLE_ENDIAN)
              .asIntBuffer()
              .get(((DataBufferInt) target).getData());
    }
    return image;
  }

  private static void interleave(Frame frame, short[] target) {
    FrameFormat format = frame.format();
    int plane = format.width() * format.height();
    ShortBuffer source = frame.pixels().asShortBuffer();
    for (int i = 0; i < plane; i++) {
      target[3 * i] = source.get(i);
      target[3 * i + 1] = source.get(plane + i);
      target[3 * i + 2] = source.get(2 * plane + i);
    }
  }

  private static BufferedImage allocateRgb16(int width, int height) {
    ColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            false,
            false,
            Transparency.OPAQUE,
            DataBuffer.TYPE_USHORT);
    WritableRaster raster = model.createCompatibleWritableRaster(width, height);
    return new BufferedImage(model, raster, false, null);
  }
}
