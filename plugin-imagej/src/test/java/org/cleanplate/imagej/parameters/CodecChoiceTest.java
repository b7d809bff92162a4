package org.cleanplate.imagej.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import org.cleanplate.video.DecodingDevice;
import org.cleanplate.video.EncoderChoice;
import org.junit.jupiter.api.Test;

class CodecChoiceTest {
  private static final OptionalInt CPU = OptionalInt.empty();
  private static final OptionalInt GPU = OptionalInt.of(1);

  @Test
  void automaticIsTheGpuThatComputesTheMattesIfItCan() {
    assertEquals(new DecodingDevice.Nvidia(1, false), CodecChoice.AUTO.decoding(GPU));
    assertEquals(new DecodingDevice.Processor(), CodecChoice.AUTO.decoding(CPU));
    assertEquals(EncoderChoice.HARDWARE_FIRST, CodecChoice.AUTO.encoding(GPU));
    assertEquals(EncoderChoice.BEST, CodecChoice.AUTO.encoding(CPU));
  }

  @Test
  void softwareAndHardwareAreMeantWhateverComputesTheMattes() {
    assertEquals(new DecodingDevice.Processor(), CodecChoice.SOFTWARE.decoding(GPU));
    assertEquals(new DecodingDevice.Nvidia(0, true), CodecChoice.HARDWARE.decoding(CPU));
    assertEquals(new DecodingDevice.Nvidia(1, true), CodecChoice.HARDWARE.decoding(GPU));
    assertEquals(EncoderChoice.SOFTWARE, CodecChoice.SOFTWARE.encoding(GPU));
    assertEquals(EncoderChoice.HARDWARE, CodecChoice.HARDWARE.encoding(CPU));
  }
}
