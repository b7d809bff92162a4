package org.cleanplate.frame;

import org.cleanplate.network.graph.PixelLayout;

/**
 * Brings a picture into another layout: full range to full range, so 255, 65535 and 1.0 are the
 * same white. Grey becomes equal red, green and blue; colour becomes its BT.601 luma; the unused
 * alpha of a packed picture is 255. Meant for single pictures such as plates, not for every frame.
 */
public final class LayoutConverter {
  private LayoutConverter() {}

  /**
   * The same picture in another layout.
   *
   * @return {@code picture} itself if it lies so already, else a new frame at the same place in the
   *     sequence
   */
  public static Frame convert(Frame picture, PixelLayout layout) {
    FrameFormat format = picture.format();
    if (format.layout() == layout) {
      return picture;
    }
    Frame converted = Frame.allocate(new FrameFormat(format.width(), format.height(), layout));
    converted.stamp(picture.index(), picture.timeMicros());
    PixelReader reader = PixelReader.of(picture);
    PixelWriter writer = PixelWriter.to(converted);
    int pixels = format.width() * format.height();
    float[] rgb = new float[3];
    for (int i = 0; i < pixels; i++) {
      reader.read(i, rgb);
      writer.write(i, rgb);
    }
    return converted;
  }
}
