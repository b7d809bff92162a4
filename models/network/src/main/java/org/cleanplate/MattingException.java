package org.cleanplate;

/**
 * A mistake the user can mend. The message fits a dialog: it says what was found, what was expected
 * and what to do.
 */
public class MattingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MattingException(String message) {
    super(message);
  }

  public MattingException(String message, Throwable cause) {
    super(message, cause);
  }
}
