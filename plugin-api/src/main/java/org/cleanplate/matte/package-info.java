/**
 * What is made of a matte once the network has computed it: smoothed in time, mended by hand,
 * unmixed to the source's own depth, measured, taken apart into components. JDK only.
 */
package org.cleanplate.matte;
