package org.cleanplate.resume;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.cleanplate.Sha256;
import org.cleanplate.frame.Frame;

/** Tells contents apart without reading all of a large file. */
public final class ContentDigest {
  private static final int BLOCK_BYTES = 1 << 16;

  /** First, last and evenly between them: 16 MiB of any file. */
  private static final int MOST_BLOCKS = 256;

  private ContentDigest() {}

  /**
   * The digest of a file, or of the files in a folder with their names: of the size of each and of
   * blocks spread over it.
   *
   * @return lower-case hexadecimal
   */
  public static String of(Path path) throws IOException {
    MessageDigest digest = Sha256.newDigest();
    if (Files.isDirectory(path)) {
      for (Path file : filesOf(path)) {
        digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        add(file, digest);
      }
    } else {
      add(path, digest);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The digest of a picture's size, layout and pixels. */
  public static String of(Frame picture) {
    MessageDigest digest = Sha256.newDigest();
    digest.update(picture.format().toString().getBytes(StandardCharsets.UTF_8));
    digest.update(picture.pixels());
    return HexFormat.of().formatHex(digest.digest());
  }

  private static List<Path> filesOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void add(Path file, MessageDigest digest) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long size = channel.size();
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(size).flip());
      long blocks = Math.min(MOST_BLOCKS, (size + BLOCK_BYTES - 1) / BLOCK_BYTES);
      ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES);
      for (long i = 0; i < blocks; i++) {
        long place = blocks == 1 ? 0 : (size - BLOCK_BYTES) / (blocks - 1) * i;
        read(channel, i == blocks - 1 ? Math.max(0, size - BLOCK_BYTES) : place, block);
        digest.update(block.flip());
      }
    }
  }

  private static void read(FileChannel channel, long place, ByteBuffer block) throws IOException {
    block.clear();
    while (block.hasRemaining() && channel.read(block, place + block.position()) > 0) {
      // A channel may give less than it is asked for.
    }
  }
}
