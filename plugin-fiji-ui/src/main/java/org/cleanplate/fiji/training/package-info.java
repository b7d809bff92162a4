/**
 * The training dashboard: a window over what <em>Train Model...</em> does.
 *
 * <p>{@link org.cleanplate.fiji.training.TrainingRequest} is what the window asks for, as the
 * parameters of that command; {@link org.cleanplate.fiji.training.TrainingJob} trains by them off
 * the event thread, {@link org.cleanplate.fiji.training.TrainingRecord} is what is known of the
 * run; all three know no window.
 */
package org.cleanplate.fiji.training;
