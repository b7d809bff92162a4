package org.cleanplate.video;

import java.io.IOException;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** One stream of sound on its way from the source's file into the result's. */
interface SoundTrack extends AutoCloseable {

  /**
   * Takes a packet of the stream.
   *
   * @param packet its times count from the result's first frame, in the stream's own unit; the
   *     caller's again on return
   */
  void write(AVPacket packet) throws IOException;

  /** Writes what is still held. */
  void finish() throws IOException;

  /** What was changed on the way, if anything. */
  Optional<String> change();

  /** Frees all native memory. May be called twice. */
  @Override
  void close();
}
