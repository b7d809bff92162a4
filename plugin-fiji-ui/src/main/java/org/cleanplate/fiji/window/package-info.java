/** What the windows of Cleanplate have in common. */
package org.cleanplate.fiji.window;
