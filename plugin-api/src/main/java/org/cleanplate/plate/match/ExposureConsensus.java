package org.cleanplate.plate.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The gains on which most of a picture agrees, by drawing squares and asking all others (RANSAC). A
 * subject agrees with itself as well, where it and the plate behind it are both flat; so textured
 * squares count for more, and a light that hardly changed is believed sooner than one that jumped.
 */
final class ExposureConsensus {
  /** Squares agree if they differ by less, of white. */
  static final double AGREEING = 0.02;

  /** Enough to hit a light that an eighth of the squares agree on, all but surely. */
  private static final int DRAWS = 80;

  /** Most squares of a dark picture tell no gain. */
  private static final int MOST_DRAWS = 300;

  /** How many squares are asked about each draw. */
  private static final int JURY = 4000;

  /** Darker squares tell a gain badly. */
  private static final double DARKEST = 0.1;

  private static final double LARGEST_GAIN = 2.5;

  /** A change of light by that part is half as likely as none. */
  private static final double USUAL_CHANGE = 0.15;

  /** The share that flat squares have in the vote, and the contrast from which on one is full. */
  private static final double FLAT_WEIGHT = 0.25;

  private static final double FULL_CONTRAST = 0.04;

  private final CellMeans frame;
  private final CellMeans plate;
  private final int[] jury;
  private final double[] weights;
  private final double allWeights;

  /**
   * @param known the squares that count
   */
  ExposureConsensus(CellMeans frame, CellMeans plate, int[] known) {
    this.frame = frame;
    this.plate = plate;
    this.jury = spread(known);
    this.weights = new double[jury.length];
    for (int i = 0; i < jury.length; i++) {
      weights[i] = FLAT_WEIGHT + Math.min(1, plate.contrast(jury[i]) / FULL_CONTRAST);
    }
    allWeights = Arrays.stream(weights).sum();
  }

  private static int[] spread(int[] known) {
    int step = Math.max(1, known.length / JURY);
    int[] some = new int[known.length / step];
    for (int i = 0; i < some.length; i++) {
      some[i] = known[i * step];
    }
    return some;
  }

  /** One gain a channel; 1 for each if nothing is more likely. */
  List<Tone> find() {
    List<Tone> best = unchanged();
    double bestScore = score(best, 0);
    Random random = new Random(jury.length);
    int usable = 0;
    for (int draw = 0; draw < MOST_DRAWS && usable < DRAWS && jury.length > 0; draw++) {
      List<Tone> drawn = gains(jury[random.nextInt(jury.length)]);
      if (!drawn.isEmpty()) {
        usable++;
        double score = score(drawn, bestScore);
        if (score > bestScore) {
          best = drawn;
          bestScore = score;
        }
      }
    }
    return best;
  }

  private List<Tone> unchanged() {
    List<Tone> tones = new ArrayList<>();
    for (int channel = 0; channel < plate.channels().length; channel++) {
      tones.add(Tone.IDENTITY);
    }
    return tones;
  }

  /** What would make this square of the plate equal to the frame's; empty if that is absurd. */
  private List<Tone> gains(int cell) {
    List<Tone> tones = new ArrayList<>();
    for (int channel = 0; channel < plate.channels().length; channel++) {
      double before = plate.channels()[channel][cell];
      double gain = frame.channels()[channel][cell] / before;
      if (before < DARKEST || !(gain < LARGEST_GAIN && gain > 1 / LARGEST_GAIN)) {
        return List.of();
      }
      tones.add(Tone.gain(gain));
    }
    return tones;
  }

  /**
   * How likely the gains are.
   *
   * @param toBeat what a score has to exceed; one that cannot any more is not counted to its end
   */
  private double score(List<Tone> tones, double toBeat) {
    double change = 0;
    for (Tone tone : tones) {
      change = Math.max(change, Math.abs(Math.log(tone.gainAt(0, 0))) / USUAL_CHANGE);
    }
    double unlikeliness = 1 + change * change;
    double sum = 0;
    double atMost = allWeights;
    for (int i = 0; i < jury.length && atMost > toBeat * unlikeliness; i++) {
      if (Residuals.at(frame, plate, tones, jury[i]) < AGREEING) {
        sum += weights[i];
      } else {
        atMost -= weights[i];
      }
    }
    return sum / unlikeliness;
  }
}
