package org.cleanplate.training;

import java.util.Iterator;
import java.util.ServiceLoader;
import org.cleanplate.MattingException;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.ProgressListener;

/**
 * Trains models. Implemented by the training add-on, which {@link #find} looks for.
 *
 * <p>One run at a time: a second that is started meanwhile, in this process or another, on the same
 * run folder is refused.
 */
public interface ModelTrainer {

  /**
   * Trains, or goes on with what the plan's run folder holds. Blocks until the last step, an early
   * stop because nothing gets better, or the user's wish.
   *
   * <p>In the run folder: {@code plan.properties}, {@code curve.csv} (one line a step), {@code
   * validation.csv}, {@code validation-STEP.png}, {@code checkpoint-STEP.safetensors} with {@code
   * checkpoint-STEP.state} (to go on from), {@code best.safetensors}, and at the end, be it early,
   * {@code model.safetensors}, which a run that can go on lacks. Each is there whole or not at all.
   *
   * @param listener called on the calling thread
   * @param cancellation heeded within a second; what was learnt is in the run folder, and the same
   *     call goes on from there
   * @throws MattingException if the run folder holds another plan's run or cannot be written to, a
   *     data set or the starting model cannot be read, or the loss is no number; the last good
   *     checkpoint stays
   */
  TrainingReport run(TrainingPlan plan, TrainingListener listener, Cancellation cancellation);

  /**
   * Looks through the folders that a plan names: whether files lack their partners, cannot be read
   * or differ in size. Reads each picture, of a video the first frame. Blocks until done.
   *
   * @param progress called on the calling thread
   * @param cancellation heeded after each file
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  DataCheck check(TrainingData data, ProgressListener progress, Cancellation cancellation);

  /**
   * The trainer on the class path.
   *
   * @throws MattingException if the training add-on is missing
   */
  static ModelTrainer find() {
    return find(ModelTrainer.class.getClassLoader());
  }

  /** As {@link #find()}, among the classes that a loader sees. */
  static ModelTrainer find(ClassLoader loader) {
    Iterator<ModelTrainer> trainers = ServiceLoader.load(ModelTrainer.class, loader).iterator();
    if (!trainers.hasNext()) {
      throw new MattingException(
          "Training needs the training add-on, which is not installed: unpack"
              + " cleanplate-training-VERSION-SYSTEM.zip into the folder of ImageJ or Fiji, as the"
              + " plugin itself, and restart");
    }
    return trainers.next();
  }
}
