package org.cleanplate.imagej.run;

import java.util.List;
import java.util.Set;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.job.SinkGroup;
import org.cleanplate.matte.AlphaEdit;
import org.cleanplate.matte.Backdrop;
import org.cleanplate.matte.EditedMattes;
import org.cleanplate.matte.TemporalSmoothing;
import org.cleanplate.network.graph.Layer;

/**
 * What is changed in the mattes of one series between the network and the results.
 *
 * @param temporalFrames frames on either side that are averaged; 0 for none
 * @param edits changes of alpha, one after the other
 * @param backdrop of the composite; the network mixes a colour itself
 * @param levels black and white of the source
 */
record MatteEdits(int temporalFrames, List<AlphaEdit> edits, Backdrop backdrop, Levels levels) {

  private boolean isNothing() {
    return temporalFrames == 0 && edits.isEmpty() && backdrop instanceof Backdrop.Colour;
  }

  /** What the network has to deliver for sinks that read {@code wanted}. */
  Set<Layer> layers(Set<Layer> wanted) {
    return isNothing() ? wanted : EditedMattes.neededFor(wanted);
  }

  /** Sinks that hand edited mattes on to {@code sinks}; these themselves if nothing is edited. */
  List<FrameSink> around(List<FrameSink> sinks) {
    if (isNothing()) {
      return sinks;
    }
    FrameSink edited = new EditedMattes(edits, backdrop, levels, new SinkGroup(sinks));
    return List.of(
        temporalFrames == 0 ? edited : new TemporalSmoothing(temporalFrames, levels, edited));
  }
}
