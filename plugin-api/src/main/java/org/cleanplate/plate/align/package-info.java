/**
 * Moving a plate to where a camera that moved would have seen it. The only package that knows
 * OpenCV.
 */
package org.cleanplate.plate.align;
