package org.cleanplate.network.catalog;

/**
 * A model that {@link ModelCatalog#open} knows by name; it is not read until then.
 *
 * @param name what the user calls it
 * @param origin where it comes from
 * @param fileName the file it lies in
 * @param sizeBytes size of that file
 */
public record ModelEntry(String name, Origin origin, String fileName, long sizeBytes) {

  /** Where a model comes from. */
  public enum Origin {
    /** Part of this program. */
    BUNDLED,
    /** In the user's model folder: imported, downloaded or put there. */
    USER_FOLDER
  }
}
