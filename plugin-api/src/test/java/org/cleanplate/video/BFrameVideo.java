package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG2VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.cleanplate.testing.Scene;

/**
 * Videos of the {@link Scene} in MPEG-2 with two B-frames between others, which our own presets
 * never write.
 */
final class BFrameVideo {
  static final int WIDTH = 96;
  static final int HEIGHT = 64;

  private BFrameVideo() {}

  /**
   * Writes a video.
   *
   * @param groupLength frames from one key frame to the next; the groups are open
   */
  static Path write(Path file, int frames, int groupLength) throws IOException {
    String name = file.getFileName().toString();
    try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), WIDTH, HEIGHT)) {
      recorder.setFormat(name.endsWith("ts") ? "mpegts" : "matroska");
      recorder.setVideoCodec(AV_CODEC_ID_MPEG2VIDEO);
      recorder.setPixelFormat(AV_PIX_FMT_YUV420P);
      recorder.setFrameRate(25);
      recorder.setVideoBitrate(2_000_000);
      recorder.setGopSize(groupLength);
      recorder.setMaxBFrames(2);
      recorder.start();
      for (int i = 0; i < frames; i++) {
        recorder.record(picture(i % 20, i));
      }
      recorder.stop();
    }
    return file;
  }

  private static Frame picture(int place, int index) {
    Frame picture = new Frame(WIDTH, HEIGHT, Frame.DEPTH_UBYTE, 3);
    ByteBuffer target = (ByteBuffer) picture.image[0];
    ByteBuffer pixels = Scene.frame(WIDTH, HEIGHT, place).pixels();
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        for (int c = 0; c < 3; c++) {
          byte value = pixels.get(4 * (y * WIDTH + x) + c);
          target.put(y * picture.imageStride + 3 * x + c, (byte) (value ^ (index & 7)));
        }
      }
    }
    return picture;
  }
}
