package org.cleanplate.video;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.output.InputFiles;

/**
 * The frames of a video file, as {@link PixelLayout#BGRA_8} or, if it has more than 8 bits a
 * sample, as {@link PixelLayout#RGB_16}, with the presentation times that the file gives them,
 * counted from its first frame. Frames are turned upright as the file's display matrix says.
 * Colours are converted by the matrix and range that the file declares; its transfer function is
 * kept. A file that breaks off ends where it breaks off, which {@link #notes()} tells then.
 *
 * <p>Holds native memory for a few frames, freed by {@link #close()}; until then no output may take
 * the name of the file.
 */
public final class VideoFrameSource implements FrameSource {
  private static final double MICROS_PER_SECOND = 1e6;

  private final Path path;
  private final DecodingPlace place;
  private final VideoDecoder decoder;
  private final UprightPictures pictures;
  private final InputFiles file;
  private final Optional<VideoIndex> videoIndex;
  private FramePixels pixels;
  private boolean gray;
  private ColorTags colors;

  /** Decoded but not yet handed out; null at the end. */
  private AVFrame pending;

  private long index;
  private long firstTimeMicros;
  private long lastTimeMicros;
  private boolean ended;
  private boolean closed;

  private VideoFrameSource(
      Path path,
      DecodingPlace place,
      VideoDecoder decoder,
      UprightPictures pictures,
      InputFiles file,
      Optional<VideoIndex> videoIndex) {
    this.path = path;
    this.place = place;
    this.decoder = decoder;
    this.pictures = pictures;
    this.file = file;
    this.videoIndex = videoIndex;
  }

  /** Opens a video as it is. */
  public static VideoFrameSource open(Path file) throws IOException {
    return open(file, DecodeOptions.AS_IS);
  }

  /**
   * Opens a video and decodes its first frame.
   *
   * @throws MattingException if the file is missing, is no video, has no frame that can be decoded,
   *     or none by a GPU that is required
   */
  public static VideoFrameSource open(Path file, DecodeOptions options) throws IOException {
    return open(file, options, Optional.empty());
  }

  /**
   * Opens a video in which {@link #skip} jumps from key frame to key frame instead of decoding all
   * that lies between.
   *
   * @param index of this very file
   */
  public static VideoFrameSource open(Path file, DecodeOptions options, VideoIndex index)
      throws IOException {
    return open(file, options, Optional.of(index));
  }

  private static VideoFrameSource open(Path file, DecodeOptions options, Optional<VideoIndex> index)
      throws IOException {
    DecodingPlace place = DecodingPlace.choose(file, options.device());
    VideoDecoder decoder = place.open(file);
    VideoFrameSource source =
        new VideoFrameSource(
            file,
            place,
            decoder,
            new UprightPictures(decoder, options.deinterlace()),
            InputFiles.guard(List.of(file)),
            index);
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
    return decoder.name();
  }

  @Override
  public FrameFormat format() {
    return pixels.format();
  }

  /** What the file says or its duration leads to; once its end was read, what there were. */
  @Override
  public OptionalLong frameCountEstimate() {
    return ended ? OptionalLong.of(index) : decoder.frameCountEstimate();
  }

  @Override
  public double framesPerSecond() {
    return decoder.framesPerSecond();
  }

  /**
   * Where a result takes its sound from to be in step with these frames.
   *
   * @param toTheEnd whether the frames are read to their end, and all sound after it is wanted
   */
  public SoundSource sound(boolean toTheEnd) {
    return new SoundSource(path, firstTimeMicros, toTheEnd);
  }

  /** How the colours of the frames are meant, their transfer function above all. */
  public ColorTags colors() {
    return colors;
  }

  /** Whether the file stores no colour; its frames then have three equal ones. */
  public boolean isGray() {
    return gray;
  }

  /** Packets passed over so far because they were damaged. */
  public long damagedPackets() {
    return decoder.damage().packetsPassedOver();
  }

  @Override
  public List<String> notes() {
    List<String> notes = new ArrayList<>(place.fallback().stream().toList());
    notes.addAll(decoder.damage().notes());
    if (pictures.leftInterlaced()) {
      notes.add(name() + " is interlaced: if moving edges show combs, have it deinterlaced");
    }
    return notes;
  }

  @Override
  public boolean read(Frame frame) throws IOException {
    if (pending == null) {
      return false;
    }
    if (!frame.format().equals(format())) {
      throw new IllegalArgumentException(
          "Frame is " + frame.format() + ", expected this source's " + format());
    }
    requireSameSize();
    pixels.copy(pending, frame);
    lastTimeMicros = pendingTimeMicros();
    frame.stamp(index, lastTimeMicros);
    advance();
    return true;
  }

  @Override
  public void skip(long count) throws IOException {
    long frame = index + count;
    if (videoIndex.isPresent() && frame < videoIndex.get().frameCount()) {
      seek(videoIndex.get(), (int) frame);
    } else {
      passOver(count);
    }
  }

  /** Decodes without converting: later frames may depend on those passed over. */
  private void passOver(long count) throws IOException {
    for (long i = 0; i < count && pending != null; i++) {
      lastTimeMicros = pendingTimeMicros();
      advance();
    }
  }

  /**
   * Goes to a frame, which is read next. One that cannot be decoded is replaced by the nearest
   * before it that can.
   *
   * @param byIndex of this very file
   */
  void seek(VideoIndex byIndex, int frame) throws IOException {
    if (index < frame && byIndex.startOf(frame) <= index) {
      passOver(frame - index);
    }
    if (!isAt(byIndex, frame)) {
      index = pictures.lookBack() ? Math.max(0, frame - 1) : frame;
      pending = pictures.restart(new FrameSeek(decoder, byIndex).to((int) index));
      passOver(frame - index);
    }
  }

  /** The picture that is read next, valid until then; null at the end. */
  AVFrame pending() {
    return pending;
  }

  private boolean isAt(VideoIndex byIndex, int frame) {
    return index == frame
        && pending != null
        && (!byIndex.timed()
            || VideoDecoder.ticks(pending).equals(OptionalLong.of(byIndex.showTicks(frame))));
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    pending = null;
    if (pixels != null) {
      pixels.close();
    }
    pictures.close();
    decoder.close();
    file.close();
  }

  private void decodeFirst() throws IOException {
    pending = pictures.next();
    if (pending == null) {
      throw new MattingException(
          name() + " has no frame that can be decoded: copy it again or choose another file");
    }
    firstTimeMicros = pictures.timeMicros(pending).orElse(0);
    colors = ColorTags.of(pending);
    pixels = new FramePixels(pending);
    gray = PixelFormat.of(pending).isGray();
    if (format().byteCount() > Integer.MAX_VALUE) {
      throw new MattingException(
          name() + " is " + format().size() + ", expected frames under 2 GiB: scale it down first");
    }
  }

  private void advance() throws IOException {
    pending = pictures.next();
    index++;
    ended = pending == null;
  }

  private long pendingTimeMicros() {
    OptionalLong time = pictures.timeMicros(pending);
    if (time.isPresent()) {
      return time.getAsLong() - firstTimeMicros;
    }
    double rate = framesPerSecond();
    return index == 0 || rate == 0
        ? lastTimeMicros
        : lastTimeMicros + Math.round(MICROS_PER_SECOND / rate);
  }

  private void requireSameSize() {
    if (pending.width() != format().width() || pending.height() != format().height()) {
      throw new MattingException(
          "Frame "
              + index
              + " of "
              + name()
              + " is "
              + pending.width()
              + "x"
              + pending.height()
              + " but those before it are "
              + format().size()
              + ": split the video where its size changes");
    }
  }
}
