package org.cleanplate.samples.benchmark;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession.SessionOptions;

/** The runtime's settings for whatever is run bare. */
final class RuntimeOptions {
  private RuntimeOptions() {}

  static SessionOptions oneThread() throws OrtException {
    return threads(1);
  }

  /** Threads that wait without spinning, as in our engine: the better setting on a busy machine. */
  static SessionOptions threads(int intraOp) throws OrtException {
    SessionOptions options = new SessionOptions();
    options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
    options.setIntraOpNumThreads(intraOp);
    options.setInterOpNumThreads(1);
    options.addConfigEntry("session.intra_op.allow_spinning", "0");
    return options;
  }
}
