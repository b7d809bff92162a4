package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GBRP;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GBRP16;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_image_copy_plane;

import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.graph.PixelLayout;

/**
 * Brings decoded pictures into the pixels of a {@link Frame}: {@link PixelLayout#BGRA_8}, or {@link
 * PixelLayout#RGB_16} if the pictures are deeper than 8 bits. Used by one thread.
 */
final class FramePixels implements AutoCloseable {
  /** Which plane of the library's green, blue, red each of our red, green, blue is. */
  private static final int[] PLANE_OF_CHANNEL = {2, 0, 1};

  private final FrameFormat format;
  private final ColorConverter toTarget = new ColorConverter();
  private final ColorConverter toPlanes = new ColorConverter();
  private AVFrame target;
  private AVFrame planes;

  /** Has no pixels of its own: lent those of the frame that is filled. */
  private AVFrame packed;

  /** Allocates for pictures of the size and depth of {@code picture}. */
  FramePixels(AVFrame picture) throws IOException {
    boolean deep = PixelFormat.of(picture).isDeep();
    format =
        new FrameFormat(
            picture.width(), picture.height(), deep ? PixelLayout.RGB_16 : PixelLayout.BGRA_8);
    target = FFmpeg.allocatePicture(deep ? AV_PIX_FMT_GBRP16 : AV_PIX_FMT_BGRA, picture);
  }

  FrameFormat format() {
    return format;
  }

  /** Fills {@code frame}, which has this {@link #format}; {@code picture} has its size. */
  void copy(AVFrame picture, Frame frame) throws IOException {
    if (isSlowToPack(picture)) {
      if (planes == null) {
        planes = FFmpeg.allocatePicture(AV_PIX_FMT_GBRP, picture);
        packed = av_frame_alloc();
        packed.format(AV_PIX_FMT_BGRA).width(format.width()).height(format.height());
      }
      toPlanes.convert(picture, planes);
      pack(frame);
    } else {
      toTarget.convert(picture, target);
      copyRows(frame);
    }
  }

  /** Packing writes no byte too many, so it may write straight into the frame. */
  private void pack(Frame frame) throws IOException {
    try (BytePointer pixels = new BytePointer(frame.pixels())) {
      packed.data(0, pixels).linesize(0, 4 * format.width());
      toTarget.convert(planes, packed);
    } finally {
      packed.data(0, null);
    }
  }

  /**
   * The library resamples chroma and packs pixels at once without vector instructions; by way of
   * planes the same result takes 6 ms instead of 16 for a frame of 1080p.
   */
  private boolean isSlowToPack(AVFrame picture) {
    PixelFormat decoded = PixelFormat.of(picture);
    return format.layout() == PixelLayout.BGRA_8
        && decoded.isYuv()
        && decoded.isPlanar()
        && !decoded.hasAlpha();
  }

  /** The library pads its rows; ours lie close. */
  private void copyRows(Frame frame) {
    try (BytePointer pixels = new BytePointer(frame.pixels())) {
      if (format.layout() == PixelLayout.BGRA_8) {
        copyPlane(0, pixels, 4 * format.width());
        return;
      }
      int rowBytes = Short.BYTES * format.width();
      for (int channel = 0; channel < PLANE_OF_CHANNEL.length; channel++) {
        pixels.position((long) channel * rowBytes * format.height());
        copyPlane(PLANE_OF_CHANNEL[channel], pixels, rowBytes);
      }
    }
  }

  private void copyPlane(int plane, BytePointer to, int rowBytes) {
    av_image_copy_plane(
        to, rowBytes, target.data(plane), target.linesize(plane), rowBytes, format.height());
  }

  /** Frees all native memory. May be called twice. */
  @Override
  public void close() {
    toTarget.close();
    toPlanes.close();
    if (target != null) {
      av_frame_free(target);
      target = null;
    }
    if (planes != null) {
      av_frame_free(planes);
      planes = null;
      av_frame_free(packed);
      packed = null;
    }
  }
}
