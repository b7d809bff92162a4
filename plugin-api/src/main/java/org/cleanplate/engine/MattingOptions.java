package org.cleanplate.engine;

import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;
import org.cleanplate.MattingException;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.Refinement;

/**
 * How a frame is matted.
 *
 * @param backboneScale the size of the coarse pass against the frame, over 0 and up to 1; empty to
 *     choose it from the frame's size
 * @param refinement which blocks are refined
 * @param levels what counts as black and white in 16-bit and float pixels
 * @param backdrop the colour behind composites, {@code 0xRRGGBB}
 * @param layers what to deliver
 */
public record MattingOptions(
    OptionalDouble backboneScale,
    Refinement refinement,
    Levels levels,
    int backdrop,
    Set<Layer> layers) {

  /** Pixels refined by default, as the authors recommend for HD. */
  public static final int DEFAULT_SAMPLE_PIXELS = 80_000;

  /** Green, as in a studio. */
  public static final int DEFAULT_BACKDROP = 0x00B140;

  public MattingOptions {
    layers = Set.copyOf(layers);
    if (backboneScale.isPresent()
        && !(backboneScale.getAsDouble() > 0 && backboneScale.getAsDouble() <= 1)) {
      throw new MattingException(
          "Backbone scale is "
              + backboneScale.getAsDouble()
              + ", expected a number over 0 and up to 1, such as 0.25");
    }
    if (layers.isEmpty()) {
      throw new MattingException(
          "No layer is asked for, expected at least one: alpha, foreground, ...");
    }
  }

  /** The defaults for a set of layers. */
  public static MattingOptions of(Layer first, Layer... rest) {
    return new MattingOptions(
        OptionalDouble.empty(),
        new Refinement.Sampling(DEFAULT_SAMPLE_PIXELS),
        Levels.FULL_RANGE,
        DEFAULT_BACKDROP,
        EnumSet.of(first, rest));
  }

  /**
   * The same with a coarse pass of another size.
   *
   * @param scale over 0 and up to 1
   * @throws MattingException if it is not
   */
  public MattingOptions withBackboneScale(double scale) {
    return new MattingOptions(OptionalDouble.of(scale), refinement, levels, backdrop, layers);
  }

  /** The same with other blocks refined. */
  public MattingOptions withRefinement(Refinement newRefinement) {
    return new MattingOptions(backboneScale, newRefinement, levels, backdrop, layers);
  }

  /** The same with another black and white. */
  public MattingOptions withLevels(Levels newLevels) {
    return new MattingOptions(backboneScale, refinement, newLevels, backdrop, layers);
  }

  /**
   * The same with another colour behind composites.
   *
   * @param rgb {@code 0xRRGGBB}
   */
  public MattingOptions withBackdrop(int rgb) {
    return new MattingOptions(backboneScale, refinement, levels, rgb, layers);
  }

  /**
   * The same with other layers delivered.
   *
   * @param newLayers at least one
   * @throws MattingException if there is none
   */
  public MattingOptions withLayers(Set<Layer> newLayers) {
    return new MattingOptions(backboneScale, refinement, levels, backdrop, newLayers);
  }

  /**
   * The pixel values taken as 0 and as 1; others are clamped. 8-bit pixels are always 0..255.
   *
   * @param black the value of black, in the pixels' own units
   * @param white the value of white, above black
   */
  public record Levels(double black, double white) {
    /** 0..65535 for 16-bit pixels, 0..1 for float ones. */
    public static final Levels FULL_RANGE = new Levels(Double.NaN, Double.NaN);

    public Levels {
      if (!Double.isNaN(black) && !(white > black)) {
        throw new MattingException(
            "Levels are " + black + ".." + white + ", expected white above black");
      }
    }
  }
}
