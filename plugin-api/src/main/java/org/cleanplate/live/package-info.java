/**
 * Matting of what happens now: a camera is read on a thread of its own, and of the frames that come
 * while one is computed only the latest is kept.
 */
package org.cleanplate.live;
