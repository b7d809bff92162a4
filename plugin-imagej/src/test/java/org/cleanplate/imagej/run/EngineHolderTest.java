package org.cleanplate.imagej.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.cleanplate.MattingException;
import org.cleanplate.engine.Device;
import org.cleanplate.imagej.parameters.MattingParameters;
import org.junit.jupiter.api.Test;

class EngineHolderTest {

  @Test
  void loadsTheBundledModelOnce() throws IOException {
    OpenedEngine first = EngineHolder.open(MattingParameters.DEFAULT_MODEL, new Device.Cpu());
    OpenedEngine second = EngineHolder.open(MattingParameters.DEFAULT_MODEL, new Device.Cpu());
    assertSame(first.engine(), second.engine());
    assertEquals(MattingParameters.DEFAULT_MODEL, first.engine().modelName());
    assertTrue(first.modelSha256().matches("[0-9a-f]{64}"), first.modelSha256());
  }

  @Test
  void offersTheBundledModelFirst() {
    assertEquals(MattingParameters.DEFAULT_MODEL, EngineHolder.modelNames().get(0));
  }

  @Test
  void namesTheModelsThatThereAre() {
    String message =
        assertThrows(MattingException.class, () -> EngineHolder.open("no-such", new Device.Cpu()))
            .getMessage();
    assertTrue(message.contains(MattingParameters.DEFAULT_MODEL), message);
  }
}
