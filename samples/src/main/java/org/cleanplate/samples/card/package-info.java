/** The pictures, curves and tables of a bundled model's card; see samples/model-card.sh. */
package org.cleanplate.samples.card;
