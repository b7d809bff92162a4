package org.cleanplate.imagej.parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.cleanplate.contrast.ContrastEngine;
import org.cleanplate.contrast.Stretch;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.Refinement;

/**
 * What all mattes have in common, whatever the pixels come from.
 *
 * @param model a name in the model catalogue
 * @param compute on what, and in which floats
 * @param refinement which blocks are refined
 * @param scale the size of the coarse pass against the frame; empty to choose it by the frame
 * @param detail who draws hair and edges
 * @param contrast whether pictures of little contrast are shown stretched
 * @param backdrop what the composite shows behind the subject
 */
public record MattingParameters(
    String model,
    ComputeChoice compute,
    Refinement refinement,
    OptionalDouble scale,
    DetailChoice detail,
    ContrastChoice contrast,
    BackdropChoice backdrop) {

  /** The bundled model. */
  public static final String DEFAULT_MODEL = "cleanplate-slim";

  public static final double DEFAULT_THRESHOLD = 0.1;

  private static final String AUTO = "auto";

  public static final MattingParameters DEFAULT =
      new MattingParameters(
          DEFAULT_MODEL,
          ComputeChoice.AUTO,
          new Refinement.Sampling(MattingOptions.DEFAULT_SAMPLE_PIXELS),
          OptionalDouble.empty(),
          DetailChoice.PLATE,
          ContrastChoice.AUTO,
          BackdropChoice.DEFAULT);

  static List<MacroKey> keys() {
    List<MacroKey> keys = new ArrayList<>(modelKeys());
    keys.add(BackdropChoice.macroKey());
    return keys;
  }

  /** As well those that only make sense where all frames are at hand. */
  static List<MacroKey> runKeys() {
    List<MacroKey> keys = new ArrayList<>(keys());
    keys.add(ContrastChoice.macroKey());
    return keys;
  }

  /** All but those that only a composite needs. */
  static List<MacroKey> modelKeys() {
    List<MacroKey> keys = new ArrayList<>();
    keys.add(new MacroKey("model", "name", "a model of Models...; default " + DEFAULT_MODEL));
    keys.addAll(ComputeChoice.macroKeys());
    keys.addAll(refinementKeys());
    keys.add(DetailChoice.macroKey());
    return keys;
  }

  private static List<MacroKey> refinementKeys() {
    return List.of(
        new MacroKey(
            "refinement",
            "sampling|thresholding|full|none",
            "which blocks to refine; default sampling"),
        new MacroKey(
            "pixels",
            "number",
            "pixels to refine with sampling; default " + MattingOptions.DEFAULT_SAMPLE_PIXELS),
        new MacroKey(
            "threshold",
            "number",
            "expected error, 0..1, above which thresholding refines; default " + DEFAULT_THRESHOLD),
        new MacroKey(
            "scale",
            AUTO + "|number",
            "size of the coarse pass against the frame, over 0 and up to 1; default auto"));
  }

  /** From {@link #runKeys}. */
  static MattingParameters readRun(MacroOptions options) {
    MattingParameters read = read(options);
    return new MattingParameters(
        read.model,
        read.compute,
        read.refinement,
        read.scale,
        read.detail,
        ContrastChoice.read(options),
        read.backdrop);
  }

  /** From {@link #keys}. */
  static MattingParameters read(MacroOptions options) {
    MattingParameters model = readModel(options);
    return options
        .text("backdrop")
        .map(BackdropChoice::parse)
        .map(model::withBackdrop)
        .orElse(model);
  }

  /** From {@link #modelKeys}. */
  static MattingParameters readModel(MacroOptions options) {
    return new MattingParameters(
        options.text("model").orElse(DEFAULT_MODEL),
        ComputeChoice.read(options),
        refinement(options),
        options.text("scale").filter(AUTO::equalsIgnoreCase).isPresent()
            ? OptionalDouble.empty()
            : options.number("scale", Double.MIN_VALUE, 1),
        DetailChoice.read(options),
        ContrastChoice.AUTO,
        DEFAULT.backdrop());
  }

  private MattingParameters withBackdrop(BackdropChoice other) {
    return new MattingParameters(model, compute, refinement, scale, detail, contrast, other);
  }

  private static Refinement refinement(MacroOptions options) {
    RefinementKind kind =
        options
            .choice("refinement", RefinementKind.class, RefinementKind::key)
            .orElse(RefinementKind.SAMPLING);
    if (kind != RefinementKind.SAMPLING) {
      options.refuse("pixels", "with refinement=" + kind.key());
    }
    if (kind != RefinementKind.THRESHOLDING) {
      options.refuse("threshold", "without refinement=thresholding");
    }
    return kind.with(
        options.integer("pixels", 0).orElse(MattingOptions.DEFAULT_SAMPLE_PIXELS),
        options.number("threshold", 0, 1).orElse(DEFAULT_THRESHOLD));
  }

  /** Records what differs from the default. */
  void write(MacroLine line) {
    if (!model.equals(DEFAULT_MODEL)) {
      line.add("model", model);
    }
    compute.write(line);
    if (!refinement.equals(DEFAULT.refinement())) {
      line.add("refinement", RefinementKind.of(refinement).key());
    }
    if (refinement instanceof Refinement.Sampling sampling
        && sampling.pixels() != MattingOptions.DEFAULT_SAMPLE_PIXELS) {
      line.add("pixels", sampling.pixels());
    }
    if (refinement instanceof Refinement.Thresholding thresholding) {
      line.add("threshold", thresholding.error());
    }
    scale.ifPresent(value -> line.add("scale", value));
    detail.write(line);
    contrast.write(line);
    if (!backdrop.equals(DEFAULT.backdrop())) {
      line.add("backdrop", backdrop.text());
    }
  }

  /**
   * An engine that mattes as this asks for.
   *
   * @param stretch what pictures are stretched by, if they are
   */
  public MattingEngine engine(MattingEngine network, Optional<Stretch> stretch) {
    MattingEngine detailed = detail.over(network);
    return stretch.<MattingEngine>map(map -> new ContrastEngine(detailed, map)).orElse(detailed);
  }

  /** The options of a run whose sinks read {@code layers}. */
  public MattingOptions options(MattingOptions.Levels levels, Set<Layer> layers) {
    return new MattingOptions(scale, refinement, levels, backdrop.networkColour(), layers);
  }
}
