/** Tells whether a clean plate fits the frames before they are matted with it. */
package org.cleanplate.plate.check;
