package org.cleanplate.training.torch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.training.CropSize;
import org.cleanplate.training.TrainingPlan;
import org.cleanplate.training.ValidationResult;
import org.cleanplate.training.data.SampleLoader;
import org.cleanplate.training.data.SampleProvider;
import org.cleanplate.training.data.SampleSource;
import org.cleanplate.training.data.SampleUse;
import org.cleanplate.training.data.TrainingSample;
import org.cleanplate.training.run.RunFolder;
import org.cleanplate.training.run.SavedRun;
import org.cleanplate.training.run.ValidationSheet;

/** Looks how good the averaged weights are, on samples of a seed that is never trained on. */
final class Validation implements AutoCloseable {
  /** The same in every run, so that runs can be compared. */
  private static final long SEED = 0x76616c6964617465L;

  private static final int ROWS_SHOWN = 6;

  private final TrainingPlan plan;
  private final SampleSource samples;
  private final TrainingSession session;
  private final RunFolder folder;

  Validation(TrainingPlan plan, SampleProvider samples, TrainingSession session, RunFolder folder) {
    this.plan = plan;
    this.samples = samples.open(plan.data(), SampleUse.VALIDATION, SEED);
    this.session = session;
    this.folder = folder;
  }

  /** Measures, and writes the picture. */
  SavedRun.Validation run(int step, Cancellation cancellation) {
    ValidationSheet sheet = new ValidationSheet();
    int count = plan.milestones().validationSamples();
    double absolute = 0;
    double squared = 0;
    try (SampleLoader loader = loader(count)) {
      int taken = 0;
      while (taken < count) {
        int part = Math.min(plan.schedule().partSize(), count - taken);
        List<TrainingSample> batch = loader.take(part, cancellation);
        List<float[]> alphas = session.alphas(batch);
        for (int i = 0; i < part; i++) {
          float[] truth = batch.get(i).alpha();
          absolute += meanAbsolute(alphas.get(i), truth) / count;
          squared += meanSquared(alphas.get(i), truth) / count;
          if (sheet.rowCount() < ROWS_SHOWN) {
            sheet.add(batch.get(i), alphas.get(i));
          }
        }
        taken += part;
      }
    }
    sheet.write(picture(step));
    return new SavedRun.Validation(step, absolute, squared);
  }

  private SampleLoader loader(int count) {
    CropSize size = plan.schedule().crops().get(0);
    return new SampleLoader(
        samples,
        number -> size,
        0,
        count,
        plan.compute().loaderThreads(),
        plan.schedule().partSize());
  }

  /** The figures with the place of their picture. */
  ValidationResult result(SavedRun.Validation figures, boolean best) {
    return new ValidationResult(
        figures.step(),
        figures.meanAbsoluteDifference(),
        figures.meanSquaredDifference(),
        best,
        picture(figures.step()));
  }

  @Override
  public void close() throws IOException {
    samples.close();
  }

  private Path picture(int step) {
    return folder.file("validation-" + step + ".png");
  }

  private static double meanAbsolute(float[] found, float[] truth) {
    double sum = 0;
    for (int i = 0; i < truth.length; i++) {
      sum += Math.abs(found[i] - truth[i]);
    }
    return sum / truth.length;
  }

  private static double meanSquared(float[] found, float[] truth) {
    double sum = 0;
    for (int i = 0; i < truth.length; i++) {
      sum += (found[i] - truth[i]) * (found[i] - truth[i]);
    }
    return sum / truth.length;
  }
}
