package org.cleanplate.imagej.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.frame.Frame;
import org.cleanplate.matte.FrameMeasurement;
import org.cleanplate.network.graph.Layer;

/**
 * All that is known of one frame once it is matted. The pixels are this record's own and are not
 * changed any more, so any thread may read them.
 *
 * @param source the frame
 * @param givenPlate the clean plate as it was found or estimated
 * @param plate the same moved and lit as the frame is
 * @param layers what the model offers of those asked for
 * @param levels black and white of {@code source} and the plates
 * @param measurement coverage, expected error and more
 * @param device what computed, in words
 * @param fallback why that is not the device asked for; empty if it is
 * @param plateDescription where the plate comes from
 * @param plateWarning what is wrong with an estimate, in a sentence; empty if all is well
 * @param fitting how the plate was moved and lit, each a sentence
 */
public record MattedFrame(
    Frame source,
    Frame givenPlate,
    Frame plate,
    Map<Layer, Frame> layers,
    Levels levels,
    FrameMeasurement measurement,
    String device,
    Optional<String> fallback,
    String plateDescription,
    Optional<String> plateWarning,
    List<String> fitting) {
  public MattedFrame {
    layers = Map.copyOf(layers);
    fitting = List.copyOf(fitting);
  }
}
