package org.cleanplate.output;

import java.io.IOException;
import java.util.List;

/** Closes many as one. */
public final class Closing {
  private Closing() {}

  /** How one is closed. */
  @FunctionalInterface
  public interface Close<T> {
    void close(T item) throws IOException;
  }

  /** Closes every item even if some fail to; throws the first failure, the others added to it. */
  public static <T> void all(List<T> items, Close<? super T> close) throws IOException {
    IOException failure = null;
    for (T item : items) {
      try {
        close.close(item);
      } catch (IOException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
