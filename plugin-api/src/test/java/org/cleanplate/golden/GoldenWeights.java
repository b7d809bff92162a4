package org.cleanplate.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cleanplate.network.Architecture;
import org.cleanplate.network.Backbone;
import org.cleanplate.network.catalog.MattingModel;
import org.cleanplate.network.weights.CheckpointReader;
import org.cleanplate.network.weights.FloatTensor;
import org.cleanplate.network.weights.PartialTorchFile;
import org.cleanplate.network.weights.Weights;

/**
 * The networks of the references, by the names of their folders: {@code weights/<name>.pth} where
 * there is one, else procedural weights. Keeps the last one only, as a ResNet-101 takes 230 MB.
 */
public final class GoldenWeights {
  private static final String PROCEDURAL_SUFFIX = "_proc";

  private final GoldenFolder folder;
  private String lastKey = "";
  private MattingModel.Network last;

  public GoldenWeights(GoldenFolder folder) {
    this.folder = folder;
  }

  /** The published architecture with the weights of this name. */
  public MattingModel.Network model(String name, int refinerKernel) throws IOException {
    String key = name + " k" + refinerKernel;
    if (!key.equals(lastKey)) {
      last = null;
      last = load(name, refinerKernel);
      lastKey = key;
    }
    return last;
  }

  private MattingModel.Network load(String name, int refinerKernel) throws IOException {
    String checkpoint = "weights/" + name + ".pth";
    Weights weights;
    Architecture architecture;
    if (folder.has(checkpoint)) {
      var whole = CheckpointReader.read(folder.find(checkpoint));
      architecture = Architecture.published(whole.architecture().backbone(), refinerKernel);
      weights =
          refinerKernel == whole.architecture().refinerKernel()
              ? whole.weights()
              : withRefiner(whole.weights(), folder.find("weights/" + name + "_refiner_k1.pth"));
    } else {
      Backbone backbone = backbone(name);
      architecture = Architecture.published(backbone, refinerKernel);
      Path stats = folder.find("weights/" + backbone.id() + "_proc_stats.npz");
      weights = ProceduralWeights.read(architecture, stats);
    }
    return new MattingModel.Network(name, "", architecture, weights);
  }

  private static Backbone backbone(String name) {
    return Arrays.stream(Backbone.values())
        .filter(
            backbone ->
                name.equals(backbone.id()) || name.equals(backbone.id() + PROCEDURAL_SUFFIX))
        .findFirst()
        .orElseGet(() -> fail("Neither a checkpoint nor a backbone is named like outputs/" + name));
  }

  private static Weights withRefiner(Weights whole, Path refinerFile) throws IOException {
    Map<String, FloatTensor> tensors = new LinkedHashMap<>(whole.asMap());
    Map<String, FloatTensor> refiner = PartialTorchFile.read(refinerFile);
    tensors.putAll(refiner);
    assertEquals(whole.names(), tensors.keySet(), "names after " + refinerFile);
    return new Weights(tensors);
  }
}
