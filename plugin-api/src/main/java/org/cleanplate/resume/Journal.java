package org.cleanplate.resume;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.cleanplate.MattingException;

/**
 * The list of a run's whole chunks, a text file:
 *
 * <pre>
 * Cleanplate journal 1
 * options=0123...
 * source=4567...
 * 0 40000 80000
 * 120000 160000 200000
 * </pre>
 *
 * <p>One line for each part of the run's identity, then one for each chunk with the times of its
 * frames in microseconds. A line without its end was cut off and does not count. The file is locked
 * while it is open, so that two runs never write the same chunks. Used by one thread.
 */
final class Journal implements AutoCloseable {
  private static final String TITLE = "Cleanplate journal 1";

  /** Some millions of frames; a larger file is none of ours. */
  private static final int MOST_BYTES = 1 << 26;

  private final FileChannel channel;
  private final List<long[]> chunks = new ArrayList<>();

  private Journal(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Opens or makes the file.
   *
   * @throws MattingException if another run has it open
   */
  static Journal open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    if (isFree(channel)) {
      return new Journal(channel);
    }
    channel.close();
    throw new MattingException(
        "The same results are being written by another run, which holds "
            + file
            + ": wait for it or choose another output folder");
  }

  private static boolean isFree(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** The times of the frames of each whole chunk. */
  List<long[]> chunks() {
    return List.copyOf(chunks);
  }

  /**
   * Reads what an earlier run wrote; {@link #append} adds to it.
   *
   * @return its identity; empty if there is none or the file cannot be understood
   */
  Optional<RunIdentity> read() throws IOException {
    List<String> lines = wholeLines();
    if (lines.isEmpty() || !lines.get(0).equals(TITLE)) {
      return Optional.empty();
    }
    TreeMap<String, String> digests = new TreeMap<>();
    try {
      for (String line : lines.subList(1, lines.size())) {
        int equals = line.lastIndexOf('=');
        if (equals >= 0) {
          digests.put(line.substring(0, equals), line.substring(equals + 1));
        } else {
          chunks.add(Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray());
        }
      }
    } catch (NumberFormatException e) {
      chunks.clear();
      return Optional.empty();
    }
    return Optional.of(new RunIdentity(digests));
  }

  /** Forgets all and starts with a new identity. */
  void start(RunIdentity identity) throws IOException {
    chunks.clear();
    channel.truncate(0);
    StringBuilder text = new StringBuilder(TITLE).append('\n');
    identity.digests().forEach((name, digest) -> text.append(name + "=" + digest + "\n"));
    write(text.toString());
  }

  /**
   * Adds a chunk; on return the line survives a loss of power.
   *
   * @param timesMicros of its frames
   */
  void append(long[] timesMicros) throws IOException {
    chunks.add(timesMicros.clone());
    write(
        LongStream.of(timesMicros).mapToObj(Long::toString).collect(Collectors.joining(" "))
            + "\n");
  }

  private List<String> wholeLines() throws IOException {
    if (channel.size() > MOST_BYTES) {
      return List.of();
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
    channel.position(0);
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      // A channel may give less than it is asked for.
    }
    String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    channel.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
    return whole.lines().toList();
  }

  private void write(String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    channel.position(channel.size());
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(true);
  }

  /** Ends the lock. May be called twice. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
