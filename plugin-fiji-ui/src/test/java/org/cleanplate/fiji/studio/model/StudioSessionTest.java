package org.cleanplate.fiji.studio.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.cleanplate.fiji.studio.run.RunOutcome;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.cleanplate.imagej.run.EngineHolder;
import org.cleanplate.imagej.run.MattedFrame;
import org.cleanplate.imagej.run.RunLog;
import org.cleanplate.imagej.run.RunMonitor;
import org.cleanplate.imagej.run.StackMatting;
import org.cleanplate.network.graph.Layer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** All that the window does, without one, with the bundled model. */
@Timeout(120)
class StudioSessionTest {
  private static final int FRAMES = 5;
  private static final int LONG = 400;

  private final ExecutorService modelThread = Executors.newSingleThreadExecutor();
  private final List<ImagePlus> shown = new CopyOnWriteArrayList<>();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final CountDownLatch atGate = new CountDownLatch(1);
  private boolean gated;
  private StudioSession session;

  @BeforeEach
  void start() {
    Interpreter.batchMode = true;
    session =
        new StudioSession(
            (model, device) -> {
              if (gated) {
                atGate.countDown();
                await(gate);
              }
              return EngineHolder.open(model, device);
            },
            shown::add,
            modelThread);
  }

  @AfterEach
  void stop() throws Exception {
    gate.countDown();
    ask(
        () -> {
          session.close();
          return null;
        });
    modelThread.shutdown();
    WindowManager.closeAllWindows();
    Interpreter.batchMode = false;
  }

  @Test
  void previewsTheFrameAsTheRunComputesIt() throws Exception {
    open("walk", FRAMES);
    act(() -> session.goToFrame(2));
    MattedFrame matted = awaitMatte(2);
    List<ImagePlus> run =
        new StackMatting(EngineHolder::open, new RunLog(line -> {}))
            .run(
                MatteStackParameters.parse("source=walk background=median alpha"),
                new RunMonitor());
    float[] expected = (float[]) run.get(0).getStack().getProcessor(3).getPixels();
    assertArrayEquals(expected, alpha(matted));
    int inside = WalkStack.HEIGHT / 2 * WalkStack.WIDTH + WalkStack.centre(2, FRAMES);
    assertTrue(expected[inside] > 0.9, "the disc is subject: " + expected[inside]);
    assertTrue(expected[5 * WalkStack.WIDTH + 5] < 0.1, "the ground is none");
  }

  @Test
  void findsOutHowThePlateFits() throws Exception {
    open("walk", FRAMES);
    awaitTrue(() -> session.model().verdict().isPresent());
    PlateVerdict verdict = ask(() -> session.model().verdict().orElseThrow());
    assertTrue(verdict.fits(), verdict.text());
    assertEquals("The background fits.", verdict.text());
  }

  @Test
  void lastRequestWins() throws Exception {
    gated = true;
    open("walk", FRAMES);
    atGate.await();
    act(() -> session.goToFrame(3));
    act(() -> session.goToFrame(4));
    gate.countDown();
    awaitMatte(4);
    assertEquals(1, ask(() -> session.model().figures().knownCount()), "others were cut short");
  }

  @Test
  void asksForNothingWhileAnOptionIsWrong() throws Exception {
    open("walk", FRAMES);
    awaitMatte(0);
    StudioOptions wrong = StudioOptions.INITIAL.withAdvanced("treshold=0.9");
    act(() -> session.setOptions(wrong));
    assertTrue(ask(() -> session.model().mistake().orElse("")).contains("did you mean"));
    assertEquals(Optional.empty(), ask(() -> session.macro()));
    act(() -> session.run());
    assertInstanceOf(RunState.Idle.class, ask(() -> session.model().run()));
  }

  @Test
  void runsAsTheCopiedMacroDoes() throws Exception {
    open("walk", FRAMES);
    act(() -> session.setOptions(StudioOptions.INITIAL.with("scale", Optional.of("0.5"))));
    assertEquals(
        "run(\"Matte Stack...\", \"source=walk background=median scale=0.5 alpha foreground\");",
        ask(() -> session.macro().orElseThrow()));
    act(() -> session.run());
    awaitTrue(() -> session.model().history().size() == 1);
    assertEquals(
        List.of("walk-foreground", "walk-alpha"), shown.stream().map(ImagePlus::getTitle).toList());
    List<ImagePlus> macro =
        new StackMatting(EngineHolder::open, new RunLog(line -> {}))
            .run(
                MatteStackParameters.parse(
                    "source=walk background=median scale=0.5 alpha foreground"),
                new RunMonitor());
    for (int image = 0; image < macro.size(); image++) {
      for (int slice = 1; slice <= FRAMES; slice++) {
        Object expected = macro.get(image).getStack().getPixels(slice);
        Object made = shown.get(image).getStack().getPixels(slice);
        assertTrue(java.util.Objects.deepEquals(expected, made), "image " + image + ", " + slice);
      }
    }
    assertEquals(FRAMES, ask(() -> session.model().figures().knownCount()));
    assertEquals(FRAMES, ask(() -> session.model().history().get(0).frames()));
  }

  @Test
  void cancelledRunLeavesNothing() throws Exception {
    open("long walk", LONG);
    awaitMatte(0);
    act(() -> session.run());
    awaitTrue(
        () ->
            session.model().run() instanceof RunState.Running running
                && running.progress().filter(known -> known.what().equals("Matting")).isPresent());
    act(() -> session.cancel());
    awaitTrue(() -> session.model().history().size() == 1);
    assertInstanceOf(
        RunOutcome.Cancelled.class, ask(() -> session.model().history().get(0).outcome()));
    assertEquals(List.of(), shown);
    act(() -> session.chooseSource(Optional.empty()));
    assertEquals(0, ask(() -> session.model().frameCount()));
  }

  @Test
  void bringsBackTheOptionsOfARun() throws Exception {
    open("walk", FRAMES);
    StudioOptions chosen = StudioOptions.INITIAL.with("temporal", Optional.of("1"));
    act(() -> session.setOptions(chosen));
    act(() -> session.run());
    awaitTrue(() -> session.model().history().size() == 1);
    act(() -> session.setOptions(StudioOptions.INITIAL));
    act(
        () ->
            session.restore(
                session.model().history().get(0),
                java.util.Set.of("background", "alpha", "foreground", "temporal")));
    assertEquals(chosen, ask(() -> session.model().options()));
  }

  @Test
  void startsWithThePlateThatIsOpen() throws Exception {
    ImagePlus walk = WalkStack.of("walk", FRAMES);
    ImagePlus plate = WalkStack.ground("plate");
    plate.show();
    walk.show();
    act(() -> session.start(List.of(walk, plate)));
    awaitMatte(0);
    assertEquals("plate", ask(() -> session.model().options().value("background").orElseThrow()));
    awaitTrue(() -> session.model().verdict().isPresent());
    assertTrue(ask(() -> session.model().verdict().orElseThrow().fits()));
  }

  @Test
  void startsWithAnEstimateIfNothingElseIsLikely() throws Exception {
    ImagePlus walk = WalkStack.of("walk", FRAMES);
    ImagePlus other = new ImagePlus("other", new ij.process.ColorProcessor(20, 20));
    act(() -> session.start(List.of(walk, other)));
    assertEquals("median", ask(() -> session.model().options().value("background").orElseThrow()));
  }

  @Test
  void aSingleSliceNeedsAPlateAndSaysSo() throws Exception {
    open("still", 1);
    awaitTrue(() -> session.model().preview().failure().isPresent());
    String message = ask(() -> session.model().preview().failure().orElseThrow());
    assertTrue(message.contains("expected at least 3 for a median"), message);
  }

  private void open(String title, int frames) throws Exception {
    ImagePlus image = WalkStack.of(title, frames);
    image.show();
    act(() -> session.chooseSource(Optional.of(image)));
  }

  private MattedFrame awaitMatte(int frame) throws Exception {
    awaitTrue(
        () ->
            session
                .model()
                .preview()
                .matte()
                .filter(matte -> matte.source().index() == frame)
                .isPresent());
    return ask(() -> session.model().preview().matte().orElseThrow());
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

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static float[] alpha(MattedFrame matted) {
    FloatBuffer values = matted.layers().get(Layer.ALPHA_FLOAT).pixels().asFloatBuffer();
    float[] alpha = new float[values.limit()];
    values.get(alpha);
    return alpha;
  }
}
