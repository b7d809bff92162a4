package org.cleanplate.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** A jar of the engine as the build made it, and what became of it here. */
final class ListedJar {
  private final Path file;
  private final long bytes;
  private final String sha256;

  ListedJar(Path file, long bytes, String sha256) {
    this.file = file;
    this.bytes = bytes;
    this.sha256 = sha256;
  }

  Path file() {
    return file;
  }

  /** What is wrong at first sight. */
  Optional<String> problem() throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.of(file + " is missing");
    }
    long found = Files.size(file);
    return found == bytes
        ? Optional.empty()
        : Optional.of(file + " has " + found + " bytes, expected " + bytes);
  }

  /** Changes when the file or what is expected of it does. */
  String stamp() throws IOException {
    return file + " " + sha256 + " " + Files.getLastModifiedTime(file).toMillis();
  }

  /** What is wrong with its content; reads all of it. */
  Optional<String> damage() throws IOException {
    return sha256.equals(digest())
        ? Optional.empty()
        : Optional.of(file + " is damaged (its SHA-256 differs from the build's)");
  }

  private String digest() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
      }
      StringBuilder hex = new StringBuilder();
      for (byte value : digest.digest()) {
        hex.append(String.format("%02x", value));
      }
      return hex.toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
