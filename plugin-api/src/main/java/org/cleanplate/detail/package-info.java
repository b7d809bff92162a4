/**
 * Hair and edges from the clean plate: where the network's alpha is in doubt, the compositing
 * equation is solved pixel by pixel. {@link org.cleanplate.detail.DetailEngine} puts this behind
 * any engine.
 */
package org.cleanplate.detail;
