package org.cleanplate.imagej.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.cleanplate.imagej.parameters.MattingParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a macro says of floats reaches the engine, and its words for logs and results. */
class PrecisionTest {

  @AfterEach
  void release() {
    EngineHolder.release();
  }

  @Test
  void theEngineComputesInTheFloatsOfTheMacro() throws IOException {
    assertTrue(device("device=cpu").matches("CPU \\(\\d+ threads?\\)"), device("device=cpu"));
    assertTrue(device("device=cpu precision=fp16").endsWith(", fp16"));
    assertEquals(device("device=cpu"), device("device=cpu precision=fp32"));
  }

  @Test
  void anUnknownPrecisionIsRefusedWithTheKnownOnes() {
    MattingException e = assertThrows(MattingException.class, () -> device("precision=int8"));
    assertTrue(e.getMessage().contains("int8"), e.getMessage());
    assertTrue(e.getMessage().contains("fp32"), e.getMessage());
  }

  private static String device(String keys) throws IOException {
    MattingParameters matting = MatteStackParameters.parse("background=median " + keys).matting();
    try (OpenedEngine opened = EngineHolder.open(matting.model(), matting.compute())) {
      return opened.engine().device();
    }
  }
}
