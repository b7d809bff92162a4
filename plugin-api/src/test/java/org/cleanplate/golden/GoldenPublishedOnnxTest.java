package org.cleanplate.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.cleanplate.MattingException;
import org.cleanplate.engine.Device;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.PrecisionChoice;
import org.cleanplate.engine.ort.OrtEngine;
import org.cleanplate.network.catalog.MattingModel;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.network.graph.Refinement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The file that the authors publish and the graph built here from the same weights agree. Which
 * blocks the published one refined is not told, so a block counts as chosen otherwise if its pixels
 * differ.
 */
class GoldenPublishedOnnxTest {
  private static final String PUBLISHED = "onnx/mbv2_refine_s025_p80k_roi_scelem.onnx";
  private static final double EXPORTED_SCALE = 0.25;
  private static final Refinement EXPORTED_REFINEMENT = new Refinement.Sampling(80_000);
  private static final Set<Layer> COMPARED = EnumSet.of(Layer.ALPHA_FLOAT, Layer.FOREGROUND_FLOAT);

  @ParameterizedTest
  @ValueSource(strings = {"p512x288", "p1004x756"})
  void givesTheSameAsTheGraphBuiltHere(String inputName) throws IOException {
    GoldenFolder folder = GoldenFolder.fromSystemProperties();
    GoldenInput input = GoldenInput.read(folder, inputName);
    Path file = folder.find(PUBLISHED);
    GoldenRun published =
        run(new MattingModel.PublishedOnnx("published", "", file), input, COMPARED);
    Set<Layer> withSelection = EnumSet.of(Layer.ERROR_MAP, Layer.REFINED_REGIONS);
    withSelection.addAll(COMPARED);
    GoldenRun ours = run(new GoldenWeights(folder).model("mobilenetv2", 3), input, withSelection);

    Planes selected = ours.layer(Layer.REFINED_REGIONS);
    BlockSelection blocks =
        new BlockSelection(selected, presumedSelection(selected, ours, published));
    blocks.assertDiffersOnlyOnTheVerge(EXPORTED_REFINEMENT, ours.layer(Layer.ERROR_MAP));
    for (Layer layer : COMPARED) {
      Deviation deviation =
          Deviation.between(
              layer.name(), ours.layer(layer), published.layer(layer), blocks::agreesAt);
      deviation.assertMaxAtMost(Tolerance.REFINED_MAX);
      deviation.assertMeanAtMost(Tolerance.REFINED_MEAN);
    }
  }

  /** The file is gone when the second size comes. */
  @Test
  void oneOpenedFileServesEverySize(@TempDir Path temporary) throws IOException {
    GoldenFolder folder = GoldenFolder.fromSystemProperties();
    Path original = folder.find(PUBLISHED);
    Path copy = Files.copy(original, temporary.resolve("published.onnx"));
    GoldenInput first = GoldenInput.read(folder, "p512x288");
    GoldenInput second = GoldenInput.read(folder, "p1004x756");
    GoldenRun alone =
        run(new MattingModel.PublishedOnnx("published", "", original), second, COMPARED);
    MattingModel model = new MattingModel.PublishedOnnx("published", "", copy);
    try (MattingEngine engine = OrtEngine.open(model, new Device.Cpu())) {
      run(engine, first, Set.of(Layer.ALPHA_FLOAT));
      Files.delete(copy);
      Planes alpha = run(engine, second, COMPARED).layer(Layer.ALPHA_FLOAT);
      assertArrayEquals(alone.layer(Layer.ALPHA_FLOAT).values(), alpha.values(), 1e-6f);
    }
  }

  @Test
  void refusesToComputeAFileOf32BitsIn16() {
    Path file = GoldenFolder.fromSystemProperties().find(PUBLISHED);
    MattingModel model = new MattingModel.PublishedOnnx("published", "", file);
    MattingException e =
        assertThrows(
            MattingException.class,
            () -> OrtEngine.open(model, new Device.Cpu(), PrecisionChoice.FP16));
    assertTrue(e.getMessage().contains("expected precision=auto or fp32"), e.getMessage());
  }

  private static GoldenRun run(MattingModel model, GoldenInput input, Set<Layer> layers) {
    try (MattingEngine engine = OrtEngine.open(model, new Device.Cpu())) {
      return run(engine, input, layers);
    }
  }

  private static GoldenRun run(MattingEngine engine, GoldenInput input, Set<Layer> layers) {
    MattingOptions options = GoldenRun.options(EXPORTED_SCALE, EXPORTED_REFINEMENT, layers);
    return GoldenRun.compute(engine, input, PixelLayout.RGB_FLOAT, options);
  }

  /** Our selection, turned to its opposite in each block whose pixels differ. */
  private static Planes presumedSelection(Planes selected, GoldenRun ours, GoldenRun published) {
    float[] presumed = selected.values().clone();
    for (Layer layer : COMPARED) {
      Planes found = ours.layer(layer);
      Planes expected = published.layer(layer);
      for (int i = 0; i < presumed.length; i++) {
        if (differs(found, expected, i % selected.width() * 4, i / selected.width() * 4)) {
          presumed[i] = selected.values()[i] == 0 ? 1 : 0;
        }
      }
    }
    return new Planes(1, selected.height(), selected.width(), presumed);
  }

  private static boolean differs(Planes found, Planes expected, int left, int top) {
    for (int c = 0; c < found.channels(); c++) {
      for (int y = top; y < Math.min(top + 4, found.height()); y++) {
        for (int x = left; x < Math.min(left + 4, found.width()); x++) {
          double difference = Math.abs((double) found.at(c, y, x) - expected.at(c, y, x));
          if (!(difference <= Tolerance.REFINED_MAX)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
