package org.cleanplate.training;

import java.nio.file.Path;
import java.util.Optional;
import org.cleanplate.MattingException;

/**
 * What to learn from.
 *
 * @param proceduralShare part of the samples that is generated, 0..1; the others come from the
 *     folders
 * @param folders a data set on disk, if there is one
 */
public record TrainingData(double proceduralShare, Optional<Folders> folders) {

  /**
   * A data set as the authors lay it out: images or videos, nested at will.
   *
   * @param foregrounds the subjects' colours
   * @param alphas their alphas, by the same names
   * @param backgrounds scenes without a subject
   */
  public record Folders(Path foregrounds, Path alphas, Path backgrounds) {}

  public TrainingData {
    if (folders.isEmpty() && proceduralShare != 1) {
      throw new MattingException(
          "procedural_share is "
              + proceduralShare
              + ", but there are no folders for the other samples: name foregrounds, alphas and"
              + " backgrounds, or make it 1");
    }
  }

  /** Generated samples only. */
  public static TrainingData procedural() {
    return new TrainingData(1, Optional.empty());
  }

  static TrainingData read(PlanReader in, TrainingData defaults) {
    Optional<Path> foregrounds = in.folder("foregrounds");
    Optional<Path> alphas = in.folder("alphas");
    Optional<Path> backgrounds = in.folder("backgrounds");
    Optional<Folders> folders =
        foregrounds.isEmpty() && alphas.isEmpty() && backgrounds.isEmpty()
            ? defaults.folders
            : Optional.of(
                new Folders(
                    required("foregrounds", foregrounds),
                    required("alphas", alphas),
                    required("backgrounds", backgrounds)));
    double share = folders.equals(defaults.folders) ? defaults.proceduralShare : 0;
    return new TrainingData(in.number("procedural_share", share, 0, 1), folders);
  }

  private static Path required(String key, Optional<Path> folder) {
    return folder.orElseThrow(
        () ->
            new MattingException(
                key
                    + " is missing: a data set on disk needs the three folders foregrounds, alphas"
                    + " and backgrounds"));
  }

  void write(PlanWriter out) {
    out.add("procedural_share", proceduralShare);
    folders.ifPresent(
        data -> {
          out.add("foregrounds", data.foregrounds().toString());
          out.add("alphas", data.alphas().toString());
          out.add("backgrounds", data.backgrounds().toString());
        });
  }
}
