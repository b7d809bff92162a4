package org.cleanplate.imagej.result;

import org.cleanplate.imagej.image.ChannelLevels;
import org.cleanplate.imagej.image.StackSeries;
import org.cleanplate.imagej.parameters.Output;
import org.cleanplate.imagej.parameters.UnmixChoice;
import org.cleanplate.matte.MaskOptions;
import org.cleanplate.matte.Unmixing;
import org.cleanplate.network.graph.Layer;

/**
 * What each output's pixels are made of.
 *
 * @param alphaDepth bits of alpha: 8, 16 or 32
 * @param unmix where the colour of the foreground comes from
 * @param mask threshold and least area of masks and labels
 */
public record OutputPlanes(int alphaDepth, UnmixChoice unmix, MaskOptions mask) {

  /**
   * The planes of an output for a series.
   *
   * @param levels black and white of the series' planes
   */
  public ResultPlanes of(Output output, StackSeries series, ChannelLevels levels) {
    return switch (output) {
      case ALPHA -> new LayerPlanes(alphaLayer());
      case FOREGROUND -> foreground(series, levels);
      case COMPOSITE -> new LayerPlanes(Layer.COMPOSITE_8);
      case CUTOUT -> new LayerPlanes(Layer.CUTOUT_8);
      case ERROR -> new LayerPlanes(Layer.ERROR_MAP);
      case REGIONS -> new LayerPlanes(Layer.REFINED_REGIONS);
      case MASK -> new MaskPlanes(mask);
      case LABELS -> new LabelPlanes(mask);
    };
  }

  private Layer alphaLayer() {
    return switch (alphaDepth) {
      case 8 -> Layer.ALPHA_8;
      case 16 -> Layer.ALPHA_16;
      default -> Layer.ALPHA_FLOAT;
    };
  }

  private ResultPlanes foreground(StackSeries series, ChannelLevels levels) {
    int bitDepth = series.image().getBitDepth();
    boolean solved = unmix.appliesTo(bitDepth == 24 ? 8 : bitDepth);
    if (!solved && !series.isColour() && series.isPackedColour()) {
      // The network's own picture is what is wanted, at no cost.
      return new LayerPlanes(Layer.FOREGROUND_8);
    }
    Unmixing unmixing = new Unmixing(levels.forNetwork(), solved);
    return new ForegroundPlanes(series, levels, unmixing);
  }
}
