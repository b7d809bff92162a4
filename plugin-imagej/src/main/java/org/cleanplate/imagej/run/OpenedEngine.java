package org.cleanplate.imagej.run;

import org.cleanplate.engine.MattingEngine;

/**
 * An engine and what its model was read from.
 *
 * @param engine owned by who provided it
 * @param modelSha256 lower-case hexadecimal
 */
public record OpenedEngine(MattingEngine engine, String modelSha256) {}
