package org.cleanplate.fiji.studio.canvas;

import java.util.Optional;

/**
 * What the canvas shows.
 *
 * @param before the frame as it is
 * @param after a side of its matte
 * @param afterLabel what that side is called
 * @param message what goes on or went wrong; empty for nothing
 * @param failed whether it went wrong
 */
record Scene(
    Optional<Picture> before,
    Optional<Picture> after,
    String afterLabel,
    Optional<String> message,
    boolean failed) {
  static final Scene EMPTY =
      new Scene(
          Optional.empty(),
          Optional.empty(),
          "",
          Optional.of("Open a stack, and choose it as source"),
          false);

  /** Whatever there is to see. */
  Optional<Picture> any() {
    return before.or(() -> after);
  }
}
