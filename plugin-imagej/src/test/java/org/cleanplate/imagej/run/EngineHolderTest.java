package org.cleanplate.imagej.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.cleanplate.MattingException;
import org.cleanplate.engine.Device;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.imagej.parameters.ComputeChoice;
import org.cleanplate.imagej.parameters.MattingParameters;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineHolderTest {
  private static final String MODEL = MattingParameters.DEFAULT_MODEL;
  private static final ComputeChoice CPU = ComputeChoice.on(new Device.Cpu());
  private static final String DESCRIBED = MODEL + " (cpu)";

  @AfterEach
  void freeAll() {
    EngineHolder.keepIdleFor(EngineHolder.DEFAULT_IDLE_MINUTES);
    EngineHolder.release();
  }

  @Test
  void loadsTheBundledModelOnce() throws IOException {
    try (OpenedEngine first = EngineHolder.open(MODEL, CPU);
        OpenedEngine second = EngineHolder.open(MODEL, CPU)) {
      assertSame(first.engine(), second.engine());
      assertEquals(MODEL, first.engine().modelName());
      assertTrue(first.modelSha256().matches("[0-9a-f]{64}"), first.modelSha256());
    }
  }

  @Test
  void aReleaseLeavesTheEngineThatIsInUseAndSaysSo() throws IOException {
    MattingEngine engine;
    try (OpenedEngine used = EngineHolder.open(MODEL, CPU)) {
      engine = used.engine();
      EngineHolder.Released released = EngineHolder.release();
      assertTrue(released.inUse().contains(DESCRIBED), released.toString());
      assertTrue(open(engine), "it computes on");
    }
    assertEquals(List.of(DESCRIBED), EngineHolder.release().closed());
    assertThrows(IllegalStateException.class, () -> open(engine));
    try (OpenedEngine again = EngineHolder.open(MODEL, CPU)) {
      assertNotSame(engine, again.engine());
      assertTrue(open(again.engine()));
    }
  }

  @Test
  void closesAnEngineThatNobodyUsedForTheChosenTime() throws IOException {
    EngineHolder.keepIdleFor(0);
    MattingEngine engine;
    try (OpenedEngine used = EngineHolder.open(MODEL, CPU)) {
      engine = used.engine();
    }
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          while (isOpen(engine)) {
            Thread.sleep(10);
          }
        });
  }

  @Test
  void keepsAnEngineForTenMinutesByDefault() throws IOException {
    EngineHolder.open(MODEL, CPU).close();
    try (OpenedEngine used = EngineHolder.open(MODEL, CPU)) {
      EngineHolder.open(MODEL, CPU).close();
      assertTrue(open(used.engine()));
    }
    assertEquals(10, EngineHolder.idleMinutes());
  }

  @Test
  void offersTheBundledModelFirst() {
    assertEquals(MODEL, EngineHolder.modelNames().get(0));
  }

  @Test
  void namesTheModelsThatThereAre() {
    String message =
        assertThrows(MattingException.class, () -> EngineHolder.open("no-such", CPU)).getMessage();
    assertTrue(message.contains(MODEL), message);
  }

  private static boolean isOpen(MattingEngine engine) {
    try {
      return open(engine);
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private static boolean open(MattingEngine engine) {
    FrameFormat format = new FrameFormat(32, 32, PixelLayout.BGRA_8);
    return engine.open(format, MattingOptions.of(Layer.ALPHA_8)).format().equals(format);
  }
}
