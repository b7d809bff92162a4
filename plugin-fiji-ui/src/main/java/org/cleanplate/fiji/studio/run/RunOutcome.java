package org.cleanplate.fiji.studio.run;

import java.util.List;

/** How a run ended. */
public sealed interface RunOutcome {

  /**
   * All results are there.
   *
   * @param results titles of the images; none if files were written
   */
  record Finished(List<String> results) implements RunOutcome {
    public Finished {
      results = List.copyOf(results);
    }
  }

  /** The user stopped it; nothing was kept. */
  record Cancelled() implements RunOutcome {}

  /**
   * It could not go on.
   *
   * @param message what to mend
   */
  record Failed(String message) implements RunOutcome {}

  /** In a word or a sentence. */
  default String describe() {
    if (this instanceof Finished finished) {
      return finished.results().isEmpty()
          ? "finished"
          : "finished: " + String.join(", ", finished.results());
    }
    return this instanceof Failed failed ? failed.message() : "cancelled";
  }
}
