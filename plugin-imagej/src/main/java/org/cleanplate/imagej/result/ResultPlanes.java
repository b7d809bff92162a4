package org.cleanplate.imagej.result;

import ij.process.ImageProcessor;
import java.util.List;
import java.util.Set;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;

/** Makes the pixels of one output, frame by frame, as ImageJ keeps them. Used by one thread. */
public interface ResultPlanes {

  /** What {@link #of} reads. */
  Set<Layer> layers();

  /** How large the planes are against the frame. */
  default Layer.Scale scale() {
    return Layer.Scale.FULL;
  }

  /** Planes a frame becomes: 1, or one for each channel of the source. */
  default int count() {
    return 1;
  }

  /** Bits a pixel: 8, 16, 32, or 24 for RGB. */
  int bitDepth();

  /** Whether the high byte of RGB pixels is alpha, which files shall keep. */
  default boolean hasAlpha() {
    return false;
  }

  /** How values are shown. */
  default Range range() {
    return Range.UNIT;
  }

  /** How the values of a result are shown, but for 8 bits, which are always 0..255. */
  enum Range {
    /** From 0 to the largest, 1 for floats. */
    UNIT,
    /** As the source shows its own. */
    SOURCE,
    /** From the smallest to the largest that there is. */
    CONTENT
  }

  /** New planes for one frame, the caller's to keep. */
  List<ImageProcessor> of(Frame source, Frame plate, Matte matte);
}
