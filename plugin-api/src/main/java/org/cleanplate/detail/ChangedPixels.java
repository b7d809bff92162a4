package org.cleanplate.detail;

import java.util.BitSet;

/**
 * Where alpha is another than the network's.
 *
 * @param pixels their indices, row by row
 * @param alpha of all pixels, 0..1
 */
record ChangedPixels(BitSet pixels, float[] alpha) {

  /** Writes them, with the frame's own colour. */
  void write(Pixels frame, DetailSink sink) {
    float[] seen = new float[3];
    for (int pixel = pixels.nextSetBit(0); pixel >= 0; pixel = pixels.nextSetBit(pixel + 1)) {
      frame.read(pixel, seen);
      sink.write(pixel, alpha[pixel], seen);
    }
  }
}
