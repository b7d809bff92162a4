package org.cleanplate.video;

/**
 * How a video is read.
 *
 * @param deinterlace whether woven fields are made whole pictures, one for each frame; picture
 *     edges that move lose their combs, still ones some sharpness
 * @param device what decodes it
 */
public record DecodeOptions(boolean deinterlace, DecodingDevice device) {
  /** Frames as they are stored. */
  public static final DecodeOptions AS_IS = new DecodeOptions(false);

  /** A video decoded by the processor. */
  public DecodeOptions(boolean deinterlace) {
    this(deinterlace, new DecodingDevice.Processor());
  }
}
