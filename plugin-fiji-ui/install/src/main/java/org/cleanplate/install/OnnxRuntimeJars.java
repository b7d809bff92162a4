package org.cleanplate.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.cleanplate.launch.Platform;

/**
 * Takes apart the one jar in which ONNX Runtime brings the natives of all platforms, and debug
 * symbols: into its classes, and the natives of each platform.
 */
final class OnnxRuntimeJars {
  private static final String NATIVES = "ai/onnxruntime/native/";
  private static final Map<Platform, String> FOLDERS =
      Map.of(
          Platform.LINUX_X64, NATIVES + "linux-x64/",
          Platform.LINUX_ARM64, NATIVES + "linux-aarch64/",
          Platform.MAC_ARM64, NATIVES + "osx-aarch64/",
          Platform.WINDOWS_X64, NATIVES + "win-x64/");

  private final Path folder;
  private final Set<Platform> platforms;

  /**
   * @param folder where the parts are written to; those that an earlier build made are used again
   * @param platforms whose natives are wanted
   */
  OnnxRuntimeJars(Path folder, Set<Platform> platforms) {
    this.folder = folder;
    this.platforms = platforms;
  }

  /** The parts of the jar for CPUs. */
  List<EngineJar> split(Path jar) throws IOException {
    List<EngineJar> parts = new ArrayList<>();
    String name = jar.getFileName().toString();
    Path classes = extract(jar, name, entry -> !entry.startsWith(NATIVES)).orElseThrow();
    parts.add(new EngineJar(classes, name, Part.PLUGIN, Optional.empty(), Optional.empty()));
    parts.addAll(natives(jar, Part.PLUGIN));
    return parts;
  }

  /** The natives of the jar for CUDA, whose classes are the same; each replaces those for CPUs. */
  List<EngineJar> natives(Path jar, Part part) throws IOException {
    List<EngineJar> parts = new ArrayList<>();
    for (Platform platform : platforms) {
      String natives = FOLDERS.get(platform);
      String name = jar.getFileName().toString().replace(".jar", "-" + platform.label() + ".jar");
      extract(jar, name, entry -> entry.startsWith(natives) && !entry.contains(".dSYM/"))
          .map(
              file ->
                  new EngineJar(
                      file,
                      name,
                      part,
                      Optional.of(platform),
                      part == Part.GPU
                          ? Optional.of(name.replace("onnxruntime_gpu-", "onnxruntime-"))
                          : Optional.empty()))
          .ifPresent(parts::add);
    }
    return parts;
  }

  /** Copies entries into a jar; empty, and no file, if there are none. */
  private Optional<Path> extract(Path jar, String name, Predicate<String> wanted)
      throws IOException {
    Path part = folder.resolve(name);
    if (isCurrent(part, jar)) {
      return Optional.of(part);
    }
    Files.createDirectories(folder);
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<? extends ZipEntry> entries =
          zip.stream()
              .filter(entry -> !entry.isDirectory() && wanted.test(entry.getName()))
              .sorted(Comparator.comparing(ZipEntry::getName))
              .toList();
      if (entries.isEmpty()) {
        return Optional.empty();
      }
      copy(zip, entries, part);
    }
    return Optional.of(part);
  }

  private static boolean isCurrent(Path part, Path jar) throws IOException {
    return Files.exists(part)
        && Files.getLastModifiedTime(part).compareTo(Files.getLastModifiedTime(jar)) > 0;
  }

  private static void copy(ZipFile zip, List<? extends ZipEntry> entries, Path part)
      throws IOException {
    Path temporary = part.resolveSibling(part.getFileName() + ".part");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(temporary))) {
      for (ZipEntry entry : entries) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(entry.getTimeLocal());
        out.putNextEntry(copy);
        try (InputStream in = zip.getInputStream(entry)) {
          in.transferTo(out);
        }
        out.closeEntry();
      }
    }
    Files.move(temporary, part, StandardCopyOption.REPLACE_EXISTING);
  }
}
