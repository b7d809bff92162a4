package org.cleanplate.launch;

/** Cleanplate cannot run as it is installed; the message says what to do and fits a dialog. */
public final class InstallationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InstallationException(String message) {
    super(message);
  }

  InstallationException(String message, Throwable cause) {
    super(message, cause);
  }
}
