/** The run folder: what a training run keeps on disk, and how it goes on from there. */
package org.cleanplate.training.run;
