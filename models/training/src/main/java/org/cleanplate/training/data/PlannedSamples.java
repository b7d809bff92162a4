package org.cleanplate.training.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cleanplate.MattingException;
import org.cleanplate.training.TrainingData;
import org.cleanplate.training.data.folder.FolderSamples;
import org.cleanplate.training.data.folder.PersonalSamples;

/** The sources that plans can name: generated samples, data sets on disk, or a mixture. */
public final class PlannedSamples implements SampleProvider {

  @Override
  public SampleSource open(TrainingData data, long seed) {
    List<MixedSamples.Part> parts = new ArrayList<>();
    if (data.proceduralShare() > 0) {
      parts.add(new MixedSamples.Part(new ProceduralSamples(seed), data.proceduralShare()));
    }
    if (data.proceduralShare() < 1) {
      TrainingData.Folders folders = data.folders().orElseThrow();
      parts.add(new MixedSamples.Part(open(folders, seed), 1 - data.proceduralShare()));
    }
    return parts.size() == 1 ? parts.get(0).source() : new MixedSamples(parts, seed);
  }

  private static SampleSource open(TrainingData.Folders folders, long seed) {
    try {
      if (folders instanceof TrainingData.Folders.Recorded own) {
        return PersonalSamples.open(own.sources(), own.plates(), own.alphas(), seed);
      }
      TrainingData.Folders.Composed set = (TrainingData.Folders.Composed) folders;
      return FolderSamples.open(set.foregrounds(), set.alphas(), set.backgrounds(), seed);
    } catch (IOException e) {
      throw new MattingException("The data set cannot be read: " + e.getMessage(), e);
    }
  }
}
