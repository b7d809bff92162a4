package org.cleanplate.samples.benchmark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cleanplate.MattingException;
import org.cleanplate.network.Architecture;
import org.cleanplate.network.Backbone;
import org.cleanplate.network.catalog.MattingModel;
import org.cleanplate.network.catalog.ModelCatalog;
import org.cleanplate.network.weights.Checkpoint;
import org.cleanplate.network.weights.CheckpointReader;
import org.cleanplate.network.weights.FloatTensor;
import org.cleanplate.network.weights.Weights;

/** The networks that are measured. */
enum BenchmarkModel {
  /** The reference checkpoint, which the published file was exported from. */
  MOBILENETV2("MobileNetV2") {
    @Override
    MattingModel.Network load(Path golden) {
      Checkpoint checkpoint = reference(golden);
      return new MattingModel.Network(title(), "", checkpoint.architecture(), checkpoint.weights());
    }
  },
  /** Drawn weights, with the refiner of the reference checkpoint: that one is in the export. */
  RESNET50("ResNet50") {
    @Override
    MattingModel.Network load(Path golden) {
      Architecture architecture = Architecture.published(Backbone.RESNET50, 3);
      Map<String, FloatTensor> tensors = new LinkedHashMap<>(DrawnWeights.of(architecture).asMap());
      reference(golden)
          .weights()
          .asMap()
          .forEach(
              (name, tensor) -> {
                if (name.startsWith("refiner.")) {
                  tensors.put(name, tensor);
                }
              });
      return new MattingModel.Network(title(), "", architecture, new Weights(tensors));
    }
  },
  /** What users get; measured against the published MobileNetV2, which does other work. */
  BUNDLED("bundled") {
    @Override
    MattingModel.Network load(Path golden) {
      // A folder that does not exist, so that no model of the user's takes the name.
      ModelCatalog catalog = new ModelCatalog(golden.resolve("no-models"));
      return (MattingModel.Network) catalog.open(catalog.defaultModel());
    }
  };

  private final String title;

  BenchmarkModel(String title) {
    this.title = title;
  }

  /** The network with its weights. */
  abstract MattingModel.Network load(Path golden);

  String title() {
    return title;
  }

  /** Whose published export it is measured against. */
  BenchmarkModel rival() {
    return this == BUNDLED ? MOBILENETV2 : this;
  }

  static BenchmarkModel parse(String text) {
    return Arrays.stream(values())
        .filter(model -> model.name().equals(text.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new MattingException(
                    "Model is \"" + text + "\", expected one of " + Set.of(values())));
  }

  private static Checkpoint reference(Path golden) {
    return CheckpointReader.read(golden.resolve("weights/mobilenetv2.pth"));
  }
}
