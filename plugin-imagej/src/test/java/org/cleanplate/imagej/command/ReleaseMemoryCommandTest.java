package org.cleanplate.imagej.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.cleanplate.engine.Device;
import org.cleanplate.imagej.parameters.ComputeChoice;
import org.cleanplate.imagej.parameters.MattingParameters;
import org.cleanplate.imagej.parameters.ReleaseMemoryParameters;
import org.cleanplate.imagej.run.EngineHolder;
import org.cleanplate.imagej.run.OpenedEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReleaseMemoryCommandTest {
  private final MacroRunner macro = new MacroRunner();

  @AfterEach
  void freeAll() {
    EngineHolder.keepIdleFor(EngineHolder.DEFAULT_IDLE_MINUTES);
    EngineHolder.release();
    macro.close();
  }

  @Test
  void freesWhatNobodyUsesAndNamesWhatIsInUse() throws IOException {
    EngineHolder.release();
    try (OpenedEngine used =
        EngineHolder.open(MattingParameters.DEFAULT_MODEL, ComputeChoice.on(new Device.Cpu()))) {
      assertTrue(macro.run(new ReleaseMemoryCommand(), ""), macro.log());
      assertTrue(macro.log().contains("No model was open that nobody uses"), macro.log());
      assertTrue(macro.log().contains("Still in use, and freed later: cleanplate-slim (cpu)"));
      assertEquals("cleanplate-slim", used.engine().modelName());
    }
    assertTrue(macro.run(new ReleaseMemoryCommand(), ""), macro.log());
    assertTrue(macro.log().contains("Memory freed of cleanplate-slim (cpu)"), macro.log());
  }

  @Test
  void keepsTheChosenNumberOfMinutes() {
    assertTrue(macro.run(new ReleaseMemoryCommand(), "engine_idle=3"), macro.log());
    assertEquals(3, EngineHolder.idleMinutes());
    assertTrue(macro.log().contains("freed after 3 minutes"), macro.log());
    assertTrue(macro.run(new ReleaseMemoryCommand(), ""), macro.log());
    assertEquals(3, EngineHolder.idleMinutes());
    String line = "engine_idle=3";
    assertEquals(line, ReleaseMemoryParameters.parse(line).toMacro());
  }

  @Test
  void refusesMinutesThatAreNone() {
    assertFalse(macro.run(new ReleaseMemoryCommand(), "engine_idle=-1"));
    assertFalse(macro.run(new ReleaseMemoryCommand(), "engine_idle=soon"));
    assertFalse(macro.run(new ReleaseMemoryCommand(), "engine_idle=999999"));
    assertTrue(macro.log().contains("expected a whole number from 0 to 10080"), macro.log());
  }
}
