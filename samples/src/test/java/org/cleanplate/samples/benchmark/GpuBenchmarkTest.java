package org.cleanplate.samples.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnxruntime.OrtException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.cleanplate.engine.Device;
import org.cleanplate.engine.PrecisionChoice;
import org.cleanplate.engine.ort.OrtCuda;
import org.cleanplate.network.catalog.MattingModel;
import org.cleanplate.network.graph.Precision;
import org.junit.jupiter.api.Test;

/** What the benchmark is made of, on the CPU; the whole of it where there is a GPU. */
class GpuBenchmarkTest {
  private static final Device CPU = new Device.Cpu();
  private static final FrameCase SMALL =
      new FrameCase(BenchmarkModel.BUNDLED, new BenchmarkOptions.Size(128, 96), 0.25, 1_600);

  private final MattingModel.Network model = BenchmarkModel.BUNDLED.load(Path.of("."));

  @Test
  void withoutAGpuItSaysThatItWasNotRun() throws IOException, OrtException {
    assumeTrue(new OrtCuda().tryOut().problem().isPresent(), "There is a GPU");
    String said = output("--quick");
    assertTrue(said.startsWith("not run: no device ("), said);
  }

  @Test
  void onAGpuItMeasures() throws IOException, OrtException {
    assumeTrue(new OrtCuda().tryOut().problem().isEmpty(), "not run: no device");
    String said = output("--quick", "--models", "bundled", "--sizes", "512x288");
    assertTrue(said.contains("CUDA:0, fp16") && said.contains("in the graph, frames/s"), said);
  }

  private static String output(String... arguments) throws IOException, OrtException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      new GpuBenchmark(BenchmarkOptions.parse(arguments), out).run();
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theGraphsForPeaksComputeInBothPrecisions() throws OrtException {
    for (Precision precision : Precision.values()) {
      DevicePeak peak = DevicePeak.of(CPU, precision, 128, 256, 2);
      assertTrue(peak.teraflops() > 0 && peak.teraflops() < 100, peak.toString());
      assertTrue(peak.gigabytes() > 0 && peak.gigabytes() < 10_000, peak.toString());
    }
  }

  @Test
  void floorsAreWorkOverSpeed() {
    DevicePeak peak = new DevicePeak(500, 2_000);
    assertEquals(0.04, peak.arithmeticMillis(10e9), 1e-9);
    assertEquals(0.5, peak.memoryMillis(1e9), 1e-9);
  }

  @Test
  void callsAreTimedWithAndWithoutTheGraph() throws OrtException {
    GpuFrame measured =
        GpuFrame.measure(
            CPU, Map.of(), model, GpuFrame.options(SMALL, Precision.FP32), pictures(), 3);
    assertTrue(measured.callMillis() > measured.movingMillis(), measured.toString());
    assertEquals(measured.callMillis() - measured.movingMillis(), measured.graphMillis(), 1e-9);
  }

  @Test
  void aResultTellsTheMatteApartFromTheCpus() throws OrtException {
    GpuThroughput exact =
        GpuThroughput.measure(CPU, PrecisionChoice.FP32, model, SMALL, pictures(), 3);
    GpuThroughput halves =
        GpuThroughput.measure(CPU, PrecisionChoice.FP16, model, SMALL, pictures(), 3);
    assertEquals(0, exact.percentOff(exact));
    assertTrue(halves.percentOff(exact) < 2, halves.percentOff(exact) + " %");
    assertTrue(halves.device().endsWith("fp16"), halves.device());
    GpuResult result =
        new GpuResult(
            SMALL,
            new GpuFrame(500, 5, 1),
            halves,
            1.25,
            new DevicePeak(500, 2_000),
            model.architecture());
    assertEquals(GpuResult.HEAD.size(), result.toRow().size());
    assertEquals("250", result.toRow().get(GpuResult.HEAD.indexOf("in the graph, frames/s")));
  }

  /** A disc on a striped wall, and the wall. */
  private static PicturePair pictures() {
    BufferedImage wall = new BufferedImage(128, 96, BufferedImage.TYPE_INT_RGB);
    BufferedImage scene = new BufferedImage(128, 96, BufferedImage.TYPE_INT_RGB);
    for (BufferedImage image : new BufferedImage[] {wall, scene}) {
      Graphics2D graphics = image.createGraphics();
      for (int x = 0; x < 128; x++) {
        graphics.setColor(new Color(90 + x % 16, 120, 160 - x / 2));
        graphics.drawLine(x, 0, x, 96);
      }
      if (image == scene) {
        graphics.setColor(Color.ORANGE);
        graphics.fillOval(40, 20, 50, 60);
      }
      graphics.dispose();
    }
    return new PicturePair(scene, wall);
  }
}
