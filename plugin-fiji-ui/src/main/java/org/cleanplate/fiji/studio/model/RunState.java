package org.cleanplate.fiji.studio.model;

import java.util.Optional;
import org.cleanplate.fiji.studio.run.RunOutcome;
import org.cleanplate.progress.Progress;

/** Whether a run is going on. */
public sealed interface RunState {

  /**
   * None is.
   *
   * @param last how the last one ended
   */
  record Idle(Optional<RunOutcome> last) implements RunState {}

  /**
   * One is.
   *
   * @param progress how far it is, once that is known
   * @param cancelling whether the user wants it to stop
   */
  record Running(Optional<Progress> progress, boolean cancelling) implements RunState {}
}
