package org.cleanplate.training.data;

import java.util.LinkedHashMap;
import java.util.Map;
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
 * by the window: 0.4 GB for samples of 512 pixels a side, 60 MB for 192. The banks of the {@value
 * #MOST_SIZES} sizes used last are kept, so training is cheapest with few sizes. All remains a
 * function of seed, number and size, whichever paintings happen to be kept.
 *
 * <p>Thread-safe; painting runs in the threads that draw.
 */
public final class ProceduralSamples implements SampleSource {
  private static final int SAMPLES_PER_FOREGROUND = 8;
  private static final int SAMPLES_PER_BACKDROP = 16;
  private static final int FOREGROUNDS = 112;
  private static final int BACKDROPS = 56;
  private static final int MOST_SIZES = 3;

  /** Larger than the sample, so that it can be placed; to a multiple, so that banks are few. */
  private static final double ROOM = 1.25;

  private static final int STEP = 64;

  /** The share that is shown as it was painted, so that hair stays as sharp as it is. */
  private static final double SHARP = 0.55;

  private static final double TURN = 0.08;
  private static final int ALPHA = 3;
  private static final int PROBE = 8;

  private final long seed;
  private final Map<Integer, Banks> banksOfSize =
      new LinkedHashMap<>(2 * MOST_SIZES, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Banks> eldest) {
          return size() > MOST_SIZES;
        }
      };

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
    Banks banks = banks(bankSize(width, height));
    BytePicture cutout =
        banks.foregrounds.get(number / SAMPLES_PER_FOREGROUND + dice.below(FOREGROUNDS));
    BytePicture backdrop =
        banks.backdrops.get(number / SAMPLES_PER_BACKDROP + dice.below(BACKDROPS));
    FloatImage placed =
        dice.chance(SHARP)
            ? cutSubject(dice, cutout, width, height)
            : turn(dice, cutout, width, height);
    FloatImage scene =
        dice.chance(SHARP)
            ? cut(dice, backdrop, width, height)
            : turn(dice, backdrop, width, height);
    return PairComposer.compose(dice, placed.planes(0, 3), placed.planes(3, 1), scene);
  }

  /** As it was painted, pixel by pixel; of two places the one that shows more of the subject. */
  private static FloatImage cutSubject(Dice dice, BytePicture cutout, int width, int height) {
    int[] one = corner(dice, cutout, width, height);
    int[] other = corner(dice, cutout, width, height);
    int[] best =
        cutout.mean(ALPHA, other[0], other[1], width, height, PROBE)
                > cutout.mean(ALPHA, one[0], one[1], width, height, PROBE)
            ? other
            : one;
    return cutout.crop(best[0], best[1], width, height, dice.chance(0.5));
  }

  private static FloatImage cut(Dice dice, BytePicture picture, int width, int height) {
    int[] corner = corner(dice, picture, width, height);
    return picture.crop(corner[0], corner[1], width, height, dice.chance(0.5));
  }

  private static int[] corner(Dice dice, BytePicture picture, int width, int height) {
    return new int[] {
      dice.below(picture.width() - width + 1), dice.below(picture.height() - height + 1)
    };
  }

  /** Turned and scaled. */
  private static FloatImage turn(Dice dice, BytePicture picture, int width, int height) {
    int size = picture.width();
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
            dice.normal(TURN),
            dice.chance(0.5));
    return Warp.affine(picture.toFloats(), map, width, height, Border.REFLECT);
  }

  private static int bankSize(int width, int height) {
    int wanted = (int) Math.ceil(Math.max(width, height) * ROOM);
    return (wanted + STEP - 1) / STEP * STEP;
  }

  private Banks banks(int size) {
    synchronized (banksOfSize) {
      return banksOfSize.computeIfAbsent(size, this::openBanks);
    }
  }

  private Banks openBanks(int size) {
    return new Banks(
        new Bank(kept(FOREGROUNDS), number -> Cutouts.paint(Dice.of(seed, size, 1, number), size)),
        new Bank(kept(BACKDROPS), number -> Backdrops.paint(Dice.of(seed, size, 2, number), size)));
  }

  /** More than the window, as some of it is not asked for over a long time. */
  private static int kept(int window) {
    return window + window / 2;
  }

  private record Banks(Bank foregrounds, Bank backdrops) {}
}
