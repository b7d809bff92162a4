package org.cleanplate.imagej.run;

import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.frame.Frame;

/**
 * A frame of an image as the network would get it.
 *
 * @param pixels this record's own, not changed any more
 * @param levels black and white of them
 */
public record SourceFrame(Frame pixels, Levels levels) {}
