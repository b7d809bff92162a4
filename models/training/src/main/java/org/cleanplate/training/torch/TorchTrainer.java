package org.cleanplate.training.torch;

import org.cleanplate.MattingException;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.ProgressListener;
import org.cleanplate.training.DataCheck;
import org.cleanplate.training.ModelTrainer;
import org.cleanplate.training.TrainingData;
import org.cleanplate.training.TrainingListener;
import org.cleanplate.training.TrainingPlan;
import org.cleanplate.training.TrainingReport;
import org.cleanplate.training.data.PlannedSamples;
import org.cleanplate.training.data.SampleProvider;
import org.cleanplate.training.run.RunFolder;

/** Trains with libtorch. */
public final class TorchTrainer implements ModelTrainer {
  private static final String OUT_OF_MEMORY = "allocate";

  private final SampleProvider samples;

  /** The trainer that the class path offers; it learns from what the plan names. */
  public TorchTrainer() {
    this(new PlannedSamples());
  }

  /** A trainer that learns from samples of one's own making. */
  public TorchTrainer(SampleProvider samples) {
    this.samples = samples;
  }

  @Override
  public DataCheck check(TrainingData data, ProgressListener progress, Cancellation cancellation) {
    return PlannedSamples.check(data, progress, cancellation);
  }

  @Override
  public TrainingReport run(
      TrainingPlan plan, TrainingListener listener, Cancellation cancellation) {
    try (RunFolder folder = RunFolder.open(plan)) {
      return new TrainingRun(plan, folder, samples, listener, cancellation).run();
    } catch (MattingException e) {
      throw e;
    } catch (RuntimeException e) {
      if (String.valueOf(e.getMessage()).contains(OUT_OF_MEMORY)) {
        throw new MattingException(
            "Not enough memory for a batch: make batch_size or the crops smaller, or raise"
                + " accumulation",
            e);
      }
      throw e;
    }
  }
}
