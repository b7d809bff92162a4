package org.cleanplate.imagej.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.plugin.PlugIn;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.cleanplate.imagej.parameters.TrainModelParameters;
import org.cleanplate.training.TrainingData;
import org.cleanplate.training.TrainingPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Footage and corrected mattes, as an ImageJ user has them, become a data set. */
class TrainFootageTest {
  private static final int WIDTH = 60;
  private static final int HEIGHT = 40;
  private static final int FRAMES = 7;

  /** Left edge of the subject, a white square of 10 pixels, in a frame from 0. */
  private static final int STEP = 7;

  private static final String SET = "footage=walk corrected=mattes frames=2,5 ";

  @TempDir private Path folder;

  private final ScriptedTrainer trainer = new ScriptedTrainer();
  private final PlugIn command =
      arg ->
          Launcher.launch(
              TrainModelParameters.COMMAND, () -> TrainModelCommand.command(() -> trainer));
  private final MacroRunner macro = new MacroRunner();

  @AfterEach
  void closeImages() {
    macro.close();
  }

  @Test
  void writesFramesPlatesAndMattesAndTrainsOnThem() throws IOException {
    macro.open(new ImagePlus("walk", frames(8)));
    macro.open(new ImagePlus("mattes", mattes(2, 5)));
    assertTrue(run(SET + "stage=finetune steps=10 run_folder=[DIR/run]"), macro.log());

    Path set = folder.resolve("run/footage");
    assertEquals(
        List.of(
            "bgr/frame-000002.png",
            "bgr/frame-000005.png",
            "pha/frame-000002.png",
            "pha/frame-000005.png",
            "src/frame-000002.png",
            "src/frame-000005.png"),
        files(set));
    for (int number : new int[] {2, 5}) {
      String name = "/frame-00000" + number + ".png";
      int inside = (number - 1) * STEP + 5;
      int outside = (inside + 30) % WIDTH;
      assertEquals(240, red(set, "src" + name, inside));
      assertEquals(100, red(set, "src" + name, outside));
      assertEquals(100, red(set, "bgr" + name, inside), "the median of the frames");
      assertEquals(255, red(set, "pha" + name, inside));
      assertEquals(0, red(set, "pha" + name, outside));
    }
    TrainingPlan plan = trainer.plans().get(0);
    assertEquals(
        Optional.of(
            new TrainingData.Folders.Recorded(
                set.resolve("src"), set.resolve("bgr"), set.resolve("pha"))),
        plan.data().folders());
    assertEquals(0, plan.data().proceduralShare());
    assertEquals(
        List.of(1.0),
        plan.refinement().orElseThrow().backboneScales(),
        "as so small a stack is matted");
  }

  @Test
  void takesOneMatteForEachFrameAndPlanesOfSixteenBits() throws IOException {
    ImagePlus walk = new ImagePlus("walk", frames(16));
    walk.setDisplayRange(1000, 3000);
    macro.open(walk);
    macro.open(new ImagePlus("mattes", mattes(1, 2, 3, 4, 5, 6, 7)));
    assertTrue(
        run(SET + "stage=finetune run_folder=[DIR/run] procedural_share=0.5 backbone_scale=0.5"),
        macro.log());

    Path set = folder.resolve("run/footage");
    assertEquals(6, files(set).size());
    assertEquals(179, red(set, "src/frame-000005.png", 4 * STEP + 5), 1, "2400 of 1000..3000");
    assertEquals(0, red(set, "src/frame-000005.png", 4 * STEP + 25), "1000, which is black");
    assertEquals(255, red(set, "pha/frame-000005.png", 4 * STEP + 5));
    assertEquals(0.5, trainer.plans().get(0).data().proceduralShare());
    assertEquals(List.of(0.5), trainer.plans().get(0).refinement().orElseThrow().backboneScales());
  }

  @Test
  void readsVideoFoldersAndFilesAndKnowsASetThatIsThereAlready() throws IOException {
    ImageStack frames = frames(8);
    Path clip = Files.createDirectory(folder.resolve("clip"));
    for (int i = 1; i <= FRAMES; i++) {
      save(frames.getProcessor(i), clip.resolve("f" + i + ".png"));
    }
    Path mattes = folder.resolve("mattes.tif");
    new FileSaver(new ImagePlus("", mattes(2, 5))).saveAsTiffStack(mattes.toString());
    String line =
        "footage=[DIR/clip] background=[frame 7] corrected=[DIR/mattes.tif] frames=2,5"
            + " stage=finetune run_folder=[DIR/run]";
    assertTrue(run(line), macro.log());
    assertEquals(240, red(folder.resolve("run/footage"), "src/frame-000005.png", 4 * STEP + 5));
    assertTrue(run(line), "the same again goes on: " + macro.log());

    assertFalse(run(line.replace("frames=2,5", "frames=2,6")));
    assertTrue(macro.log().contains("holds other footage or other mattes"), macro.log());
    assertEquals(2, trainer.plans().size());
    assertEquals(List.of("footage"), folders(folder.resolve("run")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "footage=walk frames=2,5 | \"corrected\" is missing",
        "corrected=mattes | \"corrected\" has no effect without footage=",
        "footage=walk corrected=mattes sources=[DIR] | \"sources\" has no effect beside footage=",
        "footage=walk corrected=mattes | has 2 corrected mattes, but the footage has 7 frames",
        "footage=walk corrected=mattes frames=2 | lists 1 frames, but mattes has 2",
        "footage=walk corrected=mattes frames=2,9 | Frame 9 is listed but walk ends before it",
        "footage=walk corrected=mattes frames=5,2 | expected numbers from 1 in rising order",
        "footage=walk corrected=mattes frames=2- | expected numbers from 1 in rising order",
        "footage=walk corrected=raw frames=2,5 | holds 255.0, expected 0 to 1 in 32 bits",
        "footage=walk corrected=empty frames=2,5 | above one half anywhere",
        "footage=walk corrected=small frames=2,5 | are 30x40, but the footage is 60x40",
        "footage=wall corrected=mattes frames=2,5 | Video \"wall\" does not exist",
        "footage=walk corrected=matte frames=2,5 | is neither an open image nor a file",
        "footage=walk corrected=mattes frames=2,5 steps=x | steps is \"x\"",
      })
  void refusesWhatDoesNotFitAndLeavesNothing(String options, String reason) throws IOException {
    macro.open(new ImagePlus("walk", frames(8)));
    macro.open(new ImagePlus("mattes", mattes(2, 5)));
    macro.open(new ImagePlus("empty", mattes(0, 0)));
    ImageStack raw = new ImageStack(WIDTH, HEIGHT);
    raw.addSlice(mattes(2).getProcessor(1).convertToFloat());
    raw.addSlice(new FloatProcessor(WIDTH, HEIGHT));
    macro.open(new ImagePlus("raw", raw));
    macro.open(new ImagePlus("small", mattes(2, 5).crop(0, 0, 0, 30, HEIGHT, 2)));
    assertFalse(run(options + " stage=finetune run_folder=[DIR/run]"));
    assertTrue(macro.log().contains(reason), macro.log());
    assertTrue(trainer.plans().isEmpty());
    Path run = folder.resolve("run");
    assertTrue(!Files.exists(run) || folders(run).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "footage=[a walk.tif] background=median corrected=m frames=1,3-5,9 stage=finetune",
        "footage=a background=[frame 3] corrected=m stage=finetune import=mine",
        "footage=a background=[my plate.png] corrected=m plan=p",
      })
  void readsBackWhatItRecords(String options) {
    TrainModelParameters run = TrainModelParameters.parse(options);
    assertEquals(run, TrainModelParameters.parse(run.toMacro()));
    assertTrue(run.footage().isPresent());
  }

  private boolean run(String options) {
    return macro.run(command, options.replace("DIR", folder.toString()));
  }

  /** Bytes of 100 and 240, or 16 bits of 1000 and 2400. */
  private static ImageStack frames(int bits) {
    ImageStack stack = new ImageStack(WIDTH, HEIGHT);
    for (int i = 0; i < FRAMES; i++) {
      ImageProcessor frame =
          bits == 8 ? new ByteProcessor(WIDTH, HEIGHT) : new ShortProcessor(WIDTH, HEIGHT);
      frame.setColor(bits == 8 ? 100 : 1000);
      frame.fill();
      frame.setColor(bits == 8 ? 240 : 2400);
      frame.fillRect(i * STEP, 10, 10, 10);
      stack.addSlice(frame);
    }
    return stack;
  }

  /** True mattes of frames from 1; of frame 0, black. */
  private static ImageStack mattes(int... numbers) {
    ImageStack stack = new ImageStack(WIDTH, HEIGHT);
    for (int number : numbers) {
      ImageProcessor matte = new ByteProcessor(WIDTH, HEIGHT);
      matte.setColor(number == 0 ? 0 : 255);
      matte.fillRect((number - 1) * STEP, 10, 10, 10);
      stack.addSlice(matte);
    }
    return stack;
  }

  private static void save(ImageProcessor pixels, Path file) {
    new FileSaver(new ImagePlus("", pixels)).saveAsPng(file.toString());
  }

  private static int red(Path set, String file, int x) throws IOException {
    BufferedImage image = ImageIO.read(set.resolve(file).toFile());
    return image.getRaster().getSample(x, 15, 0);
  }

  private static List<String> files(Path set) throws IOException {
    try (Stream<Path> walk = Files.walk(set)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> set.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  private static List<String> folders(Path parent) throws IOException {
    try (Stream<Path> list = Files.list(parent)) {
      return list.filter(Files::isDirectory).map(path -> path.getFileName().toString()).toList();
    }
  }
}
