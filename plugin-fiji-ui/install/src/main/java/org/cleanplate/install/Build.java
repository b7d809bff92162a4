package org.cleanplate.install;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cleanplate.launch.Platform;

/**
 * Makes the zips of all parts and platforms that the build has: {@code Build VERSION CLASSPATH ROOT
 * TARGET}, where the second is a file with the paths of all jars.
 */
public final class Build {
  private final String version;
  private final Path root;
  private final Path target;

  private Build(String version, Path root, Path target) {
    this.version = version;
    this.root = root;
    this.target = target;
  }

  public static void main(String[] arguments) throws IOException {
    List<Path> jars =
        Stream.of(Files.readString(Path.of(arguments[1])).strip().split(File.pathSeparator))
            .map(Path::of)
            .toList();
    new Build(arguments[0], Path.of(arguments[2]), Path.of(arguments[3])).run(jars);
  }

  private void run(List<Path> classPath) throws IOException {
    Layout layout = layout(classPath);
    SizeTable sizes = new SizeTable();
    for (Part part : Part.values()) {
      if (layout.has(part)) {
        UpdateSite site = new UpdateSite(target.resolve("update-site").resolve(part.zipName()));
        for (Platform platform : layout.platforms()) {
          make(layout, part, platform, sizes, site);
        }
        site.write();
      }
    }
    sizes.write(target.resolve("sizes.md"));
  }

  private void make(Layout layout, Part part, Platform platform, SizeTable sizes, UpdateSite site)
      throws IOException {
    List<String> missing = layout.missing(part, platform);
    String name = "cleanplate-" + version + "-" + part.zipName() + "-" + platform.label() + ".zip";
    Path zip = target.resolve(name);
    if (!missing.isEmpty()) {
      Files.deleteIfExists(zip);
      sizes.missing(name, missing);
      return;
    }
    var files = layout.files(part, platform);
    InstallZip.write(zip, files);
    sizes.add(zip, files.values());
    site.add(files);
  }

  private Layout layout(List<Path> classPath) throws IOException {
    OnnxRuntimeJars onnxRuntime = new OnnxRuntimeJars(target.resolve("onnxruntime"));
    List<EngineJar> jars = new ArrayList<>();
    List<Path> launchers = new ArrayList<>();
    for (Path jar : classPath) {
      String name = jar.getFileName().toString();
      if (name.startsWith("Cleanplate_-")) {
        launchers.add(jar);
      } else if (name.startsWith("onnxruntime_gpu-")) {
        jars.addAll(onnxRuntime.natives(jar, Part.GPU));
      } else if (name.startsWith("onnxruntime-")) {
        jars.addAll(onnxRuntime.split(jar));
      } else if (!name.startsWith("ij-")) {
        jars.add(EngineJar.of(jar));
      }
    }
    return new Layout(
        version,
        launchers.get(0),
        List.of(root.resolve("LICENSE"), root.resolve("NOTICE")),
        jars,
        target.resolve("lists"));
  }
}
