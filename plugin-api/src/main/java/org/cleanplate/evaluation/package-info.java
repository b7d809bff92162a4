/**
 * How good mattes are, measured on pictures whose true alpha is known: data sets as they are laid
 * out in this field ({@link org.cleanplate.evaluation.EvaluationSet}), whatever predicts an alpha
 * ({@link org.cleanplate.evaluation.AlphaPredictor}), and the run that writes tables and a contact
 * sheet ({@link org.cleanplate.evaluation.Evaluation}).
 */
package org.cleanplate.evaluation;
