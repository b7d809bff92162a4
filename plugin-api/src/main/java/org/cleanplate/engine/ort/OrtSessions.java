package org.cleanplate.engine.ort;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/**
 * Closing without a checked exception: a session that cannot be freed is a fault of the program.
 */
final class OrtSessions {
  private OrtSessions() {}

  static void close(OrtSession session) {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("A session cannot be freed", e);
    }
  }
}
