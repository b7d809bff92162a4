package org.cleanplate.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Unpacks the zip into a plain ImageJ and into a folder of Fiji's shape that is full of other
 * versions of the same libraries, and works in both as a user does.
 */
class InstallTest {
  private static final String PROBE = HostProbe.class.getName();

  /** The bundled model measures 0.014 on the sample stack; an alpha of zero everywhere 0.049. */
  private static final double ALPHA_TOLERANCE = 0.025;

  @TempDir static Path folder;
  private static final Map<InstallHost, Path> HOSTS = new EnumMap<>(InstallHost.class);

  @BeforeAll
  static void install() throws IOException {
    InstalledImageJ.requireZip();
    for (InstallHost host : InstallHost.values()) {
      HOSTS.put(host, folder.resolve(host + " folder"));
      host.install(HOSTS.get(host));
    }
  }

  @ParameterizedTest
  @CsvSource({"IMAGEJ, OWN", "IMAGEJ, JAVA_25", "FIJI, OWN", "FIJI, JAVA_25"})
  void theMacroOfTheReadmeRunsBesideOtherPlugins(InstallHost host, Jdk jdk) throws Exception {
    Path java = jdk.java();
    Path work = Files.createDirectory(folder.resolve(host + " " + jdk));
    samples(work);
    boolean fiji = host == InstallHost.FIJI;

    String output =
        run(
            host,
            java,
            work,
            "setBatchMode(true);\n"
                + (fiji ? say("others before", "useNativeMemory", "") : "")
                + say("state before", "state", "")
                + readmeMacro()
                + "selectImage(\"walk-alpha\"); saveAs(\"tiff\", \"alpha.tif\");\n"
                + say("state after", "state", "")
                + say("protobuf", "whereIs", "com.google.protobuf.Message")
                + say("javacpp", "whereIs", "org.bytedeco.javacpp.Loader")
                + say("javacv", "whereIs", "org.bytedeco.javacv.Frame")
                + say("log4j", "whereIs", "org.apache.logging.log4j.core.LoggerContext")
                + say("engine", "whereIs", "org.cleanplate.imagej.command.MatteStackCommand")
                + say("api", "whereIs", "org.cleanplate.engine.MattingEngine")
                + say("runtime", "whereIs", "ai.onnxruntime.OrtEnvironment")
                + say("opencv", "whereIs", "org.bytedeco.opencv.opencv_core.Mat")
                + say("launcher", "whereIs", "org.cleanplate.launch.Run")
                + (fiji ? say("others after", "useNativeMemory", "") : "")
                + "run(\"Cleanplate Macro Extensions\");\n"
                + "Ext.Cleanplate_open(\"\", \"cpu\");\n"
                + "Ext.Cleanplate_matteVideo(\"walk.mp4\", \"median\", \"again\", \"alpha\");\n");

    ImagePlus alpha = Samples.open(work.resolve("alpha.tif"));
    double difference =
        Samples.meanAbsoluteDifference(alpha, Samples.open(work.resolve("true-alpha.tif")));
    assertTrue(difference < ALPHA_TOLERANCE, "mean absolute difference " + difference);
    assertTrue(Files.size(work.resolve("results/walk-cutout.mov")) > 10_000, output);
    assertTrue(Files.exists(work.resolve("again/walk-alpha.mp4")), output);

    assertEquals(fact("state before", output), fact("state after", output));
    for (String hidden : List.of("engine", "api", "runtime", "opencv")) {
      assertEquals("hidden", fact(hidden, output), hidden);
    }
    assertTrue(fact("launcher", output).startsWith("Cleanplate_-"), output);
    assertEquals(fiji ? "javacpp-1.5.10.jar" : "hidden", fact("javacpp", output));
    assertEquals(fiji ? "javacv-1.5.10.jar" : "hidden", fact("javacv", output));
    assertEquals(fiji ? "protobuf-java-3.5.1.jar" : "hidden", fact("protobuf", output));
    assertEquals(fiji ? "log4j-core-2.17.2.jar" : "hidden", fact("log4j", output));
    if (fiji) {
      assertEquals("byte 2", fact("others before", output));
      assertEquals("byte 2", fact("others after", output));
    }
    for (String natives : List.of("javacpp", "onnxruntime")) {
      Path unpacked = folder.resolve("home/.cleanplate/cache").resolve(natives);
      assertTrue(Files.isDirectory(unpacked), unpacked + " is missing:\n" + output);
    }
    assertFalse(output.contains("Exception"), output);
    assertFalse(output.contains("SLF4J") || output.contains("StatusLogger"), output);
  }

  private static void samples(Path work) throws IOException {
    SampleGenerator.generate(work, 6);
    Files.move(work.resolve("stack.tif"), work.resolve("walk.tif"));
    Files.move(work.resolve("video.mp4"), work.resolve("walk.mp4"));
  }

  /** The first macro on the front page, as it stands there. */
  private static String readmeMacro() throws IOException {
    String readme = Files.readString(InstalledImageJ.ROOT.resolve("README.md"));
    Matcher macro = Pattern.compile("(?s)```\\n(open\\(.*?)```").matcher(readme);
    assertTrue(macro.find(), "README.md shows no macro");
    return macro.group(1);
  }

  /** Where ImageJ loads plugins anew, the engine stays; natives could not be loaded again. */
  @Test
  void aRunAfterRefreshMenusFindsTheSameEngine() throws Exception {
    Path work = Files.createDirectory(folder.resolve("refresh"));
    samples(work);
    String matte =
        "open(\"walk.tif\"); run(\"Matte Stack...\", \"source=walk.tif background=plate.png"
            + " device=cpu align=affine alpha\");\n"
            + "print(\"[title] \" + getTitle());\n"
            + "close(\"*\");\n";

    String output =
        run(
            InstallHost.IMAGEJ,
            Jdk.OWN.java(),
            work,
            "setBatchMode(true);\n"
                + matte
                + say("engine before", "engine", "")
                + say("host before", "host", "")
                + "run(\"Refresh Menus\");\n"
                + matte
                + say("engine after", "engine", "")
                + say("host after", "host", ""));

    assertEquals(2, output.split("\\[title\\] walk-alpha", -1).length - 1, output);
    assertNotEquals(fact("host before", output), fact("host after", output));
    assertEquals(fact("engine before", output), fact("engine after", output));
  }

  @Test
  void aMacroIsToldWhatIsWrongWithTheInstallation() throws Exception {
    Path broken = folder.resolve("broken");
    InstallHost.IMAGEJ.install(broken);
    Path work = Files.createDirectory(folder.resolve("mistakes"));
    String macro = "run(\"About Cleanplate\");\nprint(\"went on\");\n";

    Path launcher;
    try (var files = Files.newDirectoryStream(broken.resolve("plugins/Cleanplate"), "*.jar")) {
      launcher = files.iterator().next();
    }
    Path old = Files.copy(launcher, broken.resolve("plugins/Cleanplate/Cleanplate_-0.0.1.jar"));
    assertStops("delete " + old + ", keep " + launcher, broken, work, macro);

    Files.delete(old);
    Path jar;
    try (var files =
        Files.walk(broken.resolve("lib")).filter(file -> file.endsWith("javacpp-1.5.13.jar"))) {
      jar = files.findFirst().orElseThrow();
    }
    Files.write(jar, new byte[12]);
    assertStops(jar + " has 12 bytes, expected ", broken, work, macro);
  }

  private static void assertStops(String message, Path host, Path work, String macro)
      throws Exception {
    Path file = Files.writeString(work.resolve("macro.ijm"), macro);
    String output = InstallHost.IMAGEJ.run(host, Jdk.OWN.java(), options(), file, work).output();
    assertTrue(output.contains(message), output);
    assertFalse(output.contains("went on"), output);
  }

  private static String run(InstallHost host, Path java, Path work, String macro) throws Exception {
    Path file = Files.writeString(work.resolve("macro.ijm"), macro + "print(\"[end] reached\");\n");
    String output = host.run(HOSTS.get(host), java, options(), file, work).output();
    assertEquals("reached", fact("end", output), output);
    return output;
  }

  /** All runs share a home, and there a folder for native libraries. */
  private static List<String> options() {
    return List.of(
        "-Duser.home=" + folder.resolve("home"),
        // Short runs on a busy machine are over sooner without the slow compiler.
        "-XX:TieredStopAtLevel=1");
  }

  private static String say(String what, String method, String argument) {
    String arguments = argument.isEmpty() ? "" : ", \"" + argument + "\"";
    return "print(\"["
        + what
        + "] \" + call(\""
        + PROBE
        + "."
        + method
        + "\""
        + arguments
        + "));\n";
  }

  private static String fact(String name, String output) {
    Matcher line = Pattern.compile("(?m)^\\[" + Pattern.quote(name) + "\\] (.*)$").matcher(output);
    assertTrue(line.find(), name + " is missing:\n" + output);
    return line.group(1);
  }
}
