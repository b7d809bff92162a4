package org.cleanplate.fiji.training;

/** How a job of the dashboard ended. */
sealed interface JobOutcome {

  /** It did what it was asked for. */
  record Done(String text) implements JobOutcome {}

  /** The user stopped it. */
  record Stopped(String text) implements JobOutcome {}

  /** The user has to mend something, which the text says. */
  record Failed(String text) implements JobOutcome {}

  String text();
}
