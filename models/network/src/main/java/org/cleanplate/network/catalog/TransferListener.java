package org.cleanplate.network.catalog;

/** Hears how far a download is, on the thread that called for it. */
@FunctionalInterface
public interface TransferListener {

  /**
   * Called some times a second.
   *
   * @param bytes bytes on disk so far, those of an earlier attempt included
   * @param totalBytes size of the whole file, or -1 while the server has not told
   */
  void transferred(long bytes, long totalBytes);
}
