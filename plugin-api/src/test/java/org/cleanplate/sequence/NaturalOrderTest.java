package org.cleanplate.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
  @Test
  void countsAsPeopleDo() {
    assertEquals(
        List.of(
            "a", "a1", "A2", "a10", "a10b2", "a10b10", "b", "b007", "b7", "b123456789012345678901"),
        List.of(
                "b7",
                "a10b10",
                "b",
                "a10",
                "b123456789012345678901",
                "b007",
                "a1",
                "a10b2",
                "A2",
                "a")
            .stream()
            .sorted(new NaturalOrder())
            .toList());
  }
}
