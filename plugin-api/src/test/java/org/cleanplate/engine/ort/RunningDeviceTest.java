package org.cleanplate.engine.ort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.cleanplate.MattingException;
import org.cleanplate.engine.Device;
import org.cleanplate.engine.PrecisionChoice;
import org.cleanplate.engine.ThreadLayout;
import org.cleanplate.network.graph.GraphForm;
import org.cleanplate.network.graph.Precision;
import org.cleanplate.network.graph.Refinement;
import org.junit.jupiter.api.Test;

/** What a wish comes to on machines that are made up. */
class RunningDeviceTest {

  @Test
  void aGpuThatWorksIsUsedInHalvesAndTheCpuInSingles() {
    assertEquals("CUDA:0, fp16", choose("auto", PrecisionChoice.AUTO, cuda(0)).describe());
    assertEquals("CUDA:2, fp32", choose("cuda:2", PrecisionChoice.FP32, cuda(2)).describe());
    assertEquals("CPU (4 threads)", choose("cpu", PrecisionChoice.AUTO, cuda(0)).describe());
    assertEquals("CPU (4 threads), fp16", choose("cpu", PrecisionChoice.FP16).describe());
  }

  @Test
  void tensorRtFallsBackToCudaAndThenToTheCpuSayingSo() {
    Provider tensorRt = new Provider.TensorRt(1);
    RunningDevice all = choose("tensorrt:1", PrecisionChoice.AUTO, tensorRt, cuda(1));
    assertEquals("TensorRT:1, fp16", all.describe());
    assertTrue(all.fallback().isEmpty());

    RunningDevice without = choose("tensorrt:1", PrecisionChoice.AUTO, cuda(1));
    assertEquals("CUDA:1, fp16", without.describe());
    assertEquals(
        "TensorRT:1 cannot be used: no TensorRT:1 here; the CUDA:1 computes instead",
        without.fallback().orElseThrow());

    RunningDevice neither = choose("tensorrt:1", PrecisionChoice.AUTO);
    assertEquals("CPU (4 threads)", neither.describe());
    String said = neither.fallback().orElseThrow();
    assertTrue(said.contains("no TensorRT:1 here") && said.contains("no CUDA:1 here"), said);
    assertTrue(said.endsWith("the CPU computes instead"), said);
  }

  @Test
  void aRequiredDeviceFailsAtTheFirstProblem() {
    for (String wanted : List.of("cuda:0 required", "tensorrt:0 required")) {
      MattingException e =
          assertThrows(
              MattingException.class,
              () ->
                  choose(
                      wanted,
                      PrecisionChoice.AUTO,
                      wanted.startsWith("tensorrt") ? cuda(0) : cuda(1)));
      assertTrue(e.getMessage().contains("cannot be used: no "), e.getMessage());
      assertTrue(e.getMessage().contains("device=auto"), e.getMessage());
    }
  }

  @Test
  void aGraphIsStaticOnAGpuAndInHalves() {
    Refinement sampling = new Refinement.Sampling(80_000);
    assertEquals(
        new GraphForm.Static(Precision.FP16, 5_000),
        choose("auto", PrecisionChoice.AUTO, cuda(0)).form(sampling));
    assertEquals(
        new GraphForm.Static(Precision.FP32, 0),
        choose("auto", PrecisionChoice.FP32, cuda(0)).form(new Refinement.Full()));
    assertEquals(
        new GraphForm.Static(Precision.FP16, 5_000),
        choose("cpu", PrecisionChoice.FP16).form(sampling));
    assertEquals(GraphForm.ADAPTIVE, choose("cpu", PrecisionChoice.AUTO).form(sampling));
  }

  @Test
  void aBatchOnAGpuTakesTheCoresForTheRestOfAFrameAndKeepsTheGpuBusy() {
    RunningDevice gpu = choose("auto", PrecisionChoice.AUTO, cuda(0));
    assertEquals(new ThreadLayout(4, 1), gpu.batchLayout(100));
    assertEquals(2, gpu.batchLayout(2).frameWorkers());
    RunningDevice twoCores =
        RunningDevice.choose(
            new Device.Auto(), PrecisionChoice.AUTO, 2, provider -> Optional.empty());
    assertEquals(new ThreadLayout(3, 1), twoCores.batchLayout(100));
  }

  private static Provider cuda(int index) {
    return new Provider.Cuda(index);
  }

  private static RunningDevice choose(
      String wanted, PrecisionChoice precision, Provider... working) {
    return RunningDevice.choose(
        Device.parse(wanted),
        precision,
        4,
        provider ->
            List.of(working).contains(provider)
                ? Optional.empty()
                : Optional.of("no " + provider.describe() + " here"));
  }
}
