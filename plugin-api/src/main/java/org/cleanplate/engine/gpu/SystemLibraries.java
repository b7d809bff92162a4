package org.cleanplate.engine.gpu;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The libraries of this machine, where its own loader looks for them, and where CUDA is put. */
public final class SystemLibraries implements LibraryLookup {
  private static final String LOADER_LINE_ARROW = " => ";

  private final List<Path> loaderFolders;
  private final String loaderCache;
  private final List<Path> otherFolders;

  /**
   * @param loaderFolders where the loader looks
   * @param loaderCache what {@code ldconfig -p} prints; empty where there is no such program
   * @param otherFolders where else to look
   */
  SystemLibraries(List<Path> loaderFolders, String loaderCache, List<Path> otherFolders) {
    this.loaderFolders = loaderFolders;
    this.loaderCache = loaderCache;
    this.otherFolders = otherFolders;
  }

  /** Those of the machine that this runs on. */
  public static SystemLibraries ofThisMachine() {
    Map<String, String> environment = System.getenv();
    return File.separatorChar == '\\' ? windows(environment) : linux(environment);
  }

  private static SystemLibraries linux(Map<String, String> environment) {
    List<Path> loader = paths(environment.getOrDefault("LD_LIBRARY_PATH", ""));
    Stream.of("/lib64", "/usr/lib64", "/lib", "/usr/lib").map(Path::of).forEach(loader::add);
    String cache =
        ProgramOutput.of(List.of("/sbin/ldconfig", "-p"))
            .or(() -> ProgramOutput.of(List.of("ldconfig", "-p")))
            .orElse("");
    List<Path> others = new ArrayList<>();
    children(Path.of("/usr/local"), "cuda*")
        .forEach(cuda -> Stream.of("lib64", "lib").map(cuda::resolve).forEach(others::add));
    others.add(Path.of("/opt/cuda/lib64"));
    return new SystemLibraries(loader, cache, others);
  }

  private static SystemLibraries windows(Map<String, String> environment) {
    List<Path> loader = paths(environment.getOrDefault("PATH", ""));
    paths(environment.getOrDefault("SystemRoot", "C:\\Windows"))
        .forEach(root -> loader.add(root.resolve("System32")));
    List<Path> others = new ArrayList<>();
    for (Path programs : paths(environment.getOrDefault("ProgramFiles", "C:\\Program Files"))) {
      children(programs.resolve("NVIDIA GPU Computing Toolkit\\CUDA"), "v*")
          .forEach(cuda -> others.add(cuda.resolve("bin")));
      children(programs.resolve("NVIDIA\\CUDNN"), "v*")
          .forEach(
              cudnn -> {
                others.add(cudnn.resolve("bin"));
                others.addAll(children(cudnn.resolve("bin"), "12*"));
              });
    }
    return new SystemLibraries(loader, "", others);
  }

  @Override
  public Optional<Path> find(String fileName) {
    return in(loaderFolders, fileName).or(() -> inLoaderCache(fileName));
  }

  @Override
  public Optional<Path> findElsewhere(String fileName) {
    return in(otherFolders, fileName);
  }

  /** A line is {@code libcuda.so.1 (libc6,x86-64) => /lib/x86_64-linux-gnu/libcuda.so.1}. */
  private Optional<Path> inLoaderCache(String fileName) {
    return loaderCache
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith(fileName + " ") && line.contains(LOADER_LINE_ARROW))
        .filter(line -> line.contains("64"))
        .map(line -> line.substring(line.indexOf(LOADER_LINE_ARROW) + LOADER_LINE_ARROW.length()))
        .flatMap(path -> paths(path).stream())
        .filter(Files::exists)
        .findFirst();
  }

  private static Optional<Path> in(List<Path> folders, String fileName) {
    return folders.stream()
        .map(folder -> folder.resolve(fileName))
        .filter(Files::exists)
        .findFirst();
  }

  private static List<Path> paths(String text) {
    List<Path> paths = new ArrayList<>();
    for (String part : text.split(File.pathSeparator)) {
      try {
        if (!part.isBlank()) {
          paths.add(Path.of(part.strip()));
        }
      } catch (InvalidPathException e) {
        // The loader finds nothing there either.
        continue;
      }
    }
    return paths;
  }

  /** The newest version first. */
  private static List<Path> children(Path folder, String pattern) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder, pattern)) {
      children.forEach(found::add);
    } catch (IOException e) {
      return List.of();
    }
    found.sort((a, b) -> b.compareTo(a));
    return found;
  }
}
