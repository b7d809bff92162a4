package org.cleanplate.imagej.run;

import java.util.Optional;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.imagej.parameters.MatteVideoParameters;
import org.cleanplate.imagej.parameters.StretchChoice;
import org.cleanplate.video.ColorTags;
import org.cleanplate.video.EncodeOptions;
import org.cleanplate.video.SoundSource;
import org.cleanplate.video.VideoFrameSource;

/**
 * What a result takes over from the video that it was made of.
 *
 * @param sound empty for a silent result
 * @param colors how the colours of the frames are meant
 */
record VideoOrigin(Optional<SoundSource> sound, ColorTags colors) {
  /** Frames that come from no video. */
  static final VideoOrigin NONE = new VideoOrigin(Optional.empty(), ColorTags.BT709);

  static VideoOrigin of(FrameSource source, MatteVideoParameters parameters) {
    if (!(source instanceof VideoFrameSource video)) {
      return NONE;
    }
    Optional<SoundSource> sound =
        parameters.reading().sound()
            ? Optional.of(video.sound(goesToTheEnd(parameters.stretch())))
            : Optional.empty();
    return new VideoOrigin(sound, video.colors());
  }

  private static boolean goesToTheEnd(StretchChoice stretch) {
    return stretch.frames().isEmpty() && stretch.toSeconds().isEmpty() && !stretch.isProxy();
  }

  EncodeOptions applyTo(EncodeOptions options) {
    EncodeOptions tagged = options.withColors(colors);
    return sound.map(tagged::withSound).orElse(tagged);
  }
}
