package org.cleanplate.engine.ort;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/**
 * Closing without a checked exception: a session that cannot be freed is a fault of the program.
 */
final class OrtSessions {
  private OrtSessions() {}

  /** A session for a graph of one size. */
  static OrtSession open(OrtEnvironment environment, RunningDevice device, byte[] graph)
      throws OrtException {
    try (OrtSession.SessionOptions options = device.sessionOptions(graph)) {
      return environment.createSession(graph, options);
    }
  }

  static void close(OrtSession session) {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("A session cannot be freed", e);
    }
  }
}
