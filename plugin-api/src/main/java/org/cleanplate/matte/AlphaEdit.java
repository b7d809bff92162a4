package org.cleanplate.matte;

import java.nio.FloatBuffer;
import org.cleanplate.frame.Frame;

/** Changes the alpha of one frame after another, such as by masks that a person drew. */
@FunctionalInterface
public interface AlphaEdit {

  /**
   * Changes alpha in place.
   *
   * @param source the frame, with its index
   * @param alpha row by row, each 0..1; stays so
   */
  void apply(Frame source, FloatBuffer alpha);
}
