/** Masks that a person gives, frame by frame: images, or regions on key frames. */
package org.cleanplate.imagej.mask;
