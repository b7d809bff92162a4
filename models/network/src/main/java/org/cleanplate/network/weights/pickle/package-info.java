/**
 * Reads Python pickles as data. Nothing is imported, constructed or called but what a {@link
 * org.cleanplate.network.weights.pickle.PickleDialect} offers, so a hostile file can name what it
 * likes and is refused by that name.
 */
package org.cleanplate.network.weights.pickle;
