package org.cleanplate.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import org.cleanplate.frame.Frame;
import org.cleanplate.metric.AlphaPlane;
import org.cleanplate.plate.FixedPlate;
import org.cleanplate.plate.PlateModel;
import org.cleanplate.progress.Cancellation;

/**
 * Another predictor that is given each plate fitted to its frame, as a job fits it: moved, exposed
 * and shaded as the frame is.
 *
 * @param name what tables call it
 * @param predictor what makes the alpha
 * @param fitting makes a plate one that fits frames
 */
public record FittedPredictor(
    String name, AlphaPredictor predictor, UnaryOperator<PlateModel> fitting)
    implements AlphaPredictor {

  @Override
  public AlphaPlane predict(Frame source, Frame cleanPlate, Cancellation cancellation) {
    try (PlateModel plate = fitting.apply(FixedPlate.fromSource(cleanPlate, "plate"))) {
      return predictor.predict(source, plate.plateFor(source), cancellation);
    } catch (IOException e) {
      throw new UncheckedIOException("A plate in memory cannot be read", e);
    }
  }
}
