package org.cleanplate.video;

import java.util.Random;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Pictures of three planes, chroma halved, in which every frame differs from all others. */
final class MovingNoise {
  private MovingNoise() {}

  static void paint(int index, AVFrame picture) {
    Random random = new Random(5);
    for (int plane = 0; plane < 3; plane++) {
      int rows = plane == 0 ? picture.height() : picture.height() / 2;
      int columns = plane == 0 ? picture.width() : picture.width() / 2;
      for (int y = 0; y < rows; y++) {
        for (int x = 0; x < columns; x++) {
          int value = 60 + 3 * index + 40 * ((x + 2 * index) / 8 % 2) + random.nextInt(20);
          picture.data(plane).put((long) y * picture.linesize(plane) + x, (byte) value);
        }
      }
    }
  }
}
