/** Painting on the canvas: brushes, what is painted, and the bar with the tools. */
package org.cleanplate.fiji.studio.paint;
