package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_clone;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.testing.Scene;

/** What a video file holds, as 8 bits a sample whatever its depth is, alpha included. */
final class StoredFrames {
  private StoredFrames() {}

  /** All frames of a file, stamped with their times from the first one on. */
  static List<Frame> read(Path file) throws IOException {
    List<Frame> frames = new ArrayList<>();
    try (VideoDecoder decoder = VideoDecoder.open(file);
        ColorConverter converter = new ColorConverter()) {
      long firstMicros = 0;
      for (AVFrame picture = decoder.next(); picture != null; picture = decoder.next()) {
        long micros = decoder.timeMicros(picture).orElseThrow();
        firstMicros = frames.isEmpty() ? micros : firstMicros;
        Frame frame = toFrame(picture, converter);
        frame.stamp(frames.size(), micros - firstMicros);
        frames.add(frame);
      }
    }
    return frames;
  }

  /** The first picture of a file as it is stored. */
  static AVFrame first(Path file) throws IOException {
    try (VideoDecoder decoder = VideoDecoder.open(file)) {
      return av_frame_clone(decoder.next());
    }
  }

  /** A matte of one layer, in the place of its pixels. */
  static Matte matte(Layer layer, Frame pixels) {
    Matte matte = new Matte(Map.of(layer, pixels));
    matte.stamp(pixels);
    return matte;
  }

  private static Frame toFrame(AVFrame picture, ColorConverter converter) throws IOException {
    AVFrame packed = FFmpeg.allocatePicture(AV_PIX_FMT_BGRA, picture);
    converter.convert(picture, packed);
    Frame frame = Frame.allocate(Scene.bgra(picture.width(), picture.height()));
    ByteBuffer target = frame.pixels();
    byte[] row = new byte[4 * picture.width()];
    for (int y = 0; y < picture.height(); y++) {
      packed.data(0).position((long) y * packed.linesize(0)).get(row);
      target.put(row);
    }
    av_frame_free(packed);
    return frame;
  }
}
