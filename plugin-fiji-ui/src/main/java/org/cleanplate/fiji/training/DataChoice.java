package org.cleanplate.fiji.training;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.parameters.BackgroundChoice;
import org.cleanplate.imagej.parameters.FootageChoice;
import org.cleanplate.imagej.parameters.FrameNumbers;

/** What a run of the dashboard learns from. */
public sealed interface DataChoice {

  /** Samples that are painted and photographed by the program; needs no data. */
  record Generated() implements DataChoice {}

  /**
   * Subjects that are laid over backgrounds, as the authors lay data sets out.
   *
   * @param generatedShare part of the samples that is generated, 0..1
   */
  record Folders(String foregrounds, String alphas, String backgrounds, double generatedShare)
      implements DataChoice {}

  /**
   * Frames of a stack or a video with the mattes that the user has corrected.
   *
   * @param frames which frames those are; empty if there is a matte for each
   */
  record Footage(String recording, String background, String corrected, String frames)
      implements DataChoice {}

  /** The footage, if that is what is chosen. */
  default Optional<FootageChoice> footage() {
    if (!(this instanceof Footage own)) {
      return Optional.empty();
    }
    return Optional.of(
        new FootageChoice(
            given("Footage", own.recording),
            BackgroundChoice.parse(given("Background", own.background)),
            given("Corrected mattes", own.corrected),
            own.frames.isBlank() ? Optional.empty() : Optional.of(FrameNumbers.parse(own.frames))));
  }

  /** The keys of a training plan that name the data. */
  default Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    if (this instanceof Folders folders) {
      settings.put("foregrounds", given("Foregrounds", folders.foregrounds));
      settings.put("alphas", given("Alphas", folders.alphas));
      settings.put("backgrounds", given("Backgrounds", folders.backgrounds));
      if (folders.generatedShare > 0) {
        settings.put("procedural_share", BigDecimal.valueOf(folders.generatedShare).toString());
      }
    }
    return settings;
  }

  /**
   * The text of a field.
   *
   * @throws MattingException if there is none
   */
  static String given(String label, String text) {
    if (text.isBlank()) {
      throw new MattingException(label + " is empty: choose or type it");
    }
    // Recorded with slashes, which every system reads and no quoting doubles.
    return text.strip().replace('\\', '/');
  }
}
