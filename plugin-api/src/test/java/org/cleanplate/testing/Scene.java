package org.cleanplate.testing;

import java.nio.ByteBuffer;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.graph.PixelLayout;

/** A smooth coloured backdrop and a white square that moves 4 pixels a frame to the right. */
public final class Scene {
  public static final int SUBJECT_SIZE = 12;

  private Scene() {}

  public static FrameFormat bgra(int width, int height) {
    return new FrameFormat(width, height, PixelLayout.BGRA_8);
  }

  /** A source of {@code count} frames of the scene with its subject. */
  public static SyntheticSource source(int width, int height, long count) {
    return new SyntheticSource(bgra(width, height), count, Scene::paint);
  }

  public static Frame backdrop(int width, int height) {
    Frame frame = Frame.allocate(bgra(width, height));
    paintBackdrop(frame);
    return frame;
  }

  public static Frame frame(int width, int height, long index) {
    Frame frame = Frame.allocate(bgra(width, height));
    frame.stamp(index, index * 40_000);
    paint(index, frame);
    return frame;
  }

  public static boolean isSubject(long index, int x, int y) {
    long left = 4 * index;
    return x >= left && x < left + SUBJECT_SIZE && y >= 4 && y < 4 + SUBJECT_SIZE;
  }

  private static void paint(long index, Frame frame) {
    paintBackdrop(frame);
    int width = frame.format().width();
    ByteBuffer pixels = frame.pixels();
    for (int i = 0; i < width * frame.format().height(); i++) {
      if (isSubject(index, i % width, i / width)) {
        pixels.putInt(4 * i, -1);
      }
    }
  }

  private static void paintBackdrop(Frame frame) {
    int width = frame.format().width();
    int height = frame.format().height();
    ByteBuffer pixels = frame.pixels();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixels.put((byte) (40 + 120 * x / width));
        pixels.put((byte) (60 + 100 * y / height));
        pixels.put((byte) (50 + 100 * (x + y) / (width + height)));
        pixels.put((byte) 255);
      }
    }
  }
}
