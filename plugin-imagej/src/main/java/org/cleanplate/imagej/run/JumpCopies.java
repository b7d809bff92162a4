package org.cleanplate.imagej.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.parameters.JumpChoice;
import org.cleanplate.video.DecodeOptions;
import org.cleanplate.video.FarFrames;
import org.cleanplate.video.FrameCopies;

/**
 * Decides whether a video's far frames get copies, and has them made.
 *
 * @param file the video
 * @param options how it is read
 * @param far its far frames
 */
record JumpCopies(Path file, DecodeOptions options, FarFrames far) {
  /** Half a minute or so on two processor cores. */
  private static final long MOST_UNASKED_BYTES = 2L << 30;

  /** Unasked, at most this part of what is left on the disk is taken. */
  private static final int PARTS_OF_DISK = 4;

  private static final long LEFT_FOR_OTHERS_BYTES = 1L << 30;
  private static final double GIGABYTE = 1e9;

  /**
   * The copies; empty if there are none.
   *
   * @throws MattingException if they are asked for and the disk has no place for them
   */
  Optional<FrameCopies> make(JumpChoice choice, RunLog log, RunMonitor monitor) throws IOException {
    if (choice == JumpChoice.PLAIN || far.count() == 0) {
      return Optional.empty();
    }
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    long free = Files.getFileStore(folder).getUsableSpace();
    long needed = far.estimateBytes();
    if (choice == JumpChoice.AUTO && needed > Math.min(MOST_UNASKED_BYTES, free / PARTS_OF_DISK)) {
      log.note(slow(needed));
      return Optional.empty();
    }
    if (needed > free - LEFT_FOR_OTHERS_BYTES) {
      throw new MattingException(
          "Copies of frames of %s need up to %.1f GB, but %s has %.1f GB left: make room, or open it with jumps=plain"
              .formatted(file.getFileName(), needed / GIGABYTE, folder, free / GIGABYTE));
    }
    return Optional.of(
        FrameCopies.make(file, far, options, needed, monitor, monitor.cancellation()));
  }

  private String slow(long needed) {
    return "Jumps within %s may take a second, as up to %d frames are decoded for one: jumps=fast keeps copies, up to %.1f GB, while it is open"
        .formatted(file.getFileName(), far.longestJump(), needed / GIGABYTE);
  }
}
