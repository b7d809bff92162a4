package org.cleanplate.install;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.cleanplate.launch.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxRuntimeJarsTest {
  private static final String CLASS = "ai/onnxruntime/OrtEnvironment.class";
  private static final String LINUX = "ai/onnxruntime/native/linux-x64/libonnxruntime.so";
  private static final String MAC = "ai/onnxruntime/native/osx-aarch64/libonnxruntime.dylib";
  private static final String SYMBOLS = MAC + ".dSYM/Contents/Info.plist";

  @TempDir Path folder;

  @Test
  void classesGoOnceAndNativesToTheirPlatformWithoutDebugSymbols() throws IOException {
    Path jar = jar("onnxruntime-1.0.jar", CLASS, LINUX, MAC, SYMBOLS);

    List<EngineJar> parts = parts(Platform.values()).split(jar);

    assertEquals(
        List.of(
            "onnxruntime-1.0.jar",
            "onnxruntime-1.0-linux-x86_64.jar",
            "onnxruntime-1.0-macosx-arm64.jar"),
        parts.stream().map(EngineJar::name).toList());
    assertEquals(List.of(CLASS), entries(parts.get(0)));
    assertEquals(List.of(LINUX), entries(parts.get(1)));
    assertEquals(List.of(MAC), entries(parts.get(2)));
    assertEquals(Optional.of(Platform.MAC_ARM64), parts.get(2).platform());
    assertEquals(Optional.empty(), parts.get(1).replaces());
  }

  @Test
  void nativesForCudaReplaceThoseForCpus() throws IOException {
    Path jar = jar("onnxruntime_gpu-1.0.jar", CLASS, LINUX);

    List<EngineJar> parts = parts(Platform.values()).natives(jar, Part.GPU);

    assertEquals(1, parts.size());
    assertEquals("onnxruntime_gpu-1.0-linux-x86_64.jar", parts.get(0).name());
    assertEquals(Optional.of("onnxruntime-1.0-linux-x86_64.jar"), parts.get(0).replaces());
    assertEquals(Part.GPU, parts.get(0).part());
  }

  @Test
  void platformsThatAreNotBuiltAreLeftOut() throws IOException {
    Path jar = jar("onnxruntime-1.0.jar", CLASS, LINUX, MAC);

    List<EngineJar> parts = parts(Platform.LINUX_X64).split(jar);

    assertEquals(
        List.of("onnxruntime-1.0.jar", "onnxruntime-1.0-linux-x86_64.jar"),
        parts.stream().map(EngineJar::name).toList());
  }

  private OnnxRuntimeJars parts(Platform... platforms) {
    return new OnnxRuntimeJars(folder.resolve("parts"), new TreeSet<>(List.of(platforms)));
  }

  private Path jar(String name, String... entries) throws IOException {
    Path jar = folder.resolve(name);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (String entry : entries) {
        out.putNextEntry(new ZipEntry(entry));
        out.write(entry.getBytes());
      }
    }
    return jar;
  }

  private static List<String> entries(EngineJar jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.file().toFile())) {
      return zip.stream().map(ZipEntry::getName).toList();
    }
  }
}
