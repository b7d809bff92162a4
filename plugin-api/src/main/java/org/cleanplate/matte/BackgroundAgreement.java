package org.cleanplate.matte;

import java.nio.FloatBuffer;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Samples;

/**
 * How well a frame and its plate agree where there is no subject.
 *
 * @param residual mean absolute difference as a share of black..white; NaN if the subject is
 *     everywhere
 * @param outOfRange share of the frame's samples outside black..white
 */
record BackgroundAgreement(double residual, double outOfRange) {
  private static final float BACKGROUND_ALPHA = 0.05f;

  static BackgroundAgreement of(Frame source, Frame plate, FloatBuffer alpha, Levels levels) {
    Samples frame = Samples.of(source);
    Samples behind = Samples.of(plate);
    SampleScale scale = SampleScale.of(frame, levels);
    double difference = 0;
    long compared = 0;
    long outside = 0;
    for (int i = 0; i < alpha.limit(); i++) {
      boolean background = alpha.get(i) < BACKGROUND_ALPHA;
      for (int c = 0; c < frame.channels(); c++) {
        float value = frame.get(i, c);
        float unit = scale.unit(value);
        outside += unit >= 0 && unit <= 1 ? 0 : 1;
        if (background) {
          difference += Math.abs(value - behind.get(i, c));
          compared++;
        }
      }
    }
    return new BackgroundAgreement(
        difference / compared / scale.range(), (double) outside / alpha.limit() / frame.channels());
  }
}
