package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GBRP;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GBRP10;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY8;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P10;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV444P12;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVA420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.javacpp.BytePointer;
import org.cleanplate.frame.Frame;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.ProgressListener;
import org.cleanplate.testing.VideoFrames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The oracle is the same file read from its start to its end, and random samples. */
class FrameCopiesTest {
  private static final int FRAMES = 70;
  private static final int REACH = 5;
  private static final int HEIGHT = 18;

  @TempDir private Path folder;

  @Test
  void anyFrameOfAVideoWithOneKeyFrameIsTheVeryOne() throws IOException {
    Path video = BFrameVideo.write(folder.resolve("long.mkv"), FRAMES, 600);
    List<Frame> expected = VideoFrames.read(video);
    FarFrames far = far(video);
    assertEquals(FRAMES - REACH, far.count());
    assertEquals(FRAMES, far.longestJump());
    try (FrameCopies copies = make(video, far, Long.MAX_VALUE, new Cancellation());
        IndexedVideo indexed = open(video, far, copies)) {
      Random random = new Random(11);
      for (int i = 0; i < 2 * FRAMES; i++) {
        assertFrame(expected, indexed, random.nextInt(FRAMES));
      }
      for (int frame = FRAMES - 1; frame >= 0; frame--) {
        assertFrame(expected, indexed, frame);
      }
      for (int frame = 0; frame < FRAMES; frame++) {
        assertFrame(expected, indexed, frame);
      }
    }
  }

  @Test
  void noJumpDecodesMoreFramesThanItsReach() throws IOException {
    Path video = BFrameVideo.write(folder.resolve("long.mkv"), FRAMES, 30);
    FarFrames far = far(video);
    try (FrameCopies copies = make(video, far, Long.MAX_VALUE, new Cancellation())) {
      for (int frame = 0; frame < FRAMES; frame++) {
        int decoded = copies.hold(frame) ? 0 : frame - far.index().startOf(frame);
        assertTrue(decoded < REACH, "frame " + frame + " decodes " + decoded);
      }
      assertTrue(copies.bytes() <= far.estimateBytes(), copies.bytes() + " bytes");
    }
  }

  @Test
  void framesWithoutRoomForACopyAreDecoded() throws IOException {
    Path video = BFrameVideo.write(folder.resolve("long.mkv"), FRAMES, 600);
    List<Frame> expected = VideoFrames.read(video);
    FarFrames far = far(video);
    try (FrameCopies copies = make(video, far, 30_000, new Cancellation());
        IndexedVideo indexed = open(video, far, copies)) {
      assertTrue(copies.hold(REACH) && !copies.hold(FRAMES - 1));
      for (int frame : new int[] {69, 6, 40, 5, 68, 0}) {
        assertFrame(expected, indexed, frame);
      }
    }
  }

  @Test
  void closedCopiesAreDoneWithout() throws IOException {
    Path video = BFrameVideo.write(folder.resolve("long.mkv"), FRAMES, 600);
    List<Frame> expected = VideoFrames.read(video);
    FarFrames far = far(video);
    FrameCopies copies = make(video, far, Long.MAX_VALUE, new Cancellation());
    try (IndexedVideo indexed = open(video, far, copies)) {
      copies.close();
      copies.close();
      assertFrame(expected, indexed, 44);
    }
  }

  @Test
  void aVideoWithManyKeyFramesNeedsNone() throws IOException {
    FarFrames far = far(BFrameVideo.write(folder.resolve("v.mkv"), FRAMES, 12));
    assertEquals(0, FarFrames.of(far.index(), far.format()).count());
  }

  @Test
  void stopsWhenCancelled() throws IOException {
    Path video = BFrameVideo.write(folder.resolve("long.mkv"), FRAMES, 600);
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    assertThrows(
        CancellationException.class, () -> make(video, far(video), Long.MAX_VALUE, cancellation));
  }

  static Stream<Integer> formats() {
    return Stream.of(
        AV_PIX_FMT_YUV420P,
        AV_PIX_FMT_YUVJ420P,
        AV_PIX_FMT_YUV422P,
        AV_PIX_FMT_YUVA420P,
        AV_PIX_FMT_YUV420P10,
        AV_PIX_FMT_YUV444P12,
        AV_PIX_FMT_GBRP,
        AV_PIX_FMT_GBRP10,
        AV_PIX_FMT_GRAY8);
  }

  /** Noise does not compress, and no sample of it may be lost. */
  @ParameterizedTest
  @MethodSource("formats")
  void keepsPicturesOfAnyKindBitByBit(int format) throws IOException {
    AVFrame first = noise(format, 1);
    AVFrame second = noise(format, 2);
    AVFrame other = FFmpeg.allocatePicture(format, 20, HEIGHT);
    try (PictureStore store = PictureStore.create(first)) {
      store.add(7, first);
      store.add(3, second);
      store.add(5, other);
      assertFalse(store.holds(5), "it is of another size");
      assertPicture(second, store.read(3));
      assertPicture(first, store.read(7));
      assertPicture(second, store.read(3));
    } finally {
      av_frame_free(first);
      av_frame_free(second);
      av_frame_free(other);
    }
  }

  private static AVFrame noise(int format, int seed) throws IOException {
    AVFrame picture = FFmpeg.allocatePicture(format, 34, HEIGHT);
    picture.color_range(AVCOL_RANGE_JPEG).colorspace(AVCOL_SPC_BT709);
    Random random = new Random(seed);
    int mask = (1 << PixelFormat.of(picture).bits()) - 1;
    boolean deep = PixelFormat.of(picture).isDeep();
    for (int plane = 0; plane < 4 && picture.linesize(plane) > 0; plane++) {
      ByteBuffer samples = plane(picture, plane);
      for (int i = 0; i + 1 < samples.limit(); i += 2) {
        int value = random.nextInt() & (deep ? mask : 0xFFFF);
        samples.put(i, (byte) value).put(i + 1, (byte) (value >> 8));
      }
    }
    return picture;
  }

  private static void assertPicture(AVFrame expected, AVFrame found) {
    assertEquals(expected.format(), found.format());
    assertEquals(expected.color_range(), found.color_range());
    assertEquals(expected.colorspace(), found.colorspace());
    int sampleBytes = PixelFormat.of(expected).isDeep() ? 2 : 1;
    for (int plane = 0; plane < 4 && expected.linesize(plane) > 0; plane++) {
      int rowBytes = sampleBytes * (isChroma(expected, plane) ? 34 >> shift(expected, 0) : 34);
      for (int y = 0; y < rows(expected, plane); y++) {
        byte[] wanted = new byte[rowBytes];
        byte[] read = new byte[rowBytes];
        plane(expected, plane).get(y * expected.linesize(plane), wanted);
        plane(found, plane).get(y * found.linesize(plane), read);
        assertArrayEquals(wanted, read, "plane " + plane + ", row " + y);
      }
    }
  }

  private static int rows(AVFrame picture, int plane) {
    return isChroma(picture, plane) ? HEIGHT >> shift(picture, 1) : HEIGHT;
  }

  private static boolean isChroma(AVFrame picture, int plane) {
    return PixelFormat.of(picture).isYuv() && (plane == 1 || plane == 2);
  }

  /** How often chroma is halved, in width (0) or height (1). */
  private static int shift(AVFrame picture, int direction) {
    AVPixFmtDescriptor description = av_pix_fmt_desc_get(picture.format());
    return direction == 0 ? description.log2_chroma_w() : description.log2_chroma_h();
  }

  private static ByteBuffer plane(AVFrame picture, int plane) {
    BytePointer data = picture.data(plane);
    return data.capacity((long) picture.linesize(plane) * rows(picture, plane)).asByteBuffer();
  }

  private static void assertFrame(List<Frame> expected, IndexedVideo indexed, int frame)
      throws IOException {
    Frame read = indexed.read(frame);
    assertEquals(frame, read.index());
    assertEquals(expected.get(frame).timeMicros(), read.timeMicros());
    assertEquals(expected.get(frame).pixels(), read.pixels(), "pixels of frame " + frame);
  }

  private static FarFrames far(Path video) throws IOException {
    VideoIndex index = VideoIndex.of(video, ProgressListener.NONE, new Cancellation());
    try (VideoFrameSource source = VideoFrameSource.open(video)) {
      return new FarFrames(index, source.format(), REACH);
    }
  }

  private static FrameCopies make(
      Path video, FarFrames far, long mostBytes, Cancellation cancellation) throws IOException {
    return FrameCopies.make(
        video, far, DecodeOptions.AS_IS, mostBytes, ProgressListener.NONE, cancellation);
  }

  private static IndexedVideo open(Path video, FarFrames far, FrameCopies copies)
      throws IOException {
    return IndexedVideo.open(video, far.index(), DecodeOptions.AS_IS, Optional.of(copies));
  }
}
