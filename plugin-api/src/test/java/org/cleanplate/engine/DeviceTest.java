package org.cleanplate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.cleanplate.MattingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTest {

  @ParameterizedTest
  @CsvSource({
    "auto, auto",
    "CPU, cpu",
    "cuda, cuda:0",
    "cuda:3, cuda:3",
    "cuda required, cuda:0 required",
    "tensorrt, tensorrt:0",
    "TensorRT:1  required, tensorrt:1 required"
  })
  void isReadAsItIsWritten(String text, String written) {
    assertEquals(written, Device.parse(text).toText());
    assertEquals(Device.parse(text), Device.parse(written));
  }

  @Test
  void anUnknownWordIsRefusedWithTheKnownOnes() {
    MattingException e = assertThrows(MattingException.class, () -> Device.parse("tensor:0"));
    assertTrue(e.getMessage().contains("\"tensor:0\""), e.getMessage());
    assertTrue(e.getMessage().contains("auto, cpu, cuda, cuda:N, tensorrt"), e.getMessage());
  }
}
