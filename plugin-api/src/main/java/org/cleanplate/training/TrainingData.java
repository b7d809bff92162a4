package org.cleanplate.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cleanplate.MattingException;

/**
 * What to learn from.
 *
 * @param proceduralShare part of the samples that is generated, 0..1; the others come from the
 *     folders
 * @param folders a data set on disk, if there is one
 * @param heldOutShare part of the folders' subjects that is never trained on and only validated
 *     with, 0..0.5, evenly spaced in the order of their names; of so few that it comes to none,
 *     validation sees those that are trained on
 */
public record TrainingData(double proceduralShare, Optional<Folders> folders, double heldOutShare) {
  private static final List<String> COMPOSED_KEYS = List.of("foregrounds", "alphas", "backgrounds");
  private static final List<String> RECORDED_KEYS = List.of("sources", "plates", "alphas");
  private static final double LARGEST_HELD_OUT_SHARE = 0.5;

  /** A data set on disk: images or videos, nested at will. */
  public sealed interface Folders {

    /** The folder of pictures with a subject in them. */
    Path subjects();

    /**
     * What is held out where a plan says nothing: a data set is large, corrected frames are few.
     */
    private double defaultHeldOutShare() {
      return this instanceof Recorded ? 0.2 : 0.05;
    }

    /**
     * Subjects that are put before backgrounds, as the authors lay data sets out.
     *
     * @param foregrounds the subjects' colours
     * @param alphas their alphas, by the same names
     * @param backgrounds scenes without a subject
     */
    record Composed(Path foregrounds, Path alphas, Path backgrounds) implements Folders {
      @Override
      public Path subjects() {
        return foregrounds;
      }
    }

    /**
     * One's own recordings, with alphas that someone corrected.
     *
     * @param sources frames with the subject
     * @param plates the scenes without it, by the same names, or one picture for all
     * @param alphas the true alphas, by the same names
     */
    record Recorded(Path sources, Path plates, Path alphas) implements Folders {
      @Override
      public Path subjects() {
        return sources;
      }
    }
  }

  public TrainingData {
    if (folders.isEmpty() && proceduralShare != 1) {
      throw new MattingException(
          "procedural_share is "
              + proceduralShare
              + ", but there are no folders for the other samples: name foregrounds, alphas and"
              + " backgrounds, or sources, plates and alphas, or make it 1");
    }
  }

  /** Generated samples only. */
  public static TrainingData procedural() {
    return new TrainingData(1, Optional.empty(), 0);
  }

  static TrainingData read(PlanReader in, TrainingData defaults) {
    Optional<Folders> folders = readFolders(in).or(defaults::folders);
    double share = folders.equals(defaults.folders) ? defaults.proceduralShare : 0;
    return new TrainingData(
        in.number("procedural_share", share, 0, 1), folders, readHeldOutShare(in, folders));
  }

  private static double readHeldOutShare(PlanReader in, Optional<Folders> folders) {
    if (folders.isEmpty()) {
      in.refuse("held_out_share", "without folders of a data set");
    }
    double otherwise = folders.map(Folders::defaultHeldOutShare).orElse(0.0);
    return in.number("held_out_share", otherwise, 0, LARGEST_HELD_OUT_SHARE);
  }

  private static Optional<Folders> readFolders(PlanReader in) {
    Optional<Path> foregrounds = in.existing("foregrounds");
    Optional<Path> backgrounds = in.existing("backgrounds");
    Optional<Path> sources = in.existing("sources");
    Optional<Path> plates = in.existing("plates");
    Optional<Path> alphas = in.existing("alphas");
    boolean recorded = sources.isPresent() || plates.isPresent();
    boolean composed = foregrounds.isPresent() || backgrounds.isPresent();
    if (!recorded && !composed && alphas.isEmpty()) {
      return Optional.empty();
    }
    if (recorded && composed) {
      throw new MattingException(
          "The plan names folders of two kinds of data sets: either "
              + COMPOSED_KEYS
              + " or "
              + RECORDED_KEYS);
    }
    return Optional.of(
        recorded
            ? new Folders.Recorded(
                required(RECORDED_KEYS, "sources", sources),
                required(RECORDED_KEYS, "plates", plates),
                required(RECORDED_KEYS, "alphas", alphas))
            : new Folders.Composed(
                required(COMPOSED_KEYS, "foregrounds", foregrounds),
                required(COMPOSED_KEYS, "alphas", alphas),
                required(COMPOSED_KEYS, "backgrounds", backgrounds)));
  }

  private static Path required(List<String> together, String key, Optional<Path> folder) {
    return folder.orElseThrow(
        () ->
            new MattingException(key + " is missing: a data set on disk needs all of " + together));
  }

  void write(PlanWriter out) {
    out.add("procedural_share", proceduralShare);
    folders.ifPresent(data -> write(data, out));
    if (folders.isPresent()) {
      out.add("held_out_share", heldOutShare);
    }
  }

  private static void write(Folders folders, PlanWriter out) {
    if (folders instanceof Folders.Composed composed) {
      out.add("foregrounds", composed.foregrounds().toString());
      out.add("alphas", composed.alphas().toString());
      out.add("backgrounds", composed.backgrounds().toString());
    } else if (folders instanceof Folders.Recorded recorded) {
      out.add("sources", recorded.sources().toString());
      out.add("plates", recorded.plates().toString());
      out.add("alphas", recorded.alphas().toString());
    }
  }
}
