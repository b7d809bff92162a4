package org.cleanplate.network.graph;

/**
 * What a matte consists of, each in the pixels it is delivered in. Values are 0..1 in the float
 * layouts and 0..255 or 0..65535, rounded, in the integer ones.
 */
public enum Layer {
  /** How much of each pixel is the subject. */
  ALPHA_FLOAT(PixelLayout.GRAY_FLOAT, Scale.FULL),
  ALPHA_8(PixelLayout.GRAY_8, Scale.FULL),
  ALPHA_16(PixelLayout.GRAY_16, Scale.FULL),
  /** The subject's own colour, free of the background that shines through. */
  FOREGROUND_FLOAT(PixelLayout.RGB_FLOAT, Scale.FULL),
  /** The same; its fourth byte is 255. */
  FOREGROUND_8(PixelLayout.BGRA_8, Scale.FULL),
  FOREGROUND_16(PixelLayout.RGB_16, Scale.FULL),
  /** Foreground with alpha in the fourth byte, not premultiplied; zero where alpha is zero. */
  CUTOUT_8(PixelLayout.BGRA_8, Scale.FULL),
  /** The subject over a new backdrop, mixed before rounding; the fourth byte is 255. */
  COMPOSITE_8(PixelLayout.BGRA_8, Scale.FULL),
  COMPOSITE_16(PixelLayout.RGB_16, Scale.FULL),
  /** Where the network expects its coarse alpha to be wrong, at the coarse size. */
  ERROR_MAP(PixelLayout.GRAY_FLOAT, Scale.COARSE),
  /** 255 for each 4x4 block that was refined, else 0; one pixel a block. */
  REFINED_REGIONS(PixelLayout.GRAY_8, Scale.BLOCKS),
  /** Alpha before refinement, at the coarse size. */
  COARSE_ALPHA(PixelLayout.GRAY_FLOAT, Scale.COARSE),
  /** Foreground before refinement, at the coarse size. */
  COARSE_FOREGROUND(PixelLayout.RGB_FLOAT, Scale.COARSE);

  /** The size of a layer against the frame. */
  public enum Scale {
    /** The frame's own size. */
    FULL,
    /** The size the encoder works at: the padded frame times the backbone scale, rounded down. */
    COARSE,
    /** A quarter of the padded frame. */
    BLOCKS
  }

  private final PixelLayout layout;
  private final Scale scale;

  Layer(PixelLayout layout, Scale scale) {
    this.layout = layout;
    this.scale = scale;
  }

  public PixelLayout layout() {
    return layout;
  }

  public Scale scale() {
    return scale;
  }

  /** Whether a backdrop is mixed into it. */
  public boolean isComposite() {
    return this == COMPOSITE_8 || this == COMPOSITE_16;
  }
}
