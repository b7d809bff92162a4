package org.cleanplate.network.weights;

/**
 * A PyTorch storage by reference.
 *
 * @param key name of the entry under {@code data/} that holds it
 * @param elements how many values it claims to have
 */
record TorchStorage(ElementType type, String key, long elements) {}
