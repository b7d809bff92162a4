package org.cleanplate.samples.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnxruntime.OrtException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameBenchmarkTest {

  @TempDir Path folder;

  @Test
  void printsAFigureForEachContestantAndThatTheyAgree() throws IOException, OrtException {
    Path golden = Path.of(System.getProperty("cleanplate.golden"));
    Path media = Path.of(System.getProperty("cleanplate.media"));
    assumeTrue(Files.isDirectory(golden), "not run: the reference tensors are not at " + golden);
    assumeTrue(Files.isDirectory(media), "not run: the real footage is not at " + media);
    Path csv = folder.resolve("frames.csv");
    BenchmarkOptions options =
        BenchmarkOptions.parse(
            "--quick",
            "--models",
            "mobilenetv2",
            "--sizes",
            "512x288",
            "--rounds",
            "1",
            "--golden",
            golden.toString(),
            "--media",
            media.toString(),
            "--csv",
            csv.toString());
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    new FrameBenchmark(options, new PrintStream(printed, true, StandardCharsets.UTF_8)).run();

    List<String> lines = Files.readAllLines(csv);
    List<String> row = List.of(lines.get(2).split(","));
    assertEquals(FrameResult.CSV_HEAD.size(), row.size(), lines.get(2));
    int differing = FrameResult.CSV_HEAD.indexOf("alpha_differing_percent");
    assertTrue(Double.parseDouble(row.get(differing)) < 1, "alpha differs: " + lines.get(2));
    for (String figure : FrameResult.CSV_HEAD.subList(4, row.size())) {
      if (!figure.equals("alpha_differing_percent")) {
        String value = row.get(FrameResult.CSV_HEAD.indexOf(figure));
        assertTrue(Double.parseDouble(value) > 0, figure + " is " + value);
      }
    }
    assertTrue(printed.toString(StandardCharsets.UTF_8).contains("| MobileNetV2 | 512x288"));
  }
}
