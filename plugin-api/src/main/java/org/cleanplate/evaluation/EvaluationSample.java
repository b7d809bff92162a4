package org.cleanplate.evaluation;

import java.util.Optional;
import org.cleanplate.frame.Frame;
import org.cleanplate.metric.AlphaPlane;

/**
 * One picture to measure on.
 *
 * @param name its path in the data set without an extension
 * @param source the frame
 * @param cleanPlate the scene without its subject, of the same size and layout
 * @param truth the true alpha
 * @param trimap 128 of 255 where the errors are counted; empty to count everywhere
 */
public record EvaluationSample(
    String name, Frame source, Frame cleanPlate, AlphaPlane truth, Optional<AlphaPlane> trimap) {

  /** The folder of the sample in the data set; frames of a sequence share it. */
  public String folder() {
    int slash = name.lastIndexOf('/');
    return slash < 0 ? "" : name.substring(0, slash);
  }
}
