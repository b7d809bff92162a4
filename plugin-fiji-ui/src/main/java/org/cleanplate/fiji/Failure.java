package org.cleanplate.fiji;

import java.io.IOException;
import org.cleanplate.MattingException;

/** SciJava hands exceptions to whoever waits for the command, but no checked ones. */
final class Failure {
  private Failure() {}

  static MattingException of(IOException e) {
    return new MattingException(e.getMessage() == null ? e.toString() : e.getMessage(), e);
  }
}
