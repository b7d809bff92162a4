package org.cleanplate.samples.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameBenchmarkTest {

  @Test
  void printsAFigureForEachContestantAndThatTheyAgree() throws IOException {
    Path golden = Path.of(System.getProperty("cleanplate.golden"));
    Path media = Path.of(System.getProperty("cleanplate.media"));
    assumeTrue(Files.isDirectory(golden), "not run: the reference tensors are not at " + golden);
    assumeTrue(Files.isDirectory(media), "not run: the real footage is not at " + media);
    BenchmarkOptions options =
        new BenchmarkOptions(golden, media, List.of(new BenchmarkOptions.Size(512, 288)), 1, 1);
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    new FrameBenchmark(options, new PrintStream(printed, true, StandardCharsets.UTF_8)).run();

    String row =
        printed
            .toString(StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.startsWith("512x288,"))
            .findFirst()
            .orElseThrow();
    String[] fields = row.split(",");
    assertEquals(DuelResult.CSV_HEAD.split(",").length, fields.length, row);
    assertTrue(Double.parseDouble(fields[fields.length - 1]) < 1, "alpha differs: " + row);
  }
}
