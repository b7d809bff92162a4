package org.cleanplate.training.data.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cleanplate.MattingException;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.ProgressListener;
import org.cleanplate.training.DataCheck;
import org.cleanplate.training.data.SampleSource;
import org.cleanplate.training.data.TrainingSample;
import org.cleanplate.training.data.augment.RealPair;
import org.cleanplate.training.data.image.FloatImage;
import org.cleanplate.training.data.synthesis.Dice;

/**
 * One's own recordings to fine-tune on: frames, their plates (or one plate for all), and alphas as
 * someone corrected them. The foreground's colour is derived from the three. Thread-safe; close it
 * to close the videos it reads.
 */
public final class PersonalSamples implements SampleSource {
  private static final double OVERSAMPLING = 2;

  private final MediaSet frames;

  /** For all frames; else each has its own. */
  private final Optional<Media> onePlate;

  private final long seed;

  private PersonalSamples(MediaSet frames, Optional<Media> onePlate, long seed) {
    this.frames = frames;
    this.onePlate = onePlate;
    this.seed = seed;
  }

  /**
   * Lists the files.
   *
   * @param sources frames with the subject
   * @param plates a folder with the same paths and names, or one picture for all frames
   * @param alphas of the same paths and names
   * @param portion of the frames
   * @throws MattingException if a folder is missing or empty, or files lack their partner
   */
  public static PersonalSamples open(
      Path sources, Path plates, Path alphas, Portion portion, long seed) throws IOException {
    if (Files.isDirectory(plates)) {
      MediaSet frames = MediaSet.match(portion, seed, sources, alphas, plates);
      return new PersonalSamples(frames, Optional.empty(), seed);
    }
    if (!Files.isRegularFile(plates) || !Media.isKnown(plates)) {
      throw new MattingException(
          "Plate " + plates + " is no picture, expected a folder of plates or one picture");
    }
    return new PersonalSamples(
        MediaSet.match(portion, seed, sources, alphas), Optional.of(new PictureFile(plates)), seed);
  }

  /**
   * Reads every picture.
   *
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public DataCheck check(ProgressListener progress, Cancellation cancellation) {
    MediaCheck check = new MediaCheck(progress, cancellation);
    return new DataCheck(
        frames.items() + " corrected frames", check.problems(List.of(frames), onePlate));
  }

  /** Frames in an epoch. */
  public long frames() {
    return frames.items();
  }

  @Override
  public TrainingSample draw(long number, int width, int height) throws IOException {
    int side = (int) (OVERSAMPLING * Math.max(width, height));
    List<FloatImage> pictures = frames.read(number, side);
    FloatImage plate = onePlate.isPresent() ? plate(pictures.get(0), side) : pictures.get(2);
    return RealPair.cut(
        Dice.of(seed, number, width, height),
        pictures.get(0).planes(0, 3),
        plate.planes(0, 3),
        pictures.get(1).planes(0, 1),
        width,
        height);
  }

  private FloatImage plate(FloatImage frame, int side) throws IOException {
    FloatImage plate = onePlate.orElseThrow().read(0, side);
    if (frame.width() != plate.width() || frame.height() != plate.height()) {
      throw new MattingException(
          "Plate " + onePlate.get().file() + " is not of the frames' size: scale or crop it");
    }
    return plate;
  }

  @Override
  public void close() throws IOException {
    frames.close();
  }
}
