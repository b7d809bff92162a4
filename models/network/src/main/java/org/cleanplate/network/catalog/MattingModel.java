package org.cleanplate.network.catalog;

import java.nio.file.Path;
import org.cleanplate.network.Architecture;
import org.cleanplate.network.weights.Weights;

/** A model that is ready to be opened by an engine. */
public sealed interface MattingModel {

  /** What the user calls it. */
  String name();

  /** SHA-256 of the file it was read from, lower-case hexadecimal. */
  String sha256();

  /** A network of ours: the graph is assembled for each session. */
  record Network(String name, String sha256, Architecture architecture, Weights weights)
      implements MattingModel {}

  /**
   * An ONNX file as the authors publish it (inputs {@code src}, {@code bgr}), run as it is: its
   * scale, refinement and sample count are those it was exported with.
   */
  record PublishedOnnx(String name, String sha256, Path file) implements MattingModel {}
}
