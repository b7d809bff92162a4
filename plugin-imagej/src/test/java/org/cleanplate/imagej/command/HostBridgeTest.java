package org.cleanplate.imagej.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.process.ByteProcessor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.cleanplate.MattingException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HostBridgeTest {
  private final MacroRunner macro = new MacroRunner();
  private final List<Double> fractions = new ArrayList<>();
  private final Map<String, String> keys = new HashMap<>();
  private BooleanSupplier cancelled = () -> false;

  @BeforeEach
  void openStack() {
    ImageStack stack = new ImageStack(64, 48);
    for (int level : new int[] {10, 20, 200}) {
      ByteProcessor slice = new ByteProcessor(64, 48);
      slice.set(level);
      stack.addSlice(slice);
    }
    macro.open(new ImagePlus("levels", stack));
  }

  @AfterEach
  void closeImages() {
    macro.close();
  }

  @Test
  void runsACommandAndTellsItsProgress() {
    keys.put("background", "slice 1");
    call("Matte Stack", "source=levels device=cpu alpha alpha_depth=8");
    ImagePlus alpha = WindowManager.getImage("levels-alpha");
    assertEquals(3, alpha.getStackSize());
    assertEquals(8, alpha.getBitDepth());
    assertTrue(fractions.size() >= 3, fractions.toString());
    assertEquals(fractions.stream().sorted().toList(), fractions);
    assertEquals(1.0, fractions.get(fractions.size() - 1));
  }

  @Test
  void takesTheNameWithTheDotsOfTheMenuToo() {
    call("Estimate Background...", "source=levels");
    assertEquals(20, WindowManager.getImage("levels-background").getProcessor().get(5, 7));
  }

  @Test
  void givesWhatTheCommandTells() {
    assertTrue(call("GPU Check", "").get("report").toString().contains("Mattes are computed on"));
    Object verdict =
        call("Check Background", "source=levels background=[slice 1] frame=2").get("verdict");
    assertTrue(macro.log().contains(verdict.toString()), macro.log());
  }

  @Test
  void cancelsWhenTheCallerWantsIt() {
    cancelled = () -> true;
    assertThrows(
        CancellationException.class,
        () -> call("Matte Stack", "source=levels background=median device=cpu alpha"));
    assertEquals(null, WindowManager.getImage("levels-alpha"));
  }

  @Test
  void tellsMistakesAsTheCommandWould() {
    assertMistake("Matte Stak", "", "did you mean Matte Stack...");
    assertMistake("Matte Stack", "treshold=1", "threshold");
    assertMistake("Matte Video", "video=[no such.mp4] background=median output=x", "no such.mp4");
  }

  private void assertMistake(String command, String options, String reason) {
    MattingException e = assertThrows(MattingException.class, () -> call(command, options));
    assertTrue(e.getMessage().contains(reason), e.getMessage());
  }

  private Map<String, Object> call(String command, String options) {
    BiConsumer<String, Double> progress = (text, fraction) -> fractions.add(fraction);
    return new HostBridge()
        .apply(
            Map.of(
                HostBridge.COMMAND, command,
                HostBridge.KEYS, keys,
                HostBridge.OPTIONS, options,
                HostBridge.PROGRESS, progress,
                HostBridge.CANCELLED, cancelled));
  }
}
