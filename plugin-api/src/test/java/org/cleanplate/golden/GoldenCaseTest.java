package org.cleanplate.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.cleanplate.network.graph.Refinement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenCaseTest {

  @Test
  void readsSamplingWithItsPixelsScaleAndKernel() {
    Path file = Path.of("outputs/resnet50/p1004x756__sampling80000_s0.125_k3.npz");
    assertEquals(
        Optional.of(
            new GoldenCase(
                file, "resnet50", "p1004x756", new Refinement.Sampling(80_000), 0.125, 3)),
        GoldenCase.parse(file));
  }

  @Test
  void readsTheOversamplingSwitch() {
    Path file = Path.of("mobilenetv2/p256x256__sampling65536_s0.25_k1_noprevent.npz");
    GoldenCase golden = GoldenCase.parse(file).orElseThrow();
    assertEquals(new Refinement.Sampling(65_536, false), golden.refinement());
    assertEquals(1, golden.refinerKernel());
  }

  @Test
  void readsThresholdsAndTheWholeImage() {
    assertEquals(
        new Refinement.Thresholding(0.7),
        GoldenCase.parse(Path.of("resnet101/p640x640__thresholding_t0.7_s0.25_k3.npz"))
            .orElseThrow()
            .refinement());
    assertEquals(
        new Refinement.Full(),
        GoldenCase.parse(Path.of("resnet101/p640x640__full_s0.5_k3.npz"))
            .orElseThrow()
            .refinement());
  }

  @Test
  void readsTheBaseNetworkAlone() {
    GoldenCase golden =
        GoldenCase.parse(Path.of("mobilenetv2_proc/p251x187__base.npz")).orElseThrow();
    assertTrue(golden.isBase());
    assertEquals(1, golden.backboneScale());
    assertEquals("mobilenetv2_proc/p251x187__base", golden.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "p256x256__full_s0.25_k3_noprevent.npz",
        "p256x256__sampling_s0.25_k3.npz",
        "p256x256__everything_s0.25_k3.npz",
        "p256x256__full_s0.25_k5.npz",
        "p256x256__full_s0.25_k3_half.npz",
        "p256x256_intermediates.npz"
      })
  void knowsNoOtherNames(String name) {
    assertEquals(Optional.empty(), GoldenCase.parse(Path.of("mobilenetv2", name)));
  }
}
