package org.cleanplate.engine.ort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtProvider;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeCacheTest {
  private static final String MAIN = "/native/libmain.so";
  private static final String EXTRA = "/native/libextra.so";

  @TempDir private Path folder;

  @Test
  void unpacksOnceWhatTheJarHolds() throws IOException {
    Path jar = jar("a.jar", "the library");
    Path set = unpack(jar).orElseThrow();
    assertEquals("the library", Files.readString(set.resolve("libmain.so")));
    assertFalse(Files.exists(set.resolve("libextra.so")));
    FileTime written = Files.getLastModifiedTime(set.resolve("libmain.so"));
    assertEquals(set, unpack(jar).orElseThrow());
    assertEquals(written, Files.getLastModifiedTime(set.resolve("libmain.so")));
  }

  @Test
  void aDamagedFileIsUnpackedAnew() throws IOException {
    Path jar = jar("a.jar", "the library");
    Path library = unpack(jar).orElseThrow().resolve("libmain.so");
    Files.writeString(library, "THE LIBRARY");
    unpack(jar);
    assertEquals("the library", Files.readString(library));
    Files.writeString(library, "the li");
    unpack(jar);
    assertEquals("the library", Files.readString(library));
  }

  @Test
  void anotherVersionGetsAFolderOfItsOwnAndOneLongUnusedGoes() throws IOException {
    Path old = unpack(jar("a.jar", "the library")).orElseThrow();
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(100))));
    Path fresh = unpack(jar("b.jar", "a newer library")).orElseThrow();
    assertNotEquals(old, fresh);
    assertTrue(Files.exists(fresh.resolve("libmain.so")));
    assertFalse(Files.exists(old));
  }

  @Test
  void leavesFilesThatLieInNoJarAndFoldersThatCannotBeWrittenToTheRuntime() throws IOException {
    Path file = Files.writeString(folder.resolve("libmain.so"), "loose");
    NativeCache cache = new NativeCache(folder.resolve("cache"));
    assertTrue(cache.unpacked(name -> url(file.toUri().toString()), "x", List.of(MAIN)).isEmpty());
    NativeCache blocked = new NativeCache(file);
    Path jar = jar("a.jar", "the library");
    assertTrue(blocked.unpacked(name -> inJar(jar, name), "x", List.of(MAIN)).isEmpty());
  }

  @Test
  void theRuntimeOfThisJvmIsLoadedFromItsCacheAndLeavesThePropertyAlone() {
    assertEquals("1", OrtRuntime.environment().getVersion().substring(0, 1));
    assertEquals(
        Optional.empty(), Optional.ofNullable(System.getProperty(OrtRuntime.PATH_PROPERTY)));
    assertTrue(OrtRuntime.providers().contains(OrtProvider.CPU));
  }

  private Optional<Path> unpack(Path jar) {
    return new NativeCache(folder.resolve("cache"))
        .unpacked(name -> inJar(jar, name), "x", List.of(MAIN, EXTRA));
  }

  private Path jar(String name, String content) throws IOException {
    Path jar = folder.resolve(name);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry(MAIN.substring(1)));
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  /** Null for what is missing, as a class loader has it. */
  private static URL inJar(Path jar, String name) {
    return name.equals(MAIN) ? url("jar:" + jar.toUri() + "!" + name) : null;
  }

  private static URL url(String text) {
    try {
      return new URL(text);
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }
}
