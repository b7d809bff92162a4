package org.cleanplate.engine.gpu;

/**
 * One thing that CUDA needs, and whether this machine has it.
 *
 * @param what it is, for people
 * @param state whether it is there
 * @param detail where or which version, or what is wrong; may be empty
 * @param remedy what to do about it; empty unless it is missing
 */
public record Finding(String what, State state, String detail, String remedy) {

  /** Whether a thing is there. */
  public enum State {
    FOUND("ok"),
    MISSING("missing"),
    /** Cannot be told before what is missing is there. */
    UNKNOWN("not checked"),
    /** Not there, and not needed. */
    ABSENT("optional");

    private final String word;

    State(String word) {
      this.word = word;
    }
  }

  static Finding found(String what, String detail) {
    return new Finding(what, State.FOUND, detail, "");
  }

  static Finding missing(String what, String detail, String remedy) {
    return new Finding(what, State.MISSING, detail, remedy);
  }

  static Finding absent(String what, String detail) {
    return new Finding(what, State.ABSENT, detail, "");
  }

  static Finding unknown(String what) {
    return new Finding(what, State.UNKNOWN, "", "");
  }

  boolean isMissing() {
    return state == State.MISSING;
  }

  /** In one line. */
  String line() {
    return "[" + state.word + "] " + what + (detail.isEmpty() ? "" : ": " + detail);
  }
}
