/**
 * The garbage matte that a person paints: masks of pixels, which become regions in files as the ROI
 * Manager keeps them. Knows no window.
 */
package org.cleanplate.fiji.studio.regions;
