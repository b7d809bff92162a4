package org.cleanplate.training.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cleanplate.MattingException;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.ProgressListener;
import org.cleanplate.training.DataCheck;
import org.cleanplate.training.TrainingData;
import org.cleanplate.training.TrainingData.Folders;
import org.cleanplate.training.data.folder.FolderSamples;
import org.cleanplate.training.data.folder.PersonalSamples;
import org.cleanplate.training.data.folder.Portion;

/** The sources that plans can name: generated samples, data sets on disk, or a mixture. */
public final class PlannedSamples implements SampleProvider {

  @Override
  public SampleSource open(TrainingData data, SampleUse use, long seed) {
    List<MixedSamples.Part> parts = new ArrayList<>();
    if (data.proceduralShare() > 0) {
      parts.add(new MixedSamples.Part(new ProceduralSamples(seed), data.proceduralShare()));
    }
    if (data.proceduralShare() < 1) {
      Portion portion = new Portion(data.heldOutShare(), use);
      Folders folders = data.folders().orElseThrow();
      parts.add(new MixedSamples.Part(open(folders, portion, seed), 1 - data.proceduralShare()));
    }
    return parts.size() == 1 ? parts.get(0).source() : new MixedSamples(parts, seed);
  }

  private static SampleSource open(Folders folders, Portion portion, long seed) {
    try {
      return folders instanceof Folders.Recorded own
          ? personal(own, portion, seed)
          : composed((Folders.Composed) folders, portion, seed);
    } catch (IOException e) {
      throw new MattingException("The data set cannot be read: " + e.getMessage(), e);
    }
  }

  private static PersonalSamples personal(Folders.Recorded own, Portion portion, long seed)
      throws IOException {
    return PersonalSamples.open(own.sources(), own.plates(), own.alphas(), portion, seed);
  }

  private static FolderSamples composed(Folders.Composed set, Portion portion, long seed)
      throws IOException {
    return FolderSamples.open(set.foregrounds(), set.alphas(), set.backgrounds(), portion, seed);
  }

  /**
   * Looks through the folders.
   *
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static DataCheck check(
      TrainingData data, ProgressListener progress, Cancellation cancellation) {
    if (data.folders().isEmpty()) {
      return new DataCheck("Generated samples only", List.of());
    }
    try {
      if (data.folders().get() instanceof Folders.Recorded own) {
        try (PersonalSamples samples = personal(own, Portion.ALL, 0)) {
          return samples.check(progress, cancellation);
        }
      }
      try (FolderSamples samples =
          composed((Folders.Composed) data.folders().get(), Portion.ALL, 0)) {
        return samples.check(progress, cancellation);
      }
    } catch (MattingException | IOException e) {
      return new DataCheck("The data set cannot be used", List.of(e.getMessage()));
    }
  }
}
