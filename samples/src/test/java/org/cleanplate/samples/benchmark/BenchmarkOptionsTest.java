package org.cleanplate.samples.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.cleanplate.MattingException;
import org.junit.jupiter.api.Test;

class BenchmarkOptionsTest {

  @Test
  void readsSizesRoundsAndFolders() {
    BenchmarkOptions options =
        BenchmarkOptions.parse(
            "--quick", "--sizes", "640x480,64x32", "--rounds", "5", "--golden", "g");
    assertEquals(
        List.of(new BenchmarkOptions.Size(640, 480), new BenchmarkOptions.Size(64, 32)),
        options.sizes());
    assertEquals(5, options.rounds());
    assertEquals(Path.of("g"), options.golden());
  }

  @Test
  void namesWhatItDoesNotUnderstand() {
    assertTrue(messageOf("--fast").contains("--fast"));
    assertTrue(messageOf("--sizes", "640").contains("640"));
    assertTrue(messageOf("--rounds", "0").contains("--rounds"));
    assertTrue(messageOf("--media").contains("--media"));
  }

  private static String messageOf(String... arguments) {
    return assertThrows(MattingException.class, () -> BenchmarkOptions.parse(arguments))
        .getMessage();
  }
}
