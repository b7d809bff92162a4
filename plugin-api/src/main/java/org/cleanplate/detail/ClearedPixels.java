package org.cleanplate.detail;

import java.util.BitSet;

/**
 * Where nothing is any more.
 *
 * @param pixels their indices, row by row
 */
record ClearedPixels(BitSet pixels) {

  /** Writes them, with the frame's own colour. */
  void write(Pixels frame, DetailSink sink) {
    float[] seen = new float[3];
    for (int pixel = pixels.nextSetBit(0); pixel >= 0; pixel = pixels.nextSetBit(pixel + 1)) {
      frame.read(pixel, seen);
      sink.write(pixel, 0, seen);
    }
  }
}
