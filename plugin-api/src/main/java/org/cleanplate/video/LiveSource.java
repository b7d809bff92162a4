package org.cleanplate.video;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSource;

/**
 * Frames as they happen, of a {@link LiveInput}. A device gives them at its own pace; a file and
 * computed pictures are held back until their time has come. {@link #read} waits for the next one;
 * it does not wait for whoever asks too late.
 */
public final class LiveSource implements FrameSource {
  private final String name;
  private final Pictures pictures;
  private final Closing closing;
  private final double framesPerSecond;
  private final boolean paced;
  private FramePixels pixels;

  /** Decoded but not yet handed out; null at the end. */
  private AVFrame pending;

  private long index;
  private long firstMicros;
  private long startNanos;

  private LiveSource(
      String name, Pictures pictures, Closing closing, double framesPerSecond, boolean paced) {
    this.name = name;
    this.pictures = pictures;
    this.closing = closing;
    this.framesPerSecond = framesPerSecond;
    this.paced = paced;
  }

  /**
   * Opens an input and waits for its first picture.
   *
   * @throws MattingException if there is no such input or it gives no picture
   */
  public static LiveSource open(LiveInput input) throws IOException {
    LiveSource source = input.isLavfi() ? ofFilters(input) : ofDecoder(input);
    try {
      source.decodeFirst();
      return source;
    } catch (IOException | RuntimeException e) {
      source.close();
      throw e;
    }
  }

  private static LiveSource ofFilters(LiveInput input) {
    LavfiPictures pictures = LavfiPictures.open(input.name());
    return new LiveSource(
        input.name(), pictures, pictures::close, pictures.framesPerSecond(), true);
  }

  private static LiveSource ofDecoder(LiveInput input) throws IOException {
    VideoDecoder decoder =
        input.isFile()
            ? VideoDecoder.open(Path.of(input.name()))
            : VideoDecoder.openLive(MediaInput.open(input), input.name());
    UprightPictures upright = new UprightPictures(decoder, false);
    return new LiveSource(
        decoder.name(),
        upright,
        () -> {
          upright.close();
          decoder.close();
        },
        decoder.framesPerSecond(),
        input.isFile());
  }

  /** Frees what the pictures come from. */
  @FunctionalInterface
  private interface Closing {
    void close();
  }

  private void decodeFirst() throws IOException {
    pending = pictures.next();
    if (pending == null) {
      throw new MattingException(name + " gives no picture: check that it is switched on");
    }
    pixels = new FramePixels(pending);
    firstMicros = pictures.timeMicros(pending).orElse(0);
    startNanos = System.nanoTime();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public FrameFormat format() {
    return pixels.format();
  }

  /** Nobody knows how long a camera will run. */
  @Override
  public OptionalLong frameCountEstimate() {
    return OptionalLong.empty();
  }

  @Override
  public double framesPerSecond() {
    return framesPerSecond;
  }

  @Override
  public boolean read(Frame frame) throws IOException {
    if (pending == null) {
      return false;
    }
    if (pending.width() != format().width() || pending.height() != format().height()) {
      throw new MattingException(
          name + " changed its size from " + format().size() + ": start again");
    }
    long micros = timeMicros();
    waitUntil(micros);
    pixels.copy(pending, frame);
    frame.stamp(index, micros);
    index++;
    pending = pictures.next();
    return true;
  }

  /** The input's own clock, or ours for one that has none. */
  private long timeMicros() {
    OptionalLong micros = pictures.timeMicros(pending);
    return micros.isPresent() ? micros.getAsLong() - firstMicros : elapsedMicros();
  }

  private long elapsedMicros() {
    return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - startNanos);
  }

  private void waitUntil(long micros) throws IOException {
    try {
      while (paced && elapsedMicros() < micros) {
        TimeUnit.MICROSECONDS.sleep(micros - elapsedMicros());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting for " + name, e);
    }
  }

  @Override
  public void skip(long count) throws IOException {
    for (long i = 0; i < count && pending != null; i++) {
      waitUntil(timeMicros());
      index++;
      pending = pictures.next();
    }
  }

  /** Frees all native memory. May be called twice. */
  @Override
  public void close() {
    pending = null;
    if (pixels != null) {
      pixels.close();
    }
    closing.close();
  }
}
