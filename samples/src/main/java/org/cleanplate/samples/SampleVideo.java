package org.cleanplate.samples;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.Map;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.video.VideoFrameSink;

/** Writes a scene as a video. */
final class SampleVideo {
  private static final Layer LAYER = Layer.COMPOSITE_8;
  private static final int OPAQUE = 0xFF000000;

  private SampleVideo() {}

  /**
   * Writes all frames.
   *
   * @param file its extension says which kind of video it is
   */
  static void write(SyntheticScene scene, double framesPerSecond, Path file) throws IOException {
    FrameFormat format = new FrameFormat(scene.width(), scene.height(), PixelLayout.BGRA_8);
    try (VideoFrameSink sink = VideoFrameSink.create(file, LAYER, format, framesPerSecond)) {
      Frame frame = Frame.allocate(format);
      Matte matte = new Matte(Map.of(LAYER, frame));
      for (int i = 0; i < scene.frameCount(); i++) {
        fill(frame.pixels(), scene.frame(i).rgb());
        frame.stamp(i, Math.round(i * 1e6 / framesPerSecond));
        matte.stamp(frame);
        sink.write(matte);
      }
      sink.finish();
    }
  }

  /** A pixel as a little-endian integer is alpha, red, green, blue from the top byte down. */
  private static void fill(ByteBuffer bgra, int[] rgb) {
    IntBuffer pixels = bgra.order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
    for (int pixel : rgb) {
      pixels.put(OPAQUE | pixel);
    }
  }
}
