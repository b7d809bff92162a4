/** Clean plates that are made of the frames themselves, and plates that change with time. */
package org.cleanplate.plate.estimate;
