package org.cleanplate.network;

/**
 * What the base network predicts, at the size it works at.
 *
 * @param alpha 1 channel, 0..1
 * @param foregroundResidual 3 channels, foreground minus source, unclamped until the very end
 * @param error 1 channel, 0..1: how wrong the alpha is expected to be
 * @param hidden what the refiner is told besides, 0 or more
 */
public record CoarseMatte<T>(T alpha, T foregroundResidual, T error, T hidden) {}
