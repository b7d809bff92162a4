package org.cleanplate.network.weights.pickle;

/**
 * A class or function that a pickle names, {@code module.name}: a name and no more.
 *
 * @param name such as {@code collections.OrderedDict}
 */
public record PickleClass(String name) {}
