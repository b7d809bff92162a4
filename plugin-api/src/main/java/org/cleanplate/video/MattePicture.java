package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_image_copy_plane;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;

/**
 * A matte's pixels as a picture of the library, in the layout that they have already, padded to the
 * encoder's size. Filled again for each frame. Used by one thread.
 */
final class MattePicture implements AutoCloseable {
  /** Which plane of the library's green, blue, red each of our red, green, blue is. */
  private static final int[] PLANE_OF_CHANNEL = {2, 0, 1};

  private static final int ALPHA_PLANE = 3;

  private final VideoContent content;
  private final int width;
  private final int height;
  private AVFrame picture;

  /**
   * Allocates the picture.
   *
   * @param pixelFormat the content's own, or one that lies like it
   * @param source of which the size is taken
   */
  MattePicture(
      VideoContent content, int pixelFormat, FrameFormat source, int paddedWidth, int paddedHeight)
      throws IOException {
    this.content = content;
    this.width = source.width();
    this.height = source.height();
    picture = FFmpeg.allocatePicture(pixelFormat, paddedWidth, paddedHeight);
    picture.color_range(AVCOL_RANGE_JPEG);
  }

  /** The picture of a matte, valid until the next call. */
  AVFrame fill(Matte matte) throws IOException {
    FFmpeg.check(av_frame_make_writable(picture), "Cannot allocate a picture");
    switch (content) {
      case FOREGROUND_16 -> copyColour(matte.layer(Layer.FOREGROUND_16));
      case COMPOSITE_16 -> copyColour(matte.layer(Layer.COMPOSITE_16));
      case CUTOUT_16 -> {
        copyColour(matte.layer(Layer.FOREGROUND_16));
        copyPlane(matte.layer(Layer.ALPHA_16), 0, ALPHA_PLANE, Short.BYTES);
        clearTransparent(matte.layer(Layer.ALPHA_16));
      }
      default -> {
        Frame pixels = matte.layer(content.layers().iterator().next());
        copyPlane(pixels, 0, 0, bytesPerPixel());
      }
    }
    padEdges();
    return picture;
  }

  private int bytesPerPixel() {
    return switch (content) {
      case ALPHA_8 -> 1;
      case FOREGROUND_8, COMPOSITE_8, CUTOUT_8 -> Integer.BYTES;
      case ALPHA_16, FOREGROUND_16, COMPOSITE_16, CUTOUT_16 -> Short.BYTES;
    };
  }

  private void copyColour(Frame planes) {
    for (int channel = 0; channel < PLANE_OF_CHANNEL.length; channel++) {
      copyPlane(planes, channel, PLANE_OF_CHANNEL[channel], Short.BYTES);
    }
  }

  private void copyPlane(Frame frame, int channel, int plane, int pixelBytes) {
    int rowBytes = width * pixelBytes;
    try (BytePointer pixels = new BytePointer(frame.pixels())) {
      pixels.position((long) channel * rowBytes * height);
      av_image_copy_plane(
          picture.data(plane), picture.linesize(plane), pixels, rowBytes, rowBytes, height);
    }
  }

  /** What is not there compresses to nothing; 8-bit cut-outs come so already. */
  private void clearTransparent(Frame alpha) {
    ShortBuffer samples = alpha.pixels().asShortBuffer();
    for (int plane : PLANE_OF_CHANNEL) {
      ShortBuffer colours = bytes(plane).asShortBuffer();
      int stride = picture.linesize(plane) / Short.BYTES;
      for (int i = 0; i < width * height; i++) {
        if (samples.get(i) == 0) {
          colours.put(i / width * stride + i % width, (short) 0);
        }
      }
    }
  }

  /** Repeats the last column and row into the padding, so that no dark edge is encoded. */
  private void padEdges() {
    int missingColumns = picture.width() - width;
    int missingRows = picture.height() - height;
    if (missingColumns == 0 && missingRows == 0) {
      return;
    }
    int pixelBytes = bytesPerPixel();
    for (int plane = 0; plane < planes(); plane++) {
      ByteBuffer bytes = bytes(plane);
      int stride = picture.linesize(plane);
      for (int y = 0; y < height && missingColumns > 0; y++) {
        int last = y * stride + (width - 1) * pixelBytes;
        bytes.put(last + pixelBytes, bytes, last, missingColumns * pixelBytes);
      }
      if (missingRows > 0) {
        bytes.put(height * stride, bytes, (height - 1) * stride, picture.width() * pixelBytes);
      }
    }
  }

  private int planes() {
    return switch (content) {
      case FOREGROUND_16, COMPOSITE_16 -> PLANE_OF_CHANNEL.length;
      case CUTOUT_16 -> ALPHA_PLANE + 1;
      default -> 1;
    };
  }

  private ByteBuffer bytes(int plane) {
    long size = (long) picture.linesize(plane) * picture.height();
    return picture.data(plane).capacity(size).asByteBuffer().order(ByteOrder.nativeOrder());
  }

  /** Frees all native memory. May be called twice. */
  @Override
  public void close() {
    if (picture != null) {
      av_frame_free(picture);
      picture = null;
    }
  }
}
