package org.cleanplate.network.weights;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.cleanplate.network.Architecture;

/**
 * A whole network as read from a file: the weights fit the architecture, none missing and none left
 * over.
 *
 * @param metadata what else the file says about itself: where it comes from, how it was trained
 */
public record Checkpoint(Architecture architecture, Weights weights, Map<String, String> metadata) {
  public Checkpoint {
    metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
  }
}
