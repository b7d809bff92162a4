package org.cleanplate.fiji.studio.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrappedTextTest {

  @Test
  void breaksBetweenWordsAndLeavesLongOnesWhole() {
    assertEquals(
        List.of("give a", "picture of", "thesceneitself", "now"),
        WrappedText.lines("give a picture of  thesceneitself now", String::length, 10));
  }
}
