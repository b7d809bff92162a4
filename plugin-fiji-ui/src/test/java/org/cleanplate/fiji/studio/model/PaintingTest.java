package org.cleanplate.fiji.studio.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.macro.Interpreter;
import java.awt.geom.Point2D;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanplate.MattingException;
import org.cleanplate.fiji.studio.regions.Brush;
import org.cleanplate.fiji.studio.regions.BrushStroke;
import org.cleanplate.fiji.studio.regions.GarbageMatte;
import org.cleanplate.fiji.studio.regions.PixelMask;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.cleanplate.imagej.run.EngineHolder;
import org.cleanplate.imagej.run.RunLog;
import org.cleanplate.imagej.run.RunMonitor;
import org.cleanplate.imagej.run.StackMatting;
import org.cleanplate.network.graph.Layer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a person paints, from the stroke to the macro, without a window, with the bundled model. */
@Timeout(120)
class PaintingTest {
  private static final int FRAMES = 4;
  private static final int GROUND_X = 12;
  private static final int GROUND_Y = 12;
  private static final Pattern OPTIONS = Pattern.compile("run\\(\"Matte Stack...\", \"(.*)\"\\);");

  @TempDir Path home;

  private final ExecutorService modelThread = Executors.newSingleThreadExecutor();
  private final List<ImagePlus> shown = new CopyOnWriteArrayList<>();
  private final ImagePlus walk = WalkStack.of("walk", FRAMES);
  private StudioSession session;

  @BeforeEach
  void start() throws Exception {
    System.setProperty("cleanplate.regions", home.toString());
    Interpreter.batchMode = true;
    session = new StudioSession(EngineHolder::open, shown::add, modelThread);
    walk.show();
    act(() -> session.chooseSource(Optional.of(walk)));
    awaitTrue(() -> session.model().preview().matte().isPresent());
  }

  @AfterEach
  void stop() throws Exception {
    act(() -> session.close());
    modelThread.shutdown();
    walk.close();
    Interpreter.batchMode = false;
    System.clearProperty("cleanplate.regions");
  }

  @Test
  void strokeIsSeenInThePreviewAndHoldsInTheRunOnItsFrameAlone() throws Exception {
    act(() -> session.goToFrame(1));
    act(() -> session.painting().paint(Brush.KEEP, stroke()));
    awaitPreview(1);
    act(() -> session.run());
    awaitTrue(() -> session.model().history().size() == 1);
    ImagePlus alpha = result("walk-alpha");
    for (int frame = 0; frame < FRAMES; frame++) {
      float value = alpha.getStack().getProcessor(frame + 1).getf(GROUND_X, GROUND_Y);
      assertEquals(frame == 1, value == 1, "frame " + frame + ": " + value);
    }
  }

  @Test
  void copiedMacroGivesTheSamePixels() throws Exception {
    act(() -> session.painting().setOnAllFrames(true));
    act(() -> session.painting().paint(Brush.KEEP, stroke()));
    act(() -> session.painting().setOnAllFrames(false));
    int x = WalkStack.centre(0, FRAMES);
    PixelMask middle =
        new BrushStroke(6, new Point2D.Double(x, WalkStack.HEIGHT / 2.0))
            .mask(WalkStack.WIDTH, WalkStack.HEIGHT);
    act(() -> session.painting().paint(Brush.REMOVE, middle));
    String macro = copy();
    assertTrue(
        macro.matches(
            ".*include_area=\\S*keep-[0-9a-f]{16}\\.zip exclude_area=\\S*remove-[0-9a-f]{16}\\.zip"
                + " slice_only.*"),
        macro);
    act(() -> session.run());
    awaitTrue(() -> session.model().history().size() == 1);
    assertEquals(1, result("walk-alpha").getStack().getProcessor(4).getf(GROUND_X, GROUND_Y));
    assertEquals(0, result("walk-alpha").getStack().getProcessor(1).getf(x, WalkStack.HEIGHT / 2));
    act(() -> session.painting().clearAll());
    act(() -> session.close());
    for (ImagePlus again : replay(macro)) {
      for (int slice = 1; slice <= FRAMES; slice++) {
        Object expected = result(again.getTitle()).getStack().getPixels(slice);
        assertTrue(
            Objects.deepEquals(expected, again.getStack().getPixels(slice)),
            again.getTitle() + ", " + slice);
      }
    }
  }

  @Test
  void onlyWhatIsRunOrCopiedIsKept() throws Exception {
    act(() -> session.painting().paint(Brush.KEEP, stroke()));
    awaitTrue(() -> session.model().options().value("include_area").isPresent());
    Path draft = Path.of(ask(() -> session.model().options().value("include_area").get()));
    assertTrue(Files.exists(draft) && !draft.startsWith(home), draft.toString());
    assertEquals(0, filesKept());
    copy();
    assertEquals(1, filesKept());
    act(() -> session.close());
    while (Files.exists(draft.getParent())) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    assertEquals(1, filesKept());
  }

  @Test
  void undoTakesAStrokeOutOfTheMacro() throws Exception {
    String before = copy();
    act(() -> session.painting().paint(Brush.KEEP, stroke()));
    String painted = copy();
    act(() -> session.painting().undo());
    assertEquals(before, copy());
    assertFalse(ask(() -> session.painting().canUndo()));
    act(() -> session.painting().redo());
    assertEquals(painted, copy());
    act(() -> session.painting().clearFrame());
    assertEquals(before, copy());
  }

  @Test
  void selectionOfImageJIsPainted() throws Exception {
    MattingException refused =
        ask(
            () ->
                assertThrows(
                    MattingException.class, () -> session.painting().paintSelection(Brush.KEEP)));
    assertTrue(refused.getMessage().contains("has no selection"), refused.getMessage());
    walk.setRoi(new Roi(8, 8, 8, 8));
    act(() -> session.painting().paintSelection(Brush.KEEP));
    awaitPreview(1);
  }

  @Test
  void everyImageHasItsOwn() throws Exception {
    act(() -> session.painting().paint(Brush.KEEP, stroke()));
    String painted = copy();
    ImagePlus other = WalkStack.of("other", FRAMES);
    other.show();
    act(() -> session.chooseSource(Optional.of(other)));
    assertEquals(GarbageMatte.NONE, ask(() -> session.model().matte()));
    assertFalse(copy().contains("include_area"));
    act(() -> session.chooseSource(Optional.of(walk)));
    assertEquals(painted, copy());
    other.close();
  }

  @Test
  void pastRunBringsItsPaintBack() throws Exception {
    act(() -> session.painting().paint(Brush.KEEP, stroke()));
    act(() -> session.run());
    awaitTrue(() -> session.model().history().size() == 1);
    GarbageMatte matte = ask(() -> session.model().matte());
    StudioOptions options = ask(() -> session.model().options());
    act(() -> session.painting().clearAll());
    awaitTrue(() -> session.model().options().value("include_area").isEmpty());
    act(
        () ->
            session.restore(
                session.model().history().get(0), Set.of("background", "alpha", "foreground")));
    awaitTrue(() -> session.model().matte().equals(matte));
    assertEquals(options, ask(() -> session.model().options()));
    act(() -> session.painting().undo());
    assertEquals(GarbageMatte.NONE, ask(() -> session.model().matte()));
  }

  private PixelMask stroke() {
    BrushStroke stroke = new BrushStroke(4, new Point2D.Double(GROUND_X - 4, GROUND_Y));
    stroke.moveTo(new Point2D.Double(GROUND_X + 4, GROUND_Y));
    return stroke.mask(WalkStack.WIDTH, WalkStack.HEIGHT);
  }

  private String copy() throws Exception {
    List<String> copied = new CopyOnWriteArrayList<>();
    act(() -> session.copyMacro(copied::add));
    while (copied.isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return copied.get(0);
  }

  private static List<ImagePlus> replay(String macro) throws Exception {
    Matcher line = OPTIONS.matcher(macro);
    assertTrue(line.matches(), macro);
    return new StackMatting(EngineHolder::open, new RunLog(text -> {}))
        .run(MatteStackParameters.parse(line.group(1)), new RunMonitor());
  }

  private ImagePlus result(String title) {
    return shown.stream().filter(image -> image.getTitle().equals(title)).findFirst().orElseThrow();
  }

  private long filesKept() throws Exception {
    try (var files = Files.list(home)) {
      return files.count();
    }
  }

  /** Waits until alpha at the stroke is as expected. */
  private void awaitPreview(float expected) throws Exception {
    awaitTrue(
        () ->
            session
                .model()
                .preview()
                .matte()
                .map(matte -> matte.layers().get(Layer.ALPHA_FLOAT).pixels().asFloatBuffer())
                .filter(alpha -> alpha.get(GROUND_Y * WalkStack.WIDTH + GROUND_X) == expected)
                .isPresent());
  }

  private void act(Runnable action) throws Exception {
    modelThread.submit(action).get();
  }

  private <T> T ask(Callable<T> question) throws Exception {
    return modelThread.submit(question).get();
  }

  private void awaitTrue(Callable<Boolean> condition) throws Exception {
    while (!ask(condition)) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
