package org.cleanplate.training.data.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.ProgressListener;
import org.cleanplate.training.DataCheck;
import org.cleanplate.training.data.SampleSource;
import org.cleanplate.training.data.TrainingSample;
import org.cleanplate.training.data.augment.PublishedAugmentation;
import org.cleanplate.training.data.image.FloatImage;
import org.cleanplate.training.data.synthesis.Dice;

/**
 * Samples from a data set in its authors' layout: a tree of foregrounds, a tree of alphas of the
 * same names, and backgrounds, each of pictures or videos. VideoMatte240K, PhotoMatte85 and
 * Distinctions-646 work as they are downloaded; where colour and alpha are in the same files, give
 * the same folder twice. Pictures are augmented as published ({@link PublishedAugmentation}).
 *
 * <p>Thread-safe. Close it to close the videos it reads.
 */
public final class FolderSamples implements SampleSource {
  /** Enough pixels that reading a reduced picture is not seen in the sample. */
  private static final double OVERSAMPLING = 1.5;

  private final MediaSet subjects;
  private final MediaSet backgrounds;
  private final long seed;
  private final boolean together;

  private FolderSamples(MediaSet subjects, MediaSet backgrounds, long seed, boolean together) {
    this.subjects = subjects;
    this.backgrounds = backgrounds;
    this.seed = seed;
    this.together = together;
  }

  /**
   * Lists the files and looks at the length of each video.
   *
   * @param foregrounds the subjects' colours
   * @param alphas of the same paths and names; the same folder if the foregrounds have an alpha
   *     channel
   * @param backgrounds scenes without a subject
   * @param portion of the subjects; each use sees all backgrounds
   * @throws org.cleanplate.MattingException if a folder is missing or empty, or files lack their
   *     partner
   */
  public static FolderSamples open(
      Path foregrounds, Path alphas, Path backgrounds, Portion portion, long seed)
      throws IOException {
    boolean together = foregrounds.normalize().equals(alphas.normalize());
    MediaSet subjects =
        together
            ? MediaSet.match(portion, seed, foregrounds)
            : MediaSet.match(portion, seed, foregrounds, alphas);
    return new FolderSamples(
        subjects, MediaSet.match(Portion.ALL, seed + 1, backgrounds), seed, together);
  }

  /**
   * Reads every picture.
   *
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public DataCheck check(ProgressListener progress, Cancellation cancellation) {
    MediaCheck check = new MediaCheck(progress, cancellation);
    List<String> problems = check.problems(List.of(subjects, backgrounds), Optional.empty());
    String found = subjects.items() + " subjects, " + backgrounds.items() + " backgrounds";
    return new DataCheck(found, problems);
  }

  /** Subjects in an epoch. */
  public long subjects() {
    return subjects.items();
  }

  @Override
  public TrainingSample draw(long number, int width, int height) throws IOException {
    int side = (int) (OVERSAMPLING * Math.max(width, height));
    List<FloatImage> pictures = subjects.read(number, side);
    FloatImage alpha = together ? pictures.get(0).planes(3, 1) : pictures.get(1).planes(0, 1);
    FloatImage background = backgrounds.read(number, side).get(0).planes(0, 3);
    Dice dice = Dice.of(seed, number, width, height);
    return PublishedAugmentation.compose(
        dice, pictures.get(0).planes(0, 3), alpha, background, width, height);
  }

  @Override
  public void close() throws IOException {
    subjects.close();
    backgrounds.close();
  }
}
