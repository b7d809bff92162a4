package org.cleanplate.matte;

import java.util.EnumSet;
import java.util.Set;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Matte;
import org.cleanplate.frame.Samples;
import org.cleanplate.network.graph.Layer;

/**
 * The subject's own colour at the depth and in the channels of the source. A frame is {@code I = a
 * F + (1 - a) B} with alpha {@code a}, foreground {@code F} and clean plate {@code B} (Porter and
 * Duff, "Compositing Digital Images", 1984), so {@code F = (I - (1 - a) B) / a}. The division
 * amplifies noise by {@code 1 / a}; where alpha is small the network's colour takes over, blended
 * from {@value #TRUSTED_ALPHA} down to {@value #UNTRUSTED_ALPHA}.
 *
 * <p>Values outside black..white, which the network saw clamped, come out as they went in: nothing
 * is cut off but what the type of sample cannot hold. Used by one thread.
 */
public final class Unmixing {
  /** From here on the equation alone counts. */
  static final float TRUSTED_ALPHA = 0.5f;

  /** Up to here the network alone counts. */
  static final float UNTRUSTED_ALPHA = 0.1f;

  /** What {@link #unmix} reads. */
  public static final Set<Layer> LAYERS =
      Set.copyOf(EnumSet.of(Layer.ALPHA_FLOAT, Layer.FOREGROUND_FLOAT));

  private final Levels levels;
  private final boolean solve;

  /** Solves the equation; see {@link #Unmixing(Levels, boolean)}. */
  public Unmixing(Levels levels) {
    this(levels, true);
  }

  /**
   * @param levels black and white of deep samples, as the network was told
   * @param solve false for the network's colour everywhere, brought to the source's depth
   */
  public Unmixing(Levels levels, boolean solve) {
    this.levels = levels;
    this.solve = solve;
  }

  /**
   * Computes the foreground.
   *
   * @param source the frame
   * @param plate its clean plate, of the same format
   * @param matte has {@link #LAYERS}
   * @param foreground of the same format as the source; the fourth byte of packed pixels becomes
   *     255
   */
  public void unmix(Frame source, Frame plate, Matte matte, Frame foreground) {
    Samples mixed = Samples.of(source);
    Samples behind = Samples.of(plate);
    Samples network = Samples.of(matte.layer(Layer.FOREGROUND_FLOAT));
    Samples alpha = Samples.of(matte.layer(Layer.ALPHA_FLOAT));
    Samples target = Samples.of(foreground);
    SampleScale scale = SampleScale.of(mixed, levels);
    int pixels = source.format().width() * source.format().height();
    for (int i = 0; i < pixels; i++) {
      float a = alpha.get(i, 0);
      float trust = solve ? trust(a) : 0;
      for (int c = 0; c < target.channels(); c++) {
        float predicted = trust == 1 ? 0 : scale.sample(networkColour(network, i, c, target));
        float solved = trust == 0 ? 0 : (mixed.get(i, c) - (1 - a) * behind.get(i, c)) / a;
        target.set(i, c, trust * solved + (1 - trust) * predicted);
      }
    }
    OpaquePixels.set(foreground);
    foreground.stamp(source);
  }

  /** For a source without colour the network's three channels, which are nearly one, are met. */
  private static float networkColour(Samples network, int pixel, int channel, Samples target) {
    return target.channels() == 3
        ? network.get(pixel, channel)
        : (network.get(pixel, 0) + network.get(pixel, 1) + network.get(pixel, 2)) / 3;
  }

  /** 0 to 1 without a step or a bend. */
  private static float trust(float alpha) {
    float along = (alpha - UNTRUSTED_ALPHA) / (TRUSTED_ALPHA - UNTRUSTED_ALPHA);
    float held = Math.max(0, Math.min(1, along));
    return held * held * (3 - 2 * held);
  }
}
