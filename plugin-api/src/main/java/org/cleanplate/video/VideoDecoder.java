package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BYTE;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.cleanplate.MattingException;
import org.cleanplate.video.StreamDecoder.Threads;

/**
 * The pictures of a file's best video stream, decoded one by one. Damaged packets are passed over
 * and counted; a file that breaks off ends there. Used by one thread.
 */
final class VideoDecoder implements Pictures, AutoCloseable {
  /** More than the decoder has threads, each of which may report an error of its own. */
  private static final int MAX_FAILURES_IN_A_ROW = 256;

  private final String name;
  private final MediaInput media;
  private final AVFormatContext input;
  private AVPacket packet = av_packet_alloc();
  private AVStream stream;
  private StreamDecoder decoder;
  private final DecodingDamage damage;
  private long packets;

  /** Pictures shown before this tick are decoded only as far as others need them. */
  private long wantedFromTicks = Long.MIN_VALUE;

  private VideoDecoder(String name, MediaInput media) {
    this.name = name;
    this.media = media;
    this.input = media.context();
    this.damage = new DecodingDamage(name);
  }

  /**
   * Opens a file and its decoder.
   *
   * @throws MattingException if it is missing, is no video or cannot be decoded
   */
  static VideoDecoder open(Path file) throws IOException {
    return open(file, stream -> StreamDecoder.open(stream, nameOf(file), Threads.FRAMES));
  }

  /**
   * Opens a file to read its packets and to decode a picture or two: without threads.
   *
   * @throws MattingException if it is missing, is no video or cannot be decoded
   */
  static VideoDecoder openForPackets(Path file) throws IOException {
    return open(file, stream -> StreamDecoder.open(stream, nameOf(file), Threads.NONE));
  }

  /**
   * Opens a file to be decoded by a GPU, as far as that takes it; see {@link #problemOnGpu()}.
   *
   * @param gpu as CUDA counts
   * @throws MattingException if it is missing or is no video
   * @throws IOException if there is no such GPU or it is of no use for this file
   */
  static VideoDecoder openOnGpu(Path file, int gpu) throws IOException {
    return open(file, stream -> StreamDecoder.openOnGpu(stream, gpu));
  }

  /**
   * Decodes an input as it happens: no picture waits for others that are decoded at the same time.
   *
   * @param live taken over
   */
  static VideoDecoder openLive(MediaInput live, String name) throws IOException {
    return open(live, name, stream -> StreamDecoder.open(stream, name, Threads.SLICES));
  }

  /** Opens the decoder of a stream. */
  @FunctionalInterface
  private interface Opener {
    StreamDecoder open(AVStream stream) throws IOException;
  }

  private static VideoDecoder open(Path file, Opener opener) throws IOException {
    requireFile(file);
    return open(MediaInput.open(file), nameOf(file), opener);
  }

  private static String nameOf(Path file) {
    return file.getFileName().toString();
  }

  private static VideoDecoder open(MediaInput media, String name, Opener opener)
      throws IOException {
    VideoDecoder decoder = new VideoDecoder(name, media);
    try {
      decoder.openStream(opener);
      return decoder;
    } catch (IOException | RuntimeException e) {
      decoder.close();
      throw e;
    }
  }

  /** The file's name. */
  String name() {
    return name;
  }

  /** Of the pictures' times; owned by the decoder. */
  AVRational timeBase() {
    return stream.time_base();
  }

  @Override
  public AVFrame next() throws IOException {
    for (int failures = 0; failures <= MAX_FAILURES_IN_A_ROW; ) {
      int code = decoder.receive();
      if (code >= 0) {
        AVFrame picture = decoder.picture();
        damage.look(picture);
        return picture;
      }
      if (code == AVERROR_EOF) {
        return null;
      }
      if (code == AVERROR_EAGAIN()) {
        sendPacket();
      } else {
        damage.passedOver(code);
        failures++;
      }
    }
    throw new IOException("Cannot decode " + name + ": the decoder only reports errors");
  }

  @Override
  public OptionalLong timeMicros(AVFrame decoded) {
    OptionalLong ticks = ticks(decoded);
    return ticks.isPresent() ? OptionalLong.of(ticksToMicros(ticks.getAsLong())) : ticks;
  }

  /** When the picture is shown in the stream's own unit of time, if it says so. */
  static OptionalLong ticks(AVFrame decoded) {
    long ticks = decoded.best_effort_timestamp();
    return ticks == AV_NOPTS_VALUE ? OptionalLong.empty() : OptionalLong.of(ticks);
  }

  /** Brings the stream's own unit of time into microseconds. */
  long ticksToMicros(long ticks) {
    try (AVRational micros = new AVRational().num(1).den(AV_TIME_BASE)) {
      return av_rescale_q(ticks, stream.time_base(), micros);
    }
  }

  /**
   * Reads the stream's next packet without decoding it.
   *
   * @return the packet, valid until the next call; null at the end
   */
  AVPacket nextPacket() {
    return readPacket() < 0 ? null : packet;
  }

  /**
   * Goes to a packet at or, as containers have it, somewhere before or after that time, and forgets
   * what was decoded.
   *
   * @return false if the container cannot seek there
   */
  boolean seek(long ticks) {
    wantedFromTicks = Long.MIN_VALUE;
    packets = 0;
    decoder.flush();
    return av_seek_frame(input, stream.index(), ticks, AVSEEK_FLAG_BACKWARD) >= 0;
  }

  /** Goes to the very start; false if the file can only be read once. */
  boolean rewind() {
    return seek(Long.MIN_VALUE) || av_seek_frame(input, -1, 0, AVSEEK_FLAG_BYTE) >= 0;
  }

  /**
   * Decodes on from the latest {@link #nextPacket}, itself included.
   *
   * @param wantedTicks pictures shown before that may be left out if no other needs them
   * @param before how many packets of the stream lie before this one, or somewhat more
   */
  void decodeFromPacket(long wantedTicks, long before) {
    wantedFromTicks = wantedTicks;
    packets = before + 1;
    sendCurrentPacket();
  }

  /** What the container says of the stream; owned by the decoder. */
  AVStream stream() {
    return stream;
  }

  /** Frames a second on average, else 0. */
  double framesPerSecond() {
    return length().framesPerSecond();
  }

  /** What the file says, or its duration times its rate. */
  OptionalLong frameCountEstimate() {
    return length().frameCountEstimate();
  }

  private StreamLength length() {
    return new StreamLength(input, stream);
  }

  /** What was found wrong with the file so far. */
  DecodingDamage damage() {
    return damage;
  }

  /** Why the latest picture was not decoded by the GPU; empty if it was or was not to be. */
  Optional<String> problemOnGpu() {
    return decoder.problemOnGpu();
  }

  private static void requireFile(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new MattingException("Video " + file + " does not exist: check its name and folder");
    }
    if (Files.isDirectory(file)) {
      throw new MattingException("Video " + file + " is a folder, expected a file");
    }
    if (Files.size(file) == 0) {
      throw new MattingException("Video " + file + " is empty (0 bytes): copy it again");
    }
  }

  private void openStream(Opener opener) throws IOException {
    int index = av_find_best_stream(input, AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
    if (index < 0 || (input.streams(index).disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0) {
      throw new MattingException(name + " has no video stream, only sound or data: choose a video");
    }
    stream = input.streams(index);
    decoder = opener.open(stream);
  }

  private int readPacket() {
    int code;
    do {
      av_packet_unref(packet);
      code = av_read_frame(input, packet);
    } while (code >= 0 && packet.stream_index() != stream.index());
    return code;
  }

  private void sendPacket() {
    int code = readPacket();
    if (code < 0) {
      damage.ended(code, packets, length().promisedFrames());
      decoder.sendEnd();
      return;
    }
    packets++;
    if ((packet.flags() & AV_PKT_FLAG_CORRUPT) != 0) {
      damage.passedOver(AVERROR_INVALIDDATA);
      return;
    }
    sendCurrentPacket();
  }

  private void sendCurrentPacket() {
    boolean wanted = packet.pts() == AV_NOPTS_VALUE || packet.pts() >= wantedFromTicks;
    int code = decoder.send(packet, wanted);
    av_packet_unref(packet);
    if (code < 0) {
      damage.passedOver(code);
    }
  }

  /** Frees all native memory. May be called twice. */
  @Override
  public void close() {
    if (packet != null) {
      av_packet_free(packet);
      packet = null;
    }
    if (decoder != null) {
      decoder.close();
      decoder = null;
    }
    media.close();
  }
}
