package org.cleanplate.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.cleanplate.frame.Frame;
import org.cleanplate.samples.InstalledImageJ.Result;
import org.cleanplate.video.VideoFrameSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs every sample macro in the installed plugin, by both ways to do without a person. */
class SampleMacroTest {
  /** The bundled model measures 0.014 on the stack; an alpha of zero everywhere 0.049. */
  private static final double ALPHA_TOLERANCE = 0.025;

  @TempDir static Path folder;
  private static InstalledImageJ imageJ;
  private static Path data;
  private static XvfbDisplay display;

  /** How ImageJ is run. */
  enum Route {
    /** The patched ImageJ of {@code run-macro.sh}. */
    HEADLESS,
    /** ImageJ as it is published, on a display that nobody sees. */
    XVFB
  }

  @BeforeAll
  static void prepare() throws IOException {
    imageJ = InstalledImageJ.unpack(folder.resolve("ImageJ folder"));
    data = folder.resolve("sample data");
    SampleGenerator.generate(data, 12);
  }

  @AfterAll
  static void stopDisplay() {
    if (display != null) {
      display.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void matteStackSavesThreeLayers(Route route) throws Exception {
    Path results = folder.resolve("matte stack " + route);
    run(route, "matte-stack.ijm", data.resolve("stack.tif"), data.resolve("plate.png"), results);

    assertEquals(
        List.of("stack-alpha.tif", "stack-composite.tif", "stack-foreground.tif"),
        Samples.list(results));
    ImagePlus alpha = Samples.open(results.resolve("stack-alpha.tif"));
    assertSizes(alpha, 32);
    assertSizes(Samples.open(results.resolve("stack-foreground.tif")), 24);
    assertSizes(Samples.open(results.resolve("stack-composite.tif")), 24);
    double difference =
        Samples.meanAbsoluteDifference(alpha, Samples.open(data.resolve("true-alpha.tif")));
    assertTrue(difference < ALPHA_TOLERANCE, "mean absolute difference " + difference);
  }

  @ParameterizedTest
  @EnumSource
  void exportForegroundWritesTransparentPictures(Route route) throws Exception {
    Path results = folder.resolve("cut-outs " + route);
    run(route, "export-foreground.ijm", data.resolve("stack.tif"), "median", results);

    List<Path> pictures;
    try (Stream<Path> files = Files.walk(results)) {
      pictures = files.filter(file -> file.toString().endsWith(".png")).sorted().toList();
    }
    assertEquals(SampleGenerator.STACK_FRAMES, pictures.size(), pictures.toString());
    BufferedImage picture = ImageIO.read(pictures.get(4).toFile());
    assertEquals(320, picture.getWidth());
    assertEquals(240, picture.getHeight());
    int[] opacities =
        IntStream.range(0, 320 * 240).map(i -> picture.getRGB(i % 320, i / 320) >>> 24).toArray();
    assertTrue(IntStream.of(opacities).anyMatch(a -> a == 255), "nothing is opaque");
    assertTrue(IntStream.of(opacities).anyMatch(a -> a == 0), "nothing is transparent");
  }

  @ParameterizedTest
  @EnumSource
  void batchVideosMattesEachVideo(Route route) throws Exception {
    Path input = Files.createDirectory(folder.resolve("recordings " + route));
    SyntheticScene scene = new SyntheticScene(160, 120, 9, 3);
    SampleVideo.write(scene, 24, input.resolve("one.mp4"));
    SampleVideo.write(scene, 24, input.resolve("two.mkv"));
    Files.writeString(input.resolve("notes.txt"), "not a video");
    Path results = folder.resolve("mattes " + route);
    run(route, "batch-videos.ijm", input, results);

    for (String name : List.of("one", "two")) {
      assertEquals(9, frameCount(results.resolve(name + "-alpha.mp4")));
      assertEquals(9, frameCount(results.resolve(name + "-foreground.mp4")));
    }
  }

  @ParameterizedTest
  @EnumSource(names = "HEADLESS")
  void batchVideosGoesOnAfterAVideoThatFailsAndSaysSo(Route route) throws Exception {
    Path input = Files.createDirectory(folder.resolve("mixed " + route));
    Files.writeString(input.resolve("broken.mp4"), "not a video");
    SampleVideo.write(new SyntheticScene(160, 120, 5, 3), 24, input.resolve("good.mp4"));
    Path results = folder.resolve("mixed mattes " + route);

    Result result = start(route, "batch-videos.ijm", input, results);

    assertEquals(1, result.exitCode(), result.output());
    assertTrue(result.output().contains("could not be matted:\nbroken.mp4"), result.output());
    assertTrue(result.output().contains("good.mp4: matted"), result.output());
    assertEquals(
        List.of(
            "good-alpha.mp4",
            "good-alpha.mp4.cleanplate.json",
            "good-foreground.mp4",
            "good-foreground.mp4.cleanplate.json"),
        Samples.list(results));
  }

  @ParameterizedTest
  @EnumSource
  void demoMattesStackAndVideo(Route route) throws Exception {
    Path results = folder.resolve("demo " + route);
    run(route, "demo.ijm", data, results);

    assertEquals(
        List.of(
            "stack-alpha.tif",
            "stack-composite.tif",
            "stack-foreground.tif",
            "video-alpha.mp4",
            "video-alpha.mp4.cleanplate.json",
            "video-composite.mp4",
            "video-composite.mp4.cleanplate.json",
            "video-foreground.mp4",
            "video-foreground.mp4.cleanplate.json"),
        Samples.list(results));
    ImagePlus truth = Samples.open(data.resolve("video-true-alpha.tif"));
    double difference = videoDifference(results.resolve("video-alpha.mp4"), truth);
    assertTrue(difference < ALPHA_TOLERANCE, "mean absolute difference " + difference);
  }

  private static void assertSizes(ImagePlus image, int bits) {
    assertEquals(320, image.getWidth());
    assertEquals(240, image.getHeight());
    assertEquals(SampleGenerator.STACK_FRAMES, image.getStackSize());
    assertEquals(bits, image.getBitDepth());
  }

  private static void run(Route route, String macro, Object... argument) throws Exception {
    Result result = start(route, macro, argument);
    assertEquals(0, result.exitCode(), result.output());
    assertFalse(result.output().contains("Exception"), result.output());
  }

  private static Result start(Route route, String macro, Object... argument) throws Exception {
    String joined = String.join(";", Arrays.stream(argument).map(Object::toString).toList());
    Path file = Samples.macro(macro);
    return route == Route.HEADLESS
        ? imageJ.runHeadless(MacroRunner.class, file.toString(), joined)
        : imageJ.runOnDisplay(display(), file, joined);
  }

  private static String display() throws IOException {
    if (display == null) {
      display = XvfbDisplay.start();
    }
    return display.name();
  }

  private static int frameCount(Path video) throws IOException {
    try (VideoFrameSource source = VideoFrameSource.open(video)) {
      Frame frame = Frame.allocate(source.format());
      int count = 0;
      while (source.read(frame)) {
        count++;
      }
      return count;
    }
  }

  /** Mean absolute difference between the grey of a video and a stack, as parts of white. */
  private static double videoDifference(Path video, ImagePlus truth) throws IOException {
    try (VideoFrameSource source = VideoFrameSource.open(video)) {
      Frame frame = Frame.allocate(source.format());
      double sum = 0;
      int pixels = truth.getWidth() * truth.getHeight();
      for (int slice = 1; slice <= truth.getStackSize(); slice++) {
        assertTrue(source.read(frame), "no frame " + slice);
        byte[] expected = (byte[]) truth.getStack().getPixels(slice);
        ByteBuffer bgra = frame.pixels();
        for (int i = 0; i < pixels; i++) {
          sum += Math.abs((bgra.get(4 * i) & 255) - (expected[i] & 255)) / 255.0;
        }
      }
      assertFalse(source.read(frame), "more frames than " + truth.getStackSize());
      return sum / pixels / truth.getStackSize();
    }
  }
}
