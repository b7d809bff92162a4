package org.cleanplate.imagej.command;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG4;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A video of two seconds with a tone, through the macro. */
class VideoSoundTest {
  private static final int SIZE = 32;
  private static final int FRAMES = 50;
  private static final int RATE = 44_100;

  @TempDir private Path folder;

  private final MatteVideoRunner matting = new MatteVideoRunner();

  @BeforeEach
  void writeVideo() throws IOException {
    Path file = folder.resolve("walk.mov");
    try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), SIZE, SIZE, 1)) {
      recorder.setFormat("mov");
      recorder.setVideoCodec(AV_CODEC_ID_MPEG4);
      recorder.setAudioCodec(AV_CODEC_ID_AAC);
      recorder.setSampleRate(RATE);
      recorder.setFrameRate(25);
      recorder.start();
      Frame picture = new Frame(SIZE, SIZE, Frame.DEPTH_UBYTE, 3);
      for (int i = 0; i < FRAMES; i++) {
        picture.image[0].position(0);
        ((ByteBuffer) picture.image[0]).put(3 * (5 + i % 20), (byte) 200);
        recorder.record(picture);
        recorder.recordSamples(RATE, 1, tone(i));
      }
      recorder.stop();
    }
  }

  @AfterEach
  void closeImages() {
    matting.close();
  }

  @ParameterizedTest
  @CsvSource({
    "h264, mp4, aac",
    "prores, mov, aac",
    "ffv1, mkv, aac",
    "vp9, webm, opus",
  })
  void resultsHaveTheSoundOfTheirSource(String preset, String extension, String codec)
      throws IOException {
    assertTrue(run("preset=" + preset + " alpha foreground"), matting.log());

    for (String output : new String[] {"alpha", "foreground"}) {
      try (FFmpegFrameGrabber result = open("walk-" + output + "." + extension)) {
        assertEquals(codec, result.getAudioCodecName().replace("lib", ""));
        assertEquals(2.0, result.getLengthInTime() / 1e6, 0.1);
      }
    }
    assertEquals(codec.equals("opus"), matting.log().contains("sound is encoded anew as OPUS"));
  }

  @Test
  void aStretchHasItsPartOfTheSound() throws IOException {
    assertTrue(run("preset=h264 alpha first=26 frames=10"), matting.log());

    try (FFmpegFrameGrabber result = open("walk-alpha.mp4")) {
      assertEquals(1, result.getAudioChannels());
      assertEquals(0.4, result.getLengthInTime() / 1e6, 0.05);
    }
  }

  @Test
  void resultsAreSilentIfThatIsAskedFor() throws IOException {
    assertTrue(run("preset=h264 alpha audio=none"), matting.log());

    try (FFmpegFrameGrabber result = open("walk-alpha.mp4")) {
      assertEquals(0, result.getAudioChannels());
    }
    assertFalse(matting.log().contains("sound"));
  }

  private boolean run(String options) {
    String files = "video=[DIR/walk.mov] background=[frame 1] output=[DIR/out] ";
    return matting.run((files + options).replace("DIR", folder.toString()));
  }

  private FFmpegFrameGrabber open(String name) throws IOException {
    FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(folder.resolve("out/" + name).toFile());
    grabber.start();
    return grabber;
  }

  /** The samples that are heard during one frame. */
  private static FloatBuffer tone(int frame) {
    FloatBuffer samples = FloatBuffer.allocate(RATE / 25);
    for (int i = 0; i < samples.capacity(); i++) {
      samples.put(i, (float) (0.3 * Math.sin(2 * Math.PI * 440 * (frame * RATE / 25 + i) / RATE)));
    }
    return samples;
  }
}
