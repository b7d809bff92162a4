package org.cleanplate.matte;

import java.nio.ByteOrder;
import java.nio.IntBuffer;
import org.cleanplate.frame.Frame;

/** Packed pixels that hide all behind them. */
final class OpaquePixels {
  private OpaquePixels() {}

  /** Makes the fourth byte of packed pixels 255; other layouts have none. */
  static void set(Frame picture) {
    if (!picture.format().layout().packed()) {
      return;
    }
    IntBuffer pixels = picture.pixels().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
    for (int i = 0; i < pixels.limit(); i++) {
      pixels.put(i, pixels.get(i) | 0xFF000000);
    }
  }
}
