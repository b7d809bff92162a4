package org.cleanplate.matte;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Samples;

/** Puts a foreground over a backdrop, or its alpha beside it. */
final class Compositing {
  private static final int OPAQUE = 0xFF000000;

  /** What 1 of 255 is of 65535. */
  private static final int DEEP_BYTE = 257;

  private Compositing() {}

  /** {@code a F + (1 - a) B}, rounded once; packed 8-bit pixels. */
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

  /** The same for planes of 16 bits; a backdrop of 8 bits is spread over their range. */
  static void overDeep(Frame foreground, FloatBuffer alpha, Backdrop backdrop, Frame target)
      throws IOException {
    Samples front = Samples.of(foreground);
    Samples mixed = Samples.of(target);
    Behind behind = behind(backdrop, foreground.index());
    for (int i = 0; i < alpha.limit(); i++) {
      int rgb = behind.rgb(i);
      for (int channel = 0; channel < 3; channel++) {
        float back = (rgb >> 16 - 8 * channel & 0xFF) * DEEP_BYTE;
        mixed.set(i, channel, back + alpha.get(i) * (front.get(i, channel) - back));
      }
    }
  }

  /** The colour behind a pixel, {@code 0xRRGGBB} in the lower bits. */
  @FunctionalInterface
  private interface Behind {
    int rgb(int pixel);
  }

  private static Behind behind(Backdrop backdrop, long index) throws IOException {
    if (backdrop instanceof Backdrop.Pictures pictures) {
      IntBuffer back = ints(pictures.pictureFor(index));
      return back::get;
    }
    int colour = ((Backdrop.Colour) backdrop).rgb();
    return pixel -> colour;
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
