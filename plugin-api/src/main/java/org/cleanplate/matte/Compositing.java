package org.cleanplate.matte;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.cleanplate.frame.Frame;

/** Puts a foreground over a backdrop, or its alpha beside it; packed 8-bit pixels. */
final class Compositing {
  private static final int OPAQUE = 0xFF000000;

  private Compositing() {}

  /** {@code a F + (1 - a) B}, rounded once. */
  static void over(Frame foreground, FloatBuffer alpha, Backdrop backdrop, Frame target)
      throws IOException {
    IntBuffer front = ints(foreground);
    IntBuffer mixed = ints(target);
    if (backdrop instanceof Backdrop.Colour colour) {
      for (int i = 0; i < mixed.limit(); i++) {
        mixed.put(i, mix(front.get(i), colour.rgb(), alpha.get(i)));
      }
    } else if (backdrop instanceof Backdrop.Pictures pictures) {
      IntBuffer back = ints(pictures.pictureFor(foreground.index()));
      for (int i = 0; i < mixed.limit(); i++) {
        mixed.put(i, mix(front.get(i), back.get(i), alpha.get(i)));
      }
    }
  }

  /** The foreground with alpha in the fourth byte; zero where alpha rounds to zero. */
  static void cutOut(Frame foreground, FloatBuffer alpha, Frame target) {
    IntBuffer front = ints(foreground);
    IntBuffer cut = ints(target);
    for (int i = 0; i < cut.limit(); i++) {
      int opacity = Math.round(alpha.get(i) * 255);
      cut.put(i, opacity == 0 ? 0 : opacity << 24 | front.get(i) & ~OPAQUE);
    }
  }

  private static int mix(int front, int back, float alpha) {
    return OPAQUE
        | channel(front, back, alpha, 16)
        | channel(front, back, alpha, 8)
        | channel(front, back, alpha, 0);
  }

  private static int channel(int front, int back, float alpha, int shift) {
    int f = front >> shift & 0xFF;
    int b = back >> shift & 0xFF;
    return (int) (b + alpha * (f - b) + 0.5f) << shift;
  }

  private static IntBuffer ints(Frame packed) {
    return packed.pixels().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
  }
}
