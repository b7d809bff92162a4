package org.cleanplate.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Writes the list of a folder's jars that the launcher compares them with. */
final class JarList {
  private JarList() {}

  /** A line for each jar, {@code SHA256 BYTES NAME}, and for each that one of them replaces. */
  static String of(List<EngineJar> jars) throws IOException {
    List<String> lines = new ArrayList<>();
    for (EngineJar jar : jars) {
      lines.add(sha256(jar.file()) + " " + Files.size(jar.file()) + " " + jar.name());
      jar.replaces().ifPresent(name -> lines.add("replaces " + name));
    }
    return String.join("\n", lines) + "\n";
  }

  static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
