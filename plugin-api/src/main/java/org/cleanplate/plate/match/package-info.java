/** Brings the exposure and the white balance of a clean plate to those of each frame. */
package org.cleanplate.plate.match;
