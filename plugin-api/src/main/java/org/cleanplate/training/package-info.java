/**
 * What training is asked for and how it tells of itself. The work is done by the training add-on,
 * which is looked for at run time, as it brings libtorch and most users never train.
 *
 * <p>{@link org.cleanplate.training.TrainingPlan} is the whole of the question, {@link
 * org.cleanplate.training.ModelTrainer} answers it, {@link
 * org.cleanplate.training.TrainingListener} hears of the progress.
 */
package org.cleanplate.training;
