/**
 * Results as ImageJ keeps them: planes of pixels in memory or in a TIFF, tables, regions of
 * interest, overlays.
 */
package org.cleanplate.imagej.result;
