/** Takes the pictures of the user guide: opens the windows, waits for what they show, and looks. */
package org.cleanplate.samples.guide;
