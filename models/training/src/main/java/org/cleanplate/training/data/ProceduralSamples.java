package org.cleanplate.training.data;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cleanplate.training.data.augment.PairComposer;
import org.cleanplate.training.data.image.Affine;
import org.cleanplate.training.data.image.Border;
import org.cleanplate.training.data.image.FloatImage;
import org.cleanplate.training.data.image.Warp;
import org.cleanplate.training.data.synthesis.Backdrops;
import org.cleanplate.training.data.synthesis.Bank;
import org.cleanplate.training.data.synthesis.BytePicture;
import org.cleanplate.training.data.synthesis.Cutouts;
import org.cleanplate.training.data.synthesis.Dice;

/**
 * Endless samples out of nothing but a seed: subjects and scenes are painted (see {@link Cutouts},
 * {@link Backdrops}), placed, and photographed ({@link PairComposer}) anew for each sample.
 *
 * <p>Painting costs most. So paintings are numbered, and sample {@code n} draws its own from a
 * window of numbers that moves on with {@code n}: each is used about {@value
 * #SAMPLES_PER_FOREGROUND} times, in other company, before it is left behind, and memory is bounded
 * by the window: 0.3 GB for samples of 512 pixels a side, 60 MB for 192. All remains a function of
 * seed, number and size, whichever paintings happen to be kept.
 *
 * <p>Thread-safe; painting runs in the threads that draw.
 */
public final class ProceduralSamples implements SampleSource {
  private static final int SAMPLES_PER_FOREGROUND = 6;
  private static final int SAMPLES_PER_BACKDROP = 10;
  private static final int FOREGROUNDS = 128;
  private static final int BACKDROPS = 64;

  /** Larger than the sample, so that it can be placed; to a multiple, so that banks are few. */
  private static final double ROOM = 1.25;

  private static final int STEP = 64;

  private final long seed;
  private final Map<Integer, Banks> banksOfSize = new ConcurrentHashMap<>();

  /**
   * A world of its own.
   *
   * @param seed training and validation take different ones
   */
  public ProceduralSamples(long seed) {
    this.seed = seed;
  }

  @Override
  public TrainingSample draw(long number, int width, int height) {
    Dice dice = Dice.of(seed, number, width, height);
    Banks banks = banksOfSize.computeIfAbsent(bankSize(width, height), this::openBanks);
    BytePicture cutout =
        banks.foregrounds.get(number / SAMPLES_PER_FOREGROUND + dice.below(FOREGROUNDS));
    BytePicture backdrop =
        banks.backdrops.get(number / SAMPLES_PER_BACKDROP + dice.below(BACKDROPS));
    FloatImage placed = place(dice, cutout, width, height, 0.05);
    FloatImage scene = place(dice, backdrop, width, height, 0.2);
    return PairComposer.compose(dice, placed.planes(0, 3), placed.planes(3, 1), scene);
  }

  /** Half of the time as it was painted, so that hair stays as sharp as it is. */
  private static FloatImage place(
      Dice dice, BytePicture picture, int width, int height, double turn) {
    int size = picture.width();
    if (dice.chance(0.55)) {
      int left = dice.below(size - width + 1);
      int top = dice.below(size - height + 1);
      return picture.crop(left, top, width, height, dice.chance(0.5));
    }
    double least = Math.max(width, height) / (double) size;
    double zoom = dice.logBetween(least, Math.max(1.4, least * 1.3));
    double freeX = Math.max(0, size - width / zoom) / 2;
    double freeY = Math.max(0, size - height / zoom) / 2;
    Affine map =
        Affine.view(
            size / 2.0 + dice.between(-freeX, freeX),
            size / 2.0 + dice.between(-freeY, freeY),
            width,
            height,
            zoom,
            dice.normal(turn),
            dice.chance(0.5));
    return Warp.affine(picture.toFloats(), map, width, height, Border.REFLECT);
  }

  private static int bankSize(int width, int height) {
    int wanted = (int) Math.ceil(Math.max(width, height) * ROOM);
    return (wanted + STEP - 1) / STEP * STEP;
  }

  private Banks openBanks(int size) {
    return new Banks(
        new Bank(2 * FOREGROUNDS, number -> Cutouts.paint(Dice.of(seed, size, 1, number), size)),
        new Bank(2 * BACKDROPS, number -> Backdrops.paint(Dice.of(seed, size, 2, number), size)));
  }

  private record Banks(Bank foregrounds, Bank backdrops) {}
}
