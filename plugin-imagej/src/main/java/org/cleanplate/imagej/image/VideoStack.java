package org.cleanplate.imagej.image;

import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.video.DecodeOptions;
import org.cleanplate.video.FrameCopies;
import org.cleanplate.video.IndexedVideo;
import org.cleanplate.video.VideoIndex;

/**
 * The frames of a video as slices that are decoded when they are asked for, each labelled with its
 * time. Grey videos are 8 or 16 bits, colour of 8 bits is RGB, deeper colour has three slices of 16
 * bits a frame. Thread-safe.
 *
 * <p>The video is opened when a slice is asked for and stays open until {@link #close()}; asked
 * again, it is opened again. So an image may be closed while a copy still shares its stack.
 */
public final class VideoStack extends VirtualStack implements TimedStack, AutoCloseable {
  private static final double MICROS_PER_SECOND = 1e6;

  /** Closes videos of images that nobody closed, as macros in batch mode leave them. */
  private static final Cleaner CLEANER = Cleaner.create();

  private final OpenVideo video;
  private final VideoIndex index;
  private final FrameFormat format;
  private final boolean gray;
  private final Map<Integer, String> labels = new HashMap<>();

  /** Numbers of those planes of the video that were not deleted. */
  private int[] planes;

  private VideoStack(OpenVideo video, VideoIndex index, FrameFormat format, boolean gray) {
    super(format.width(), format.height());
    this.video = video;
    this.index = index;
    this.format = format;
    this.gray = gray;
    this.planes = IntStream.range(0, index.frameCount() * channels()).toArray();
    setBitDepth(bitDepth());
  }

  /**
   * Opens a video.
   *
   * @param index of this very file
   * @param copies of frames of this very file, read with these options; closed with the stack
   * @throws org.cleanplate.MattingException if it cannot be read
   */
  public static VideoStack open(
      Path file, VideoIndex index, DecodeOptions options, Optional<FrameCopies> copies)
      throws IOException {
    OpenVideo video = new OpenVideo(file, index, options, copies);
    IndexedVideo first = video.get();
    VideoStack stack = new VideoStack(video, index, first.format(), first.isGray());
    CLEANER.register(stack, video::close);
    return stack;
  }

  /** Slices a frame: three for deep colour, else one. */
  public int channels() {
    return gray || format.layout() == PixelLayout.BGRA_8 ? 1 : 3;
  }

  private int bitDepth() {
    if (format.layout() != PixelLayout.BGRA_8) {
      return 16;
    }
    return gray ? 8 : 24;
  }

  @Override
  public ImageProcessor getProcessor(int n) {
    int plane = planes[checked(n)];
    int channels = channels();
    return video.read(plane / channels, frame -> processor(frame, plane % channels));
  }

  private ImageProcessor processor(Frame frame, int channel) {
    int count = format.width() * format.height();
    if (format.layout() == PixelLayout.BGRA_8) {
      return gray ? firstBytes(frame, count) : StackFormat.processor(frame);
    }
    short[] samples = new short[count];
    ShortBuffer pixels = frame.pixels().asShortBuffer();
    pixels.position(channel * count).get(samples);
    return new ShortProcessor(format.width(), format.height(), samples, null);
  }

  /** Of a grey picture all colours are equal. */
  private ImageProcessor firstBytes(Frame frame, int count) {
    byte[] samples = new byte[count];
    ByteBuffer pixels = frame.pixels();
    for (int i = 0; i < count; i++) {
      samples[i] = pixels.get(4 * i);
    }
    return new ByteProcessor(format.width(), format.height(), samples);
  }

  @Override
  public Object getPixels(int n) {
    return getProcessor(n).getPixels();
  }

  /** The time of the frame in seconds, unless it was given another label. */
  @Override
  public String getSliceLabel(int n) {
    int plane = planes[checked(n)];
    return labels.getOrDefault(
        plane, String.format(Locale.ROOT, "%.3f s", timeMicros(n) / MICROS_PER_SECOND));
  }

  @Override
  public void setSliceLabel(String label, int n) {
    labels.put(planes[checked(n)], label);
  }

  @Override
  public long timeMicros(int slice) {
    return index.timeMicros(planes[checked(slice)] / channels());
  }

  @Override
  public int size() {
    // The constructor of the superclass asks before there are any.
    return planes == null ? 0 : planes.length;
  }

  @Override
  public int getSize() {
    return size();
  }

  /** Takes a slice out of the stack; the video stays as it is. */
  @Override
  public void deleteSlice(int n) {
    int deleted = checked(n);
    planes =
        IntStream.range(0, planes.length).filter(i -> i != deleted).map(i -> planes[i]).toArray();
  }

  @Override
  public void deleteLastSlice() {
    if (size() > 0) {
      deleteSlice(size());
    }
  }

  /** Keeps every so many slices. */
  @Override
  public void reduce(int factor) {
    planes =
        IntStream.range(0, planes.length)
            .filter(i -> i % factor == 0)
            .map(i -> planes[i])
            .toArray();
  }

  private int checked(int n) {
    if (n < 1 || n > size()) {
      throw new IllegalArgumentException("Slice " + n + " of a stack of " + size());
    }
    return n - 1;
  }

  @Override
  public void close() {
    video.close();
  }
}
