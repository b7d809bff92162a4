package org.cleanplate.imagej.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import java.awt.EventQueue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;
import org.cleanplate.imagej.image.VideoStack;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.cleanplate.imagej.run.DifferenceEngine;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.video.EncodeOptions;
import org.cleanplate.video.VideoContent;
import org.cleanplate.video.VideoFrameSink;
import org.cleanplate.video.VideoPreset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Videos as virtual stacks and back, through the commands. */
class VideoStackCommandsTest {
  private static final int WIDTH = 24;
  private static final int HEIGHT = 16;
  private static final int FRAMES = 40;

  @TempDir private Path folder;

  private final MacroRunner macro = new MacroRunner();

  @AfterEach
  void closeImages() {
    macro.close();
  }

  @Test
  void opensAColourVideoWithTimesAndAnInterval() throws IOException {
    ImagePlus image = open(write("walk.mkv", Layer.FOREGROUND_8, 50));
    assertEquals("walk.mkv", image.getTitle());
    assertEquals(24, image.getBitDepth());
    assertEquals(FRAMES, image.getStackSize());
    assertEquals(FRAMES, image.getNFrames());
    assertTrue(image.getStack().isVirtual());
    assertEquals(0.02, image.getCalibration().frameInterval, 1e-9);
    assertEquals("sec", image.getCalibration().getTimeUnit());
    assertEquals("0.000 s", image.getStack().getSliceLabel(1));
    assertEquals("0.140 s", image.getStack().getSliceLabel(8));
    Random random = new Random(3);
    for (int i = 0; i < 60; i++) {
      int slice = 1 + random.nextInt(FRAMES);
      int[] expected = new int[WIDTH * HEIGHT];
      picture(Layer.FOREGROUND_8, slice - 1).pixels().asIntBuffer().get(expected);
      assertArrayEquals(expected, (int[]) image.getStack().getPixels(slice), "slice " + slice);
    }
  }

  @Test
  void aGreyVideoHasEightBitsAndADeepOneSixteen() throws IOException {
    ImagePlus grey = open(write("grey.mkv", Layer.ALPHA_8, 25));
    assertEquals(8, grey.getBitDepth());
    byte[] expected = new byte[WIDTH * HEIGHT];
    picture(Layer.ALPHA_8, 5).pixels().get(expected);
    assertArrayEquals(expected, (byte[]) grey.getStack().getPixels(6));

    ImagePlus deep = open(write("deep.mkv", Layer.ALPHA_16, 25));
    assertEquals(16, deep.getBitDepth());
    short[] samples = new short[WIDTH * HEIGHT];
    picture(Layer.ALPHA_16, 5).pixels().asShortBuffer().get(samples);
    assertArrayEquals(samples, (short[]) deep.getStack().getPixels(6));
    assertEquals(65_535, deep.getDisplayRangeMax());
  }

  @Test
  void deepColourHasThreeChannels() throws IOException {
    ImagePlus image = open(write("colour.mkv", Layer.FOREGROUND_16, 25));
    assertTrue(image.isComposite());
    assertEquals(3, image.getNChannels());
    assertEquals(FRAMES, image.getNFrames());
    short[] planes = new short[3 * WIDTH * HEIGHT];
    picture(Layer.FOREGROUND_16, 5).pixels().asShortBuffer().get(planes);
    ImageProcessor green = image.getStack().getProcessor(image.getStackIndex(2, 1, 6));
    assertEquals(planes[WIDTH * HEIGHT + 7], (short) green.get(7));
    assertEquals("0.200 s", image.getStack().getSliceLabel(image.getStackIndex(3, 1, 6)));
  }

  @Test
  void closingTheImageClosesTheVideoAndACopyOpensItAgain() throws Exception {
    Path video = write("walk.mkv", Layer.FOREGROUND_8, 25);
    ImagePlus image = open(video);
    VideoStack stack = (VideoStack) image.getStack();
    String overIt = "output=[" + video + "]";
    assertFalse(macro.run(new SaveVideoCommand(), overIt));
    assertTrue(macro.log().contains("is the source that is being read"), macro.log());

    image.flush();
    // ImageJ tells its listeners later, on this thread.
    EventQueue.invokeAndWait(() -> {});
    ImagePlus still = macro.open(new ImagePlus("still", new ByteProcessor(WIDTH, HEIGHT)));
    assertTrue(macro.run(new SaveVideoCommand(), overIt), macro.log());
    assertEquals(1, still.getStackSize());
    assertEquals(WIDTH * HEIGHT, ((int[]) stack.getPixels(1)).length);
    stack.close();
  }

  @Test
  void slicesCanBeTakenOut() throws IOException {
    ImagePlus image = open(write("walk.mkv", Layer.FOREGROUND_8, 25));
    ImageStack stack = image.getStack();
    stack.deleteSlice(1);
    stack.deleteLastSlice();
    assertEquals(FRAMES - 2, stack.size());
    assertEquals("0.040 s", stack.getSliceLabel(1));
    stack.setSliceLabel("here", 1);
    assertEquals("here", stack.getSliceLabel(1));
  }

  @Test
  void mattesAVideoStack() throws IOException {
    open(write("walk.mkv", Layer.FOREGROUND_8, 25));
    DifferenceEngine engine = new DifferenceEngine();
    assertTrue(
        macro.run(
            arg ->
                Launcher.launch(
                    MatteStackParameters.COMMAND,
                    () -> MatteStackCommand.command((model, device) -> engine.opened())),
            "background=[slice 3] alpha"),
        macro.log());
    assertEquals(FRAMES, engine.frames.get());
    ImagePlus alpha = WindowManager.getCurrentImage();
    assertEquals("walk-alpha", alpha.getTitle());
    assertEquals("0.080 s", alpha.getStack().getSliceLabel(3));
    assertEquals(0, alpha.getStack().getProcessor(3).getStats().mean);
    assertTrue(alpha.getStack().getProcessor(4).getStats().mean > 0.5);
  }

  /** Of so large frames two dozen behind a key frame are too far. */
  @Test
  void farFramesAreTheSameWithCopiesAndWithout() throws IOException {
    Path video = folder.resolve("large.mp4");
    FrameFormat format = new FrameFormat(3840, 2160, Layer.FOREGROUND_8.layout());
    try (VideoFrameSink sink = VideoFrameSink.create(video, Layer.FOREGROUND_8, format, 25)) {
      Frame frame = Frame.allocate(format);
      Matte matte = new Matte(Map.of(Layer.FOREGROUND_8, frame));
      for (int i = 0; i < 20; i++) {
        frame.pixels().putInt(4 * (3840 * 1000 + 50 * i), -1);
        frame.stamp(i, i * 40_000L);
        matte.stamp(frame);
        sink.write(matte);
      }
      sink.finish();
    }
    int[] copied = (int[]) open(video, "jumps=fast").getStack().getPixels(20);
    int[] decoded = (int[]) open(video, "jumps=plain").getStack().getPixels(20);
    assertArrayEquals(decoded, copied);
    assertTrue((decoded[3840 * 1000 + 50 * 19] & 0xFF) > 60, "the latest dot is there");
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 32})
  void savesAlphaOfAnyDepthAndOpensItAgain(int bits) {
    ImageStack stack = new ImageStack(WIDTH, HEIGHT);
    for (int i = 0; i < 5; i++) {
      stack.addSlice(alpha(bits, i));
    }
    ImagePlus image = macro.open(new ImagePlus("walk-alpha", stack));
    image.setDisplayRange(0, bits == 8 ? 255 : bits == 16 ? 65_535 : 1);
    image.getCalibration().frameInterval = 40;
    image.getCalibration().setTimeUnit("ms");
    Path video = folder.resolve("alpha.mkv");
    assertTrue(macro.run(new SaveVideoCommand(), "output=[" + video + "]"), macro.log());

    ImagePlus again = open(video);
    assertEquals(bits == 8 ? 8 : 16, again.getBitDepth());
    assertEquals(5, again.getStackSize());
    assertEquals(0.04, again.getCalibration().frameInterval, 1e-9);
    double white = bits == 8 ? 255 : 65_535;
    for (int pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
      double expected = white * Math.min(1, (pixel + 3) / 400.0);
      assertEquals(expected, again.getStack().getProcessor(4).getf(pixel), 0.51);
    }
  }

  @Test
  void keepsTheTimesOfAVideoUnlessARateIsGiven() throws IOException {
    open(write("walk.mkv", Layer.FOREGROUND_8, 30));
    Path same = folder.resolve("same.mkv");
    assertTrue(macro.run(new SaveVideoCommand(), "output=[" + same + "]"), macro.log());
    Path slow = folder.resolve("slow.mp4");
    assertTrue(
        macro.run(new SaveVideoCommand(), "source=walk.mkv fps=10 output=[" + slow + "]"),
        macro.log());
    assertEquals("1.300 s", open(same).getStack().getSliceLabel(FRAMES));
    assertEquals("3.900 s", open(slow).getStack().getSliceLabel(FRAMES));
  }

  @Test
  void savesACompositeAsItIsSeen() {
    ImagePlus image = IJ.createImage("cells", "16-bit composite", WIDTH, HEIGHT, 2, 1, 3);
    image.getStack().getProcessor(image.getStackIndex(1, 1, 2)).set(3, 4, 65_535);
    image.getStack().getProcessor(image.getStackIndex(2, 1, 2)).set(3, 4, 65_535);
    for (int channel = 1; channel <= 2; channel++) {
      image.setPosition(channel, 1, 1);
      image.setDisplayRange(0, 65_535);
    }
    macro.open(image);
    Path video = folder.resolve("cells.mkv");
    assertTrue(macro.run(new SaveVideoCommand(), "output=[" + video + "]"), macro.log());
    ImagePlus again = open(video);
    assertEquals(3, again.getStackSize());
    int pixel = again.getStack().getProcessor(2).get(3, 4) & 0xFFFFFF;
    assertEquals(0xFFFF00, pixel, "red and green");
    assertEquals(0, again.getStack().getProcessor(3).get(3, 4) & 0xFFFFFF);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "video=/nowhere/v.mp4 | does not exist",
        "video=[DIR] | is a folder",
        "vidoe=x | did you mean \"video\"",
        "video=[DIR/text.mp4] jumps=never | expected auto",
        "video=[DIR/text.mp4] | cannot be read as a video",
      })
  void refusesWhatIsNoVideo(String options, String reason) throws IOException {
    Files.writeString(folder.resolve("text.mp4"), "This is no video.\n".repeat(99));
    assertFalse(macro.run(new OpenVideoCommand(), options.replace("DIR", folder.toString())));
    assertTrue(macro.log().contains(reason), macro.log());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "output=[DIR/v.avi] | no extension that can be written",
        "output=[DIR/v.mp4] preset=ffv1 | expected the extension .mkv",
        "output=[DIR/no/v.mp4] | does not exist",
        "output=[DIR/v.mp4] fps=0 | expected a number from 0.01",
        "fps=3 | \"output\" is missing",
      })
  void refusesWhatCannotBeWritten(String options, String reason) {
    macro.open(new ImagePlus("still", new ByteProcessor(WIDTH, HEIGHT)));
    assertFalse(macro.run(new SaveVideoCommand(), options.replace("DIR", folder.toString())));
    assertTrue(macro.log().contains(reason), macro.log());
  }

  private ImagePlus open(Path video) {
    return open(video, "");
  }

  private ImagePlus open(Path video, String options) {
    assertTrue(macro.run(new OpenVideoCommand(), "video=[" + video + "] " + options), macro.log());
    return WindowManager.getCurrentImage();
  }

  private static ImageProcessor alpha(int bits, int index) {
    FloatProcessor values = new FloatProcessor(WIDTH, HEIGHT);
    double white = bits == 8 ? 255 : bits == 16 ? 65_535 : 1;
    for (int i = 0; i < values.getPixelCount(); i++) {
      values.setf(i, (float) (white * Math.min(1, (i + index) / 400.0)));
    }
    values.setMinAndMax(0, white);
    return switch (bits) {
      case 8 -> values.convertToByteProcessor(true);
      case 16 -> values.convertToShortProcessor(false);
      default -> values;
    };
  }

  private Path write(String name, Layer layer, double rate) throws IOException {
    Path file = folder.resolve(name);
    FrameFormat source = new FrameFormat(WIDTH, HEIGHT, Layer.FOREGROUND_8.layout());
    try (VideoFrameSink sink =
        VideoFrameSink.create(
            file, VideoContent.of(layer), source, rate, EncodeOptions.of(VideoPreset.FFV1))) {
      for (int i = 0; i < FRAMES; i++) {
        Frame frame = picture(layer, i);
        frame.stamp(i, Math.round(i * 1e6 / rate));
        Matte matte = new Matte(Map.of(layer, frame));
        matte.stamp(frame);
        sink.write(matte);
      }
      sink.finish();
    }
    return file;
  }

  /** Noise, different in every frame. */
  private static Frame picture(Layer layer, int index) {
    Frame frame = Frame.allocate(new FrameFormat(WIDTH, HEIGHT, layer.layout()));
    byte[] bytes = new byte[(int) frame.format().byteCount()];
    new Random(index).nextBytes(bytes);
    ByteBuffer pixels = frame.pixels();
    pixels.put(bytes);
    if (layer == Layer.FOREGROUND_8) {
      for (int i = 3; i < bytes.length; i += 4) {
        pixels.put(i, (byte) 255);
      }
    }
    return frame;
  }
}
