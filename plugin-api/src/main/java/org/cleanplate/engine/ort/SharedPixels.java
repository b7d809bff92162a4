package org.cleanplate.engine.ort;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.EnumSet;
import java.util.Set;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;

/**
 * Alpha and foreground of bytes leave the graph as one picture, alpha in the fourth byte, and part
 * on the host: the runtime takes five times longer to pick every fourth byte than these loops, and
 * a GPU would send the same bytes twice.
 */
final class SharedPixels {
  private static final int ROW_PIXELS = 4096;
  private static final boolean LITTLE_ENDIAN = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
  private static final int ALPHA_SHIFT = LITTLE_ENDIAN ? 24 : 0;
  private static final int OPAQUE = LITTLE_ENDIAN ? 0xFF000000 : 0xFF;
  private static final Set<Layer> PARTS = EnumSet.of(Layer.ALPHA_8, Layer.FOREGROUND_8);

  private final Set<Layer> asked;
  private final boolean shared;

  SharedPixels(Set<Layer> asked) {
    this.asked = asked;
    this.shared = asked.containsAll(PARTS);
  }

  /** The layers that the graph has to write. */
  Set<Layer> written() {
    if (!shared) {
      return asked;
    }
    Set<Layer> written = EnumSet.copyOf(asked);
    written.removeAll(PARTS);
    written.add(Layer.CUTOUT_8);
    return written;
  }

  /**
   * The layer whose pixels take what the graph writes: the foreground's pixels serve until they are
   * parted.
   */
  Layer holder(Layer written) {
    return asked.contains(written) ? written : Layer.FOREGROUND_8;
  }

  /** Completes a matte of which the graph has written its part. */
  void part(Matte matte) {
    if (shared) {
      Frame whole = matte.layer(holder(Layer.CUTOUT_8));
      part(
          whole.pixels().asIntBuffer(),
          matte.layer(Layer.ALPHA_8).pixels(),
          matte.layer(Layer.FOREGROUND_8).pixels().asIntBuffer());
    }
  }

  private static void part(IntBuffer whole, ByteBuffer alpha, IntBuffer foreground) {
    int[] pixels = new int[ROW_PIXELS];
    byte[] alphas = new byte[ROW_PIXELS];
    while (whole.hasRemaining()) {
      int count = Math.min(ROW_PIXELS, whole.remaining());
      whole.get(pixels, 0, count);
      for (int i = 0; i < count; i++) {
        alphas[i] = (byte) (pixels[i] >>> ALPHA_SHIFT);
      }
      for (int i = 0; i < count; i++) {
        pixels[i] |= OPAQUE;
      }
      alpha.put(alphas, 0, count);
      foreground.put(pixels, 0, count);
    }
  }
}
