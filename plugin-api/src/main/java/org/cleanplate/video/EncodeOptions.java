package org.cleanplate.video;

import java.util.Optional;

/**
 * How a video is written.
 *
 * @param preset the kind of video
 * @param quality how much of the picture is kept; heeded if {@link VideoPreset#hasQuality()}
 * @param sound what to take sound from; empty for a silent video
 * @param colors how the pixels' colours are meant
 * @param comment what the file says of itself to those who ask; empty for nothing
 * @param encoder the library's name of the only encoder to use; empty for the preset's best that
 *     works
 */
public record EncodeOptions(
    VideoPreset preset,
    Quality quality,
    Optional<SoundSource> sound,
    ColorTags colors,
    String comment,
    Optional<String> encoder) {

  /** A silent video of the usual quality. */
  public static EncodeOptions of(VideoPreset preset) {
    return new EncodeOptions(
        preset, Quality.DEFAULT, Optional.empty(), ColorTags.BT709, "", Optional.empty());
  }

  /** The same with more or less kept of the picture. */
  public EncodeOptions withQuality(Quality other) {
    return new EncodeOptions(preset, other, sound, colors, comment, encoder);
  }

  /** The same with sound. */
  public EncodeOptions withSound(SoundSource source) {
    return new EncodeOptions(preset, quality, Optional.of(source), colors, comment, encoder);
  }

  /** The same without sound. */
  EncodeOptions silent() {
    return new EncodeOptions(preset, quality, Optional.empty(), colors, comment, encoder);
  }

  /** The same with colours that are meant otherwise. */
  public EncodeOptions withColors(ColorTags tags) {
    return new EncodeOptions(preset, quality, sound, tags, comment, encoder);
  }

  /** The same with words for those who ask the file. */
  public EncodeOptions withComment(String text) {
    return new EncodeOptions(preset, quality, sound, colors, text, encoder);
  }

  /** The same by one encoder only; by the preset's best if there is no name. */
  public EncodeOptions withEncoder(Optional<String> name) {
    return new EncodeOptions(preset, quality, sound, colors, comment, name);
  }
}
