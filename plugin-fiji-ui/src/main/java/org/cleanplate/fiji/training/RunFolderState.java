package org.cleanplate.fiji.training;

import java.nio.file.Files;
import java.nio.file.Path;

/** What a run folder holds, and what the start button therefore does. */
enum RunFolderState {
  NONE("Start", " "),
  UNFINISHED(
      "Resume",
      "It holds a run, which goes on as it was planned. For a new run name another folder."),
  DONE(
      "Start",
      "It holds a run that is done: use its model, or name another folder for a new run, which can"
          + " start from this model.");

  private final String button;
  private final String note;

  RunFolderState(String button, String note) {
    this.button = button;
    this.note = note;
  }

  /** Looks into a folder, which need not exist. */
  static RunFolderState of(Path folder) {
    if (!Files.isRegularFile(folder.resolve(TrainingRequest.PLAN))) {
      return NONE;
    }
    return Files.isRegularFile(folder.resolve(TrainedModel.OF_DONE_RUN)) ? DONE : UNFINISHED;
  }

  /** Whether there is a plan, which stands. */
  boolean isPlanned() {
    return this != NONE;
  }

  /** What the start button says. */
  String button() {
    return button;
  }

  /** What a user should know of the folder. */
  String note() {
    return note;
  }
}
