package org.cleanplate.evaluation;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.metric.AlphaPlane;
import org.cleanplate.network.graph.PixelLayout;

/**
 * Lays a subject over a background and spoils the plate: frame = alpha * subject + (1 - alpha) *
 * background, the background under a shadow; plate = the background shifted and exposed otherwise;
 * noise on both. In 8 bits, as cameras deliver.
 */
final class Compositor {
  private final PlateNuisances nuisances;
  private final SplittableRandom random;

  /** All chance comes from {@code random}. */
  Compositor(PlateNuisances nuisances, SplittableRandom random) {
    this.nuisances = nuisances;
    this.random = random;
  }

  EvaluationSample compose(String name, Subject subject, BufferedImage background) {
    int width = subject.width();
    int height = subject.height();
    PixelGrid front = PixelGrid.of(subject.colour());
    PixelGrid behind = PixelGrid.of(background);
    float[] light = light(subject);
    double[] exposure = exposure();
    double shiftAcross = upTo(nuisances.shiftPixels());
    double shiftDown = upTo(nuisances.shiftPixels());
    double noise = nuisances.noiseSigma() * random.nextDouble();
    Random gaussian = new Random(random.nextLong());
    Frame source = Frame.allocate(new FrameFormat(width, height, PixelLayout.BGRA_8));
    Frame plate = Frame.allocate(source.format());
    ByteBuffer sourcePixels = source.pixels();
    ByteBuffer platePixels = plate.pixels();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int i = y * width + x;
        for (int c = 0; c < 3; c++) {
          double there = behind.at(x, y, c) * light[i];
          double mixed = there + subject.alpha()[i] * (front.at(x, y, c) - there);
          double empty = behind.between(x + shiftAcross, y + shiftDown, c) * exposure[c];
          sourcePixels.put(4 * i + c, level(mixed + noise * gaussian.nextGaussian()));
          platePixels.put(4 * i + c, level(empty + noise * gaussian.nextGaussian()));
        }
        sourcePixels.put(4 * i + 3, (byte) 255);
        platePixels.put(4 * i + 3, (byte) 255);
      }
    }
    AlphaPlane truth = new AlphaPlane(width, height, subject.alpha());
    return new EvaluationSample(name, source, plate, truth, Optional.empty());
  }

  /** What is left of the light at each pixel of the background: 1, less under the shadow. */
  private float[] light(Subject subject) {
    boolean shaded = random.nextDouble() < nuisances.shadowShare();
    double strength = nuisances.shadowStrength() * random.nextDouble(0.3, 1);
    int longer = Math.max(subject.width(), subject.height());
    int across = (int) (longer * random.nextDouble(-0.1, 0.1));
    int down = (int) (longer * random.nextDouble(0, 0.1));
    int blur = (int) (longer * random.nextDouble(0.005, 0.04));
    float[] light = new float[subject.alpha().length];
    Arrays.fill(light, 1);
    if (!shaded) {
      return light;
    }
    BoxMean mean = new BoxMean(subject.width(), subject.height(), blur);
    float[] shadow = mean.of(mean.of(moved(subject, across, down)));
    for (int i = 0; i < light.length; i++) {
      light[i] -= (float) (strength * shadow[i]);
    }
    return light;
  }

  private static float[] moved(Subject subject, int across, int down) {
    float[] moved = new float[subject.alpha().length];
    for (int y = 0; y < subject.height(); y++) {
      for (int x = 0; x < subject.width(); x++) {
        int fromX = x - across;
        int fromY = y - down;
        if (fromX >= 0 && fromX < subject.width() && fromY >= 0 && fromY < subject.height()) {
          moved[y * subject.width() + x] = subject.alpha()[fromY * subject.width() + fromX];
        }
      }
    }
    return moved;
  }

  private double[] exposure() {
    double all = upTo(nuisances.exposureDrift());
    double[] exposure = new double[3];
    for (int c = 0; c < 3; c++) {
      exposure[c] = 1 + all + upTo(nuisances.exposureDrift() / 5);
    }
    return exposure;
  }

  private double upTo(double most) {
    return most * (2 * random.nextDouble() - 1);
  }

  private static byte level(double value) {
    return (byte) Math.round(255 * Math.max(0, Math.min(1, value)));
  }
}
