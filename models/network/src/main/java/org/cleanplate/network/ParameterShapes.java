package org.cleanplate.network;

import java.util.Map;

/** The parameters that a network needs, found by walking through the network itself. */
public final class ParameterShapes {
  private ParameterShapes() {}

  /**
   * Name and shape of every parameter, running statistics included and step counters left out, in
   * the order of the published checkpoints.
   */
  public static Map<String, int[]> of(Architecture architecture) {
    throw new IllegalStateException("not yet");
  }

  /**
   * The architecture that a checkpoint's shapes belong to.
   *
   * @throws org.cleanplate.MattingException if they are no network of this family
   */
  public static Architecture architectureOf(Map<String, int[]> shapes) {
    throw new IllegalStateException("not yet");
  }
}
