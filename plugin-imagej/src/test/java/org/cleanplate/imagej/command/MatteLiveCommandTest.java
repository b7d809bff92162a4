package org.cleanplate.imagej.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.PlugIn;
import ij.process.ColorProcessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.parameters.MatteLiveParameters;
import org.cleanplate.imagej.run.DifferenceEngine;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.video.LiveInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures that FFmpeg computes in real time stand in for a camera. */
class MatteLiveCommandTest {
  private static final String CAMERA = "input=[testsrc=size=64x48:rate=40] format=lavfi ";

  /** Black, with a white square from half a second on. */
  private static final String APPEARING =
      "input=[color=black:size=64x48:rate=40,drawbox=x=20:y=8:w=8:h=8:color=white:t=fill"
          + ":enable=gt(t\\,0.5)] format=lavfi ";

  @TempDir private Path folder;

  private final DifferenceEngine engine = new DifferenceEngine();
  private final PlugIn command =
      arg ->
          Launcher.launch(
              MatteLiveParameters.COMMAND,
              () -> MatteLiveCommand.command((model, device) -> engine.opened()));
  private final MacroRunner macro = new MacroRunner();

  @AfterEach
  void closeImages() {
    macro.close();
  }

  @Test
  void grabsTheBackgroundMattesAndRecords() {
    assertTrue(run(APPEARING + "grab=4 seconds=1.2 preset=ffv1 alpha composite"), macro.log());
    assertTrue(macro.log().contains("background: grabbed from the camera"), macro.log());
    assertTrue(macro.log().matches("(?s).*Matted \\d+ frames live: .* fps, .* ms, .*"));
    ImagePlus alpha = open("live-alpha.mkv");
    assertTrue(alpha.getNFrames() > 15, alpha.getNFrames() + " frames");
    assertEquals(0, alpha.getStack().getProcessor(1).getStats().mean);
    double covered = 255 * 64.0 / (64 * 48);
    assertEquals(covered, alpha.getStack().getProcessor(alpha.getNFrames()).getStats().mean, 1);
    assertEquals(alpha.getNFrames(), open("live-composite.mkv").getNFrames());
  }

  @Test
  void takesAnImageAsBackgroundAndStopsAfterSoManyFrames() {
    macro.open(new ImagePlus("empty stage", new ColorProcessor(64, 48)));
    assertTrue(run(CAMERA + "background=[empty stage] frames=5 alpha preset=ffv1"), macro.log());
    assertEquals(5, open("live-alpha.mkv").getNFrames());
    assertEquals(5, engine.frames.get());
  }

  @Test
  void drawsDetailFromTheBackgroundUnlessTheNetworkIsAskedTo() {
    assertTrue(run(CAMERA + "grab=1 frames=1 composite preset=ffv1 detail=network"), macro.log());
    Set<Layer> alone = engine.options.layers();
    assertTrue(run(CAMERA + "grab=1 frames=1 composite preset=ffv1"), macro.log());
    Set<Layer> forDetail = engine.options.layers();
    assertEquals(Set.of(Layer.COMPOSITE_8), alone);
    assertEquals(
        Set.of(Layer.COMPOSITE_8, Layer.ALPHA_8), forDetail, "detail begins with an alpha");
  }

  @Test
  void neverReplacesARecording() {
    assertTrue(run(CAMERA + "grab=1 frames=2 alpha preset=ffv1"), macro.log());
    assertTrue(run(CAMERA + "grab=1 frames=3 alpha preset=ffv1"), macro.log());
    assertEquals(2, open("live-alpha.mkv").getNFrames());
    assertEquals(3, open("live-2-alpha.mkv").getNFrames());
  }

  @Test
  void recordsNothingUnlessAsked() {
    assertTrue(macro.run(command, CAMERA + "grab=1 frames=3"), macro.log());
    assertEquals(3, engine.frames.get());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "grab=2 | \"frames\" is missing",
        "frames=2 background=[no such image] | neither an open image nor a file",
        "frames=2 background=x grab=3 | no effect with background=",
        "frames=2 preset=mov | no effect without output=",
        "frames=2 cutout output=[DIR/out] | holds no alpha",
        "frames=2 vew=alpha | did you mean \"view\"",
      })
  void endsTheMacroAndLeavesNothing(String options, String reason) {
    assertFalse(macro.run(command, CAMERA + options.replace("DIR", folder.toString())));
    assertTrue(macro.log().contains(reason), macro.log());
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "frames=9",
        "input=[video=My Camera] format=dshow size=1280x720 fps=30 seconds=2.5 view=alpha",
        "input=rtsp://host/a background=[b c] output=o preset=vp9 quality=50 frames=3 cutout",
      })
  void readsBackTheRunsThatItRecords(String options) {
    MatteLiveParameters run = MatteLiveParameters.parse(options);
    assertEquals(run, MatteLiveParameters.parse(run.toMacro()));
  }

  @Test
  void theDefaultIsTheFirstCameraOfTheSystem() {
    assertEquals(
        LiveInput.of(LiveInput.cameraName()), MatteLiveParameters.parse("frames=1").input());
    assertThrows(MattingException.class, () -> MatteLiveParameters.parse(""));
  }

  private boolean run(String options) {
    return macro.run(command, options + " output=[" + folder.resolve("out") + "]");
  }

  private ImagePlus open(String name) {
    Path file = folder.resolve("out").resolve(name);
    assertTrue(macro.run(new OpenVideoCommand(), "video=[" + file + "]"), macro.log());
    return WindowManager.getCurrentImage();
  }
}
