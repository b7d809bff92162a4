package org.cleanplate.samples.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartUpTest {

  @Test
  void aJvmOfItsOwnTakesEveryStepAndUnpacksTheRuntimeIntoItsFolder(@TempDir Path cache)
      throws IOException {
    String line = ChildProcess.lastLineOf(StartUpStep.class, cache.toString());
    double[] millis = Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
    assertEquals(2 * StartUpStep.values().length, millis.length);
    assertTrue(millis[StartUpStep.FIRST_FRAME.ordinal()] > 1, line);
    try (Stream<Path> unpacked = Files.walk(cache)) {
      assertTrue(unpacked.anyMatch(file -> file.toString().contains("onnxruntime4j_jni")));
    }
  }
}
