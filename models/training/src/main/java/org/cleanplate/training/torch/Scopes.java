package org.cleanplate.training.torch;

import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;

/** Stretches of a thread's work with native state that must end with them. */
final class Scopes {
  private Scopes() {}

  /** Frees all native objects that {@code work} makes and does not keep. */
  static void freeing(Runnable work) {
    freeing(
        () -> {
          work.run();
          return true;
        });
  }

  /**
   * Frees all native objects that {@code work} makes and does not keep.
   *
   * @param work returns something that is not native
   */
  static <T> T freeing(Supplier<T> work) {
    PointerScope scope = new PointerScope();
    try {
      return work.get();
    } finally {
      scope.close();
    }
  }

  /** Records no gradients meanwhile. */
  static <T> T withoutGradients(Supplier<T> work) {
    NoGradGuard guard = new NoGradGuard();
    try {
      return work.get();
    } finally {
      guard.close();
    }
  }
}
