package org.cleanplate.install;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cleanplate.launch.Platform;

/**
 * Makes the zips of all parts and platforms that the build has: {@code Build VERSION CLASSPATH ROOT
 * TARGET SITE}, where the second is a file with the paths of all jars, and the last {@code true} if
 * the folders of update sites are to be made as well.
 */
public final class Build {
  private final String version;
  private final Path target;
  private final Layout layout;
  private final boolean updateSites;

  private Build(String version, Path target, Layout layout, boolean updateSites) {
    this.version = version;
    this.target = target;
    this.layout = layout;
    this.updateSites = updateSites;
  }

  public static void main(String[] arguments) throws IOException {
    List<Path> classPath =
        Stream.of(Files.readString(Path.of(arguments[1])).strip().split(File.pathSeparator))
            .map(Path::of)
            .toList();
    Path root = Path.of(arguments[2]);
    Path target = Path.of(arguments[3]);
    Layout layout =
        new Layout(
            arguments[0],
            classPath.stream().filter(Build::isLauncher).findFirst().orElseThrow(),
            List.of(root.resolve("LICENSE"), root.resolve("NOTICE")),
            engine(classPath, target.resolve("onnxruntime")),
            target.resolve("lists"));
    new Build(arguments[0], target, layout, Boolean.parseBoolean(arguments[4])).run();
  }

  private static boolean isLauncher(Path jar) {
    return name(jar).startsWith("Cleanplate_-");
  }

  /**
   * @param work folder for the parts of ONNX Runtime
   */
  private static List<EngineJar> engine(List<Path> classPath, Path work) throws IOException {
    OnnxRuntimeJars onnxRuntime = new OnnxRuntimeJars(work, platforms(classPath));
    List<EngineJar> jars = new ArrayList<>();
    for (Path jar : classPath) {
      if (name(jar).startsWith("onnxruntime_gpu-")) {
        jars.addAll(onnxRuntime.natives(jar, Part.GPU));
      } else if (name(jar).startsWith("onnxruntime-")) {
        jars.addAll(onnxRuntime.split(jar));
      } else if (!isLauncher(jar) && !name(jar).startsWith("ij-")) {
        jars.add(EngineJar.of(jar));
      }
    }
    return jars;
  }

  private static Set<Platform> platforms(List<Path> classPath) {
    return classPath.stream()
        .flatMap(jar -> EngineJar.of(jar).platform().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String name(Path jar) {
    return jar.getFileName().toString();
  }

  private void run() throws IOException {
    SizeTable sizes = new SizeTable();
    for (Part part : Part.values()) {
      if (layout.has(part)) {
        make(part, sizes);
      }
    }
    sizes.write(target.resolve("sizes.md"));
  }

  private void make(Part part, SizeTable sizes) throws IOException {
    UpdateSite site = new UpdateSite(target.resolve("update-site").resolve(part.zipName()));
    for (Platform platform : layout.platforms()) {
      Path zip = target.resolve(zipName(part, platform));
      List<String> missing = layout.missing(part, platform);
      if (missing.isEmpty()) {
        Map<String, Path> files = layout.files(part, platform);
        InstallZip.write(zip, files);
        sizes.add(zip, files.values());
        site.add(files);
      } else {
        Files.deleteIfExists(zip);
        sizes.missing(zip, missing);
      }
    }
    if (updateSites) {
      site.write();
    }
  }

  private String zipName(Part part, Platform platform) {
    return "cleanplate-" + version + "-" + part.zipName() + "-" + platform.label() + ".zip";
  }
}
