package org.cleanplate.fiji.studio.preview;

import ij.ImagePlus;
import org.cleanplate.imagej.parameters.MatteStackParameters;

/**
 * A frame to matte.
 *
 * @param image the source
 * @param parameters what a run would be asked for
 * @param frame its number, from 0
 */
public record PreviewRequest(ImagePlus image, MatteStackParameters parameters, int frame) {}
