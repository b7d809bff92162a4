/**
 * Many files in one run: which there are, what is done with each, and what came of it. A file that
 * fails does not stop the others, and what is whole from an earlier run is not done again.
 */
package org.cleanplate.imagej.batch;
