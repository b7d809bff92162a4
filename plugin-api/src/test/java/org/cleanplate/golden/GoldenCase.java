package org.cleanplate.golden;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanplate.network.graph.Refinement;

/**
 * One reference output: which network was run on which input, and how.
 *
 * @param file the {@code .npz} that holds the output
 * @param weights the weights' name, the folder of the file
 * @param input the input's name, such as {@code p512x288}
 * @param refinement the mode; {@link Refinement.None} for the base network alone
 * @param backboneScale 1 for the base network alone
 * @param refinerKernel 1 or 3
 */
record GoldenCase(
    Path file,
    String weights,
    String input,
    Refinement refinement,
    double backboneScale,
    int refinerKernel) {

  private static final Pattern BASE = Pattern.compile("(?<input>[^_]+)__base\\.npz");
  private static final Pattern REFINED =
      Pattern.compile(
          "(?<input>[^_]+)__(?:full|sampling(?<pixels>\\d+)|thresholding_t(?<threshold>\\d+(?:\\.\\d+)?))"
              + "_s(?<scale>\\d+(?:\\.\\d+)?)_k(?<kernel>[13])(?<noprevent>_noprevent)?\\.npz");

  /** Reads {@code <weights>/<input>__<mode>_s<scale>_k<kernel>.npz}; empty if it is none. */
  static Optional<GoldenCase> parse(Path file) {
    String name = file.getFileName().toString();
    String weights = file.getParent().getFileName().toString();
    Matcher base = BASE.matcher(name);
    if (base.matches()) {
      return Optional.of(
          new GoldenCase(file, weights, base.group("input"), new Refinement.None(), 1, 3));
    }
    Matcher refined = REFINED.matcher(name);
    if (!refined.matches()
        || (refined.group("noprevent") != null && refined.group("pixels") == null)) {
      return Optional.empty();
    }
    return Optional.of(
        new GoldenCase(
            file,
            weights,
            refined.group("input"),
            refinement(refined),
            Double.parseDouble(refined.group("scale")),
            Integer.parseInt(refined.group("kernel"))));
  }

  private static Refinement refinement(Matcher name) {
    if (name.group("pixels") != null) {
      return new Refinement.Sampling(
          Integer.parseInt(name.group("pixels")), name.group("noprevent") == null);
    }
    if (name.group("threshold") != null) {
      return new Refinement.Thresholding(Double.parseDouble(name.group("threshold")));
    }
    return new Refinement.Full();
  }

  boolean isBase() {
    return refinement instanceof Refinement.None;
  }

  /** What reports call it: {@code mobilenetv2/p256x256__full_s0.25_k3}. */
  @Override
  public String toString() {
    return weights + "/" + file.getFileName().toString().replaceFirst("\\.npz$", "");
  }
}
