package org.cleanplate.imagej.run;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.cleanplate.MattingException;
import org.junit.jupiter.api.Test;

class MemoryCheckTest {
  private static final long GIGABYTE = 1L << 30;

  @Test
  void acceptsWhatFits() {
    assertDoesNotThrow(() -> new MemoryCheck(GIGABYTE, 9 * GIGABYTE).requireFits(2 * GIGABYTE));
  }

  @Test
  void refusesWhatDoesNotFitAndSaysWhatToDo() {
    MemoryCheck check = new MemoryCheck(3 * GIGABYTE, 0);
    String message =
        assertThrows(MattingException.class, () -> check.requireFits(2 * GIGABYTE)).getMessage();
    assertTrue(message.contains("need 3,072 MB"), message);
    assertTrue(message.contains("only 2,048 MB"), message);
    assertTrue(message.contains("save="), message);
    assertTrue(message.contains("slice by slice"), message);
  }

  @Test
  void refusesMoreThanThisMachineHas() {
    assertThrows(MattingException.class, () -> new MemoryCheck(Long.MAX_VALUE, 0).requireFits());
  }
}
