package org.cleanplate.network;

/**
 * What an encoder hands to the decoder.
 *
 * @param full the input itself
 * @param half shortcut at 1/2 of the size
 * @param quarter shortcut at 1/4
 * @param eighth shortcut at 1/8
 * @param deepest the features at 1/16
 */
public record EncoderFeatures<T>(T full, T half, T quarter, T eighth, T deepest) {}
