package org.cleanplate.training.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cleanplate.engine.Device;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.ort.OrtEngine;
import org.cleanplate.evaluation.CapturedFrames;
import org.cleanplate.evaluation.EnginePredictor;
import org.cleanplate.evaluation.EvaluationSample;
import org.cleanplate.metric.AlphaPlane;
import org.cleanplate.network.catalog.ModelCatalog;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.Refinement;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.training.PlanText;
import org.cleanplate.training.TrainingListener;
import org.cleanplate.training.TrainingPlan;
import org.cleanplate.training.TrainingReport;
import org.cleanplate.training.data.image.FloatImage;
import org.cleanplate.training.data.synthesis.Backdrops;
import org.cleanplate.training.data.synthesis.Dice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That it pays to correct a few frames of one's footage, at a size that takes seconds. */
class FootageFineTuningTest {
  private static final int SIDE = 128;
  private static final int FRAMES = 6;

  @TempDir private Path folder;

  @Test
  void mattesTheNeighboursOfCorrectedFramesBetterThanBefore() throws IOException {
    FloatImage scene = Backdrops.paint(Dice.of(5), SIDE).toFloats().planes(0, 3);
    SyntheticFootage footage = new SyntheticFootage(scene, 72, 21);
    for (int i = 0; i < FRAMES; i++) {
      footage.write(folder.resolve("corrected"), 20 * i);
      footage.write(folder.resolve("neighbours"), 20 * i + 5);
    }
    TrainingReport report =
        new TorchTrainer().run(plan(), TrainingListener.NONE, new Cancellation());
    double before = meanAbsoluteDifference("cleanplate-slim");
    double after = meanAbsoluteDifference(folder.resolve("run/best.safetensors").toString());
    assertTrue(after < 0.8 * before, "from " + before + " to " + after);

    List<String> validations = Files.readAllLines(folder.resolve("run/validation.csv"));
    assertEquals(4, validations.size(), "before the first step, after 30 and 60: " + validations);
    assertTrue(validations.get(1).startsWith("0,"), validations.toString());
    assertTrue(report.best().orElseThrow().step() > 0, "the first is not the best");
  }

  private TrainingPlan plan() {
    return TrainingPlan.of(
        PlanText.parse(
            """
            stage = finetune
            start = cleanplate-slim
            run_folder = run
            sources = corrected/src
            plates = corrected/bgr
            alphas = corrected/pha
            steps = 60
            warmup_steps = 5
            crops = 96x96
            backbone_scale = 1
            encoder_rate = 0.0004
            aspp_rate = 0.0004
            decoder_rate = 0.0004
            refiner_rate = 0.0004
            average_decay = 0.9
            validate_every = 30
            validation_samples = 4
            device = cpu
            threads = 1
            """,
            folder));
  }

  /** Of the network alone, over all frames held out. */
  private double meanAbsoluteDifference(String model) throws IOException {
    CapturedFrames frames = CapturedFrames.open(folder.resolve("neighbours"));
    MattingOptions options =
        MattingOptions.of(Layer.ALPHA_FLOAT).withRefinement(new Refinement.Full());
    double sum = 0;
    try (OrtEngine engine =
        OrtEngine.open(ModelCatalog.standard().open(model), new Device.Cpu(), 1)) {
      EnginePredictor predictor = new EnginePredictor(model, engine, options);
      for (int i = 0; i < frames.size(); i++) {
        EvaluationSample sample = frames.sample(i);
        AlphaPlane found =
            predictor.predict(sample.source(), sample.cleanPlate(), new Cancellation());
        sum += difference(found, sample.truth());
      }
    }
    return sum / frames.size();
  }

  private static double difference(AlphaPlane found, AlphaPlane truth) {
    double sum = 0;
    for (int i = 0; i < truth.values().length; i++) {
      sum += Math.abs(found.values()[i] - truth.values()[i]);
    }
    return sum / truth.values().length;
  }
}
