package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;

import java.io.IOException;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/** Sound that is copied packet by packet, bit by bit. */
final class CopiedTrack implements SoundTrack {
  private final AVStream from;
  private final AVStream to;
  private final VideoContainer container;

  /** Adds the stream to a container that holds its codec. */
  CopiedTrack(AVStream from, VideoContainer container, String doing) throws IOException {
    this.from = from;
    this.container = container;
    to = container.addStream();
    FFmpeg.check(avcodec_parameters_copy(to.codecpar(), from.codecpar()), doing);
    // Its number is that of the old container.
    to.codecpar().codec_tag(0);
    to.time_base(from.time_base());
  }

  @Override
  public void write(AVPacket packet) throws IOException {
    container.write(packet, to, from.time_base());
  }

  @Override
  public void finish() {}

  @Override
  public Optional<String> change() {
    return Optional.empty();
  }

  @Override
  public void close() {}
}
