package org.cleanplate.video;

/** Which of a preset's encoders may write the videos of a run. */
public enum EncoderChoice {
  /** The one of the best pictures; hardware where this FFmpeg has nothing else. */
  BEST,
  /** None that is hardware. */
  SOFTWARE,
  /** Hardware where it works, else the best: quicker, for somewhat more bytes. */
  HARDWARE_FIRST,
  /** Only hardware. */
  HARDWARE;

  /** Whether an encoder may be used. */
  boolean allows(EncoderKind kind) {
    return switch (this) {
      case SOFTWARE -> !kind.isHardware();
      case HARDWARE -> kind.isHardware();
      default -> true;
    };
  }
}
