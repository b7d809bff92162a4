/**
 * Whether this machine can compute on CUDA, and what it lacks if not. Looks at files and asks the
 * driver's own program; loads nothing by itself.
 */
package org.cleanplate.engine.gpu;
