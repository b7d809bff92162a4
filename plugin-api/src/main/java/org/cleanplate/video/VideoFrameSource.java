package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_image_copy_plane;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.output.InputFiles;

/**
 * The frames of a video file, as {@link PixelLayout#BGRA_8}, with the presentation times that the
 * file gives them, counted from its first frame. Colours are converted by the matrix and range that
 * the file declares. A file that breaks off ends where it breaks off.
 *
 * <p>Holds native memory for a few frames, freed by {@link #close()}; until then no output may take
 * the name of the file.
 */
public final class VideoFrameSource implements FrameSource {
  private static final int BYTES_PER_PIXEL = 4;
  private static final double MICROS_PER_SECOND = 1e6;

  private final VideoDecoder decoder;
  private final ColorConverter converter = new ColorConverter();
  private final InputFiles file;
  private final String name;
  private FrameFormat format;
  private AVFrame converted;

  /** Decoded but not yet handed out; null at the end. */
  private AVFrame pending;

  private long index;
  private long firstTimeMicros;
  private long lastTimeMicros;
  private boolean closed;

  private VideoFrameSource(VideoDecoder decoder, InputFiles file, String name) {
    this.decoder = decoder;
    this.file = file;
    this.name = name;
  }

  /**
   * Opens a video and decodes its first frame.
   *
   * @throws MattingException if the file is missing, is no video or has no frame that can be
   *     decoded
   */
  public static VideoFrameSource open(Path file) throws IOException {
    VideoDecoder decoder = VideoDecoder.open(file);
    VideoFrameSource source =
        new VideoFrameSource(
            decoder, InputFiles.guard(List.of(file)), file.getFileName().toString());
    try {
      source.decodeFirst();
      return source;
    } catch (IOException | RuntimeException e) {
      source.close();
      throw e;
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public FrameFormat format() {
    return format;
  }

  @Override
  public OptionalLong frameCountEstimate() {
    return decoder.frameCountEstimate();
  }

  @Override
  public double framesPerSecond() {
    return decoder.framesPerSecond();
  }

  /** Packets passed over so far because they were damaged. */
  public long damagedPackets() {
    return decoder.damagedPackets();
  }

  @Override
  public boolean read(Frame frame) throws IOException {
    if (pending == null) {
      return false;
    }
    if (!frame.format().equals(format)) {
      throw new IllegalArgumentException(
          "Frame is " + frame.format() + ", expected this source's " + format);
    }
    requireSameSize();
    converter.convert(pending, converted);
    copyRows(frame);
    lastTimeMicros = pendingTimeMicros();
    frame.stamp(index, lastTimeMicros);
    advance();
    return true;
  }

  /** Decodes without converting: later frames may depend on those passed over. */
  @Override
  public void skip(long count) throws IOException {
    for (long i = 0; i < count && pending != null; i++) {
      lastTimeMicros = pendingTimeMicros();
      advance();
    }
  }

  /**
   * Goes to a frame, which is read next. One that cannot be decoded is replaced by the nearest
   * before it that can.
   *
   * @param videoIndex of this very file
   */
  void seek(VideoIndex videoIndex, int frame) throws IOException {
    if (index < frame && videoIndex.startOf(frame) <= index) {
      skip(frame - index);
    }
    if (!isAt(videoIndex, frame)) {
      pending = new FrameSeek(decoder, videoIndex).to(frame);
      index = frame;
    }
  }

  private boolean isAt(VideoIndex videoIndex, int frame) {
    return index == frame
        && pending != null
        && (!videoIndex.timed()
            || VideoDecoder.ticks(pending).equals(OptionalLong.of(videoIndex.showTicks(frame))));
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    pending = null;
    converter.close();
    if (converted != null) {
      av_frame_free(converted);
    }
    decoder.close();
    file.close();
  }

  private void decodeFirst() throws IOException {
    pending = decoder.next();
    if (pending == null) {
      throw new MattingException(
          name + " has no frame that can be decoded: copy it again or choose another file");
    }
    format = new FrameFormat(pending.width(), pending.height(), PixelLayout.BGRA_8);
    if (format.byteCount() > Integer.MAX_VALUE) {
      throw new MattingException(
          name + " is " + format.size() + ", expected frames under 2 GiB: scale it down first");
    }
    firstTimeMicros = decoder.timeMicros(pending).orElse(0);
    converted = av_frame_alloc();
    converted.format(AV_PIX_FMT_BGRA).width(format.width()).height(format.height());
    FFmpeg.check(av_frame_get_buffer(converted, 0), "Cannot allocate a frame for " + name);
  }

  private void advance() throws IOException {
    pending = decoder.next();
    index++;
  }

  private long pendingTimeMicros() {
    OptionalLong time = decoder.timeMicros(pending);
    if (time.isPresent()) {
      return time.getAsLong() - firstTimeMicros;
    }
    double rate = framesPerSecond();
    return index == 0 || rate == 0
        ? lastTimeMicros
        : lastTimeMicros + Math.round(MICROS_PER_SECOND / rate);
  }

  private void requireSameSize() {
    if (pending.width() != format.width() || pending.height() != format.height()) {
      throw new MattingException(
          "Frame "
              + index
              + " of "
              + name
              + " is "
              + pending.width()
              + "x"
              + pending.height()
              + " but those before it are "
              + format.size()
              + ": split the video where its size changes");
    }
  }

  /** The library pads its rows; ours lie close. */
  private void copyRows(Frame frame) {
    int rowBytes = format.width() * BYTES_PER_PIXEL;
    try (BytePointer target = new BytePointer(frame.pixels())) {
      av_image_copy_plane(
          target, rowBytes, converted.data(0), converted.linesize(0), rowBytes, format.height());
    }
  }
}
