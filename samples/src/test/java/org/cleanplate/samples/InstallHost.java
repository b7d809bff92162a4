package org.cleanplate.samples;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.cleanplate.samples.InstalledImageJ.Result;
import org.cleanplate.testing.XvfbDisplay;

/** The two shapes of a folder that Cleanplate is unpacked in. */
enum InstallHost {
  /** Each plugin's jars are found by ImageJ's plugin class loader. */
  IMAGEJ {
    @Override
    Result run(Path folder, Path java, List<String> options, Path macro, Path workingFolder)
        throws IOException, InterruptedException {
      List<String> command = new ArrayList<>(List.of(java.toString(), "-Xmx1g"));
      command.addAll(options);
      command.addAll(List.of("-Dplugins.dir=" + folder, "-cp", InstalledImageJ.jarOf("ij-")));
      command.addAll(List.of("ij.ImageJ", "-batch", macro.toString()));
      try (XvfbDisplay display = XvfbDisplay.start()) {
        return InstalledImageJ.run(command, Map.of("DISPLAY", display.name()), workingFolder);
      }
    }
  },

  /** One flat class path of all plugins' jars and all libraries; ImageJ is patched. */
  FIJI {
    @Override
    Result run(Path folder, Path java, List<String> options, Path macro, Path workingFolder)
        throws IOException, InterruptedException {
      List<String> command = new ArrayList<>(List.of(java.toString(), "-Xmx1g"));
      command.addAll(options);
      command.add("-javaagent:" + InstalledImageJ.jarOf("ij1-patcher-") + "=init");
      command.addAll(List.of("--add-opens", "java.base/java.lang=ALL-UNNAMED"));
      command.addAll(List.of("-Djava.awt.headless=true", "-Dplugins.dir=" + folder));
      command.addAll(List.of("-cp", flatClassPath(folder), "ij.ImageJ", "-batch"));
      command.add(macro.toString());
      return InstalledImageJ.run(command, Map.of(), workingFolder);
    }

    @Override
    void addLibraries(Path folder) throws IOException {
      Path jars = Files.createDirectories(folder.resolve("jars/bio-formats")).getParent();
      for (String prefix : List.of("ij-", "ij1-patcher-", "javassist-", "classgraph-")) {
        Path jar = Path.of(InstalledImageJ.jarOf(prefix));
        Files.copy(jar, jars.resolve(jar.getFileName()));
      }
      Path others = InstalledImageJ.SAMPLES.resolve("target/libraries-of-others");
      for (Path jar : jarsIn(others)) {
        boolean nested = jar.getFileName().toString().startsWith("protobuf");
        Files.copy(jar, jars.resolve(nested ? "bio-formats" : ".").resolve(jar.getFileName()));
      }
    }
  };

  /** Runs a macro; one that hangs fails the test. */
  abstract Result run(Path folder, Path java, List<String> options, Path macro, Path workingFolder)
      throws IOException, InterruptedException;

  /** Puts ImageJ and other plugins' libraries into the folder. */
  void addLibraries(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("plugins"));
  }

  /** Makes the folder, with Cleanplate as it is unpacked and a plugin of somebody else. */
  void install(Path folder) throws IOException {
    InstalledImageJ.unpack(InstalledImageJ.requireZip(), folder);
    addLibraries(folder);
    String probe = HostProbe.class.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(folder.resolve("plugins/probe.jar"));
        JarOutputStream jar = new JarOutputStream(out)) {
      jar.putNextEntry(new JarEntry(probe));
      Files.copy(InstalledImageJ.SAMPLES.resolve("target/test-classes").resolve(probe), jar);
    }
  }

  private static String flatClassPath(Path folder) throws IOException {
    List<String> jars = new ArrayList<>();
    for (String name : List.of("jars", "plugins")) {
      Path parent = folder.resolve(name);
      jarsIn(parent).forEach(jar -> jars.add(jar.toString()));
      try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, Files::isDirectory)) {
        for (Path inner : folders) {
          jarsIn(inner).forEach(jar -> jars.add(jar.toString()));
        }
      }
    }
    return String.join(File.pathSeparator, jars);
  }

  private static List<Path> jarsIn(Path folder) throws IOException {
    List<Path> jars = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
      files.forEach(jars::add);
    }
    return jars;
  }
}
