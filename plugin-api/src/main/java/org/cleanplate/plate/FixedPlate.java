package org.cleanplate.plate;

import java.nio.ByteOrder;
import java.nio.IntBuffer;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.HalfSize;
import org.cleanplate.frame.LayoutConverter;
import org.cleanplate.network.graph.PixelLayout;

/**
 * One picture as the plate of every frame. It is checked against the first frame and brought into
 * the frames' layout once. Used by one thread at a time.
 */
public final class FixedPlate implements PlateModel {
  private static final int RGB_MASK = 0xFFFFFF;

  private final Frame picture;
  private final String description;
  private final boolean fromSource;
  private Frame fitted;

  private FixedPlate(Frame picture, String description, boolean fromSource) {
    this.picture = picture;
    this.description = description;
    this.fromSource = fromSource;
  }

  /**
   * A picture taken for this purpose. One that equals the first frame pixel by pixel is refused: it
   * is almost always the wrong picture, and its matte would be empty.
   *
   * @param picture kept, not copied
   * @param description where it comes from, such as its file name
   */
  public static FixedPlate captured(Frame picture, String description) {
    return new FixedPlate(picture, description, false);
  }

  /**
   * A picture made of the source itself: a slice without the subject, or an estimate. It may equal
   * the first frame.
   *
   * @param picture kept, not copied
   * @param description {@code "slice 1"}, {@code "median of 75 frames"}
   */
  public static FixedPlate fromSource(Frame picture, String description) {
    return new FixedPlate(picture, description, true);
  }

  /** The plate as it was given, in its own layout. */
  public Frame picture() {
    return picture;
  }

  /** The same plate for frames of half the size. */
  public FixedPlate halved() {
    return new FixedPlate(HalfSize.of(picture), description, fromSource);
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public boolean isFixed() {
    return true;
  }

  @Override
  public Frame plateFor(Frame source) {
    if (fitted == null || !fitted.format().equals(source.format())) {
      requireSameSize(source);
      Frame converted = LayoutConverter.convert(picture, source.format().layout());
      if (!fromSource) {
        requireDifference(converted, source);
      }
      fitted = converted;
    }
    return fitted;
  }

  private void requireSameSize(Frame source) {
    FrameFormat own = picture.format();
    if (!own.sameSizeAs(source.format())) {
      throw new MattingException(
          "Background is "
              + own.size()
              + " but frame "
              + source.index()
              + " is "
              + source.format().size()
              + ": scale the background or crop the stack");
    }
  }

  private void requireDifference(Frame plate, Frame source) {
    if (showSamePicture(plate, source)) {
      throw new MattingException(
          "Background ("
              + description
              + ") is identical to frame "
              + source.index()
              + ": choose a picture of the scene without its subject");
    }
  }

  private static boolean showSamePicture(Frame a, Frame b) {
    if (a.format().layout() != PixelLayout.BGRA_8) {
      return a.pixels().equals(b.pixels());
    }
    // The fourth byte carries no picture and differs from reader to reader.
    IntBuffer left = a.pixels().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
    IntBuffer right = b.pixels().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
    while (left.hasRemaining()) {
      if (((left.get() ^ right.get()) & RGB_MASK) != 0) {
        return false;
      }
    }
    return true;
  }
}
