/**
 * Pictures of little contrast, as a bright-field microscope takes them, brought to the whole range
 * for the network and back for the results. {@link org.cleanplate.contrast.ContrastEngine} puts
 * this around any engine.
 */
package org.cleanplate.contrast;
